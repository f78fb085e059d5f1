import datetime
import shutil
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.law.fact import fact_book
from lawbook.library.confirming import held, judged, signed
from lawbook.library.library import Library

TEXT = "委员会应在申请受理后的30日内作出决定，到会委员不少于五人，三分之二以上同意。申请人可申诉。"


@pytest.mark.parametrize(
    ("fact", "verdict", "why"),
    [
        ("委员会在申请受理后30日内作出决定。", "found", "用字有"),
        ("到会委员不少于5人。", "found", "用字有"),
        ("委员会在申请受理后20日内作出决定。", "contradicts", "20日：原文写的是30日"),
        ("委员会在申请受理后30个工作日内作出决定。", "not_found", "30工作日：原文中没有"),
        ("决定须四分之三以上同意。", "contradicts", "3/4（几分之几）"),
        ("服务中心在受理后30日内作出决定。", "not_found", "服务中心：原文中没有"),
        ("决定作出后由秘书归档备查。", "not_found", "用字只有"),
    ],
)
def test_numbers_persons_fractions_and_words_decide(fact: str, verdict: str, why: str) -> None:
    found = judged(fact, TEXT)
    assert found[0] == verdict
    assert why in found[1]


def test_facts_stand_beside_the_words_that_were_seen(library: Library) -> None:
    found = {one.fact.id: one for one in held(library, "measures-2026")}
    assert all(one.provision.joined() for one in found.values())
    assert not any(one.fact.provision.steps[0].number == (16,) for one in found.values())
    assert not [one.fact.id for one in found.values() if one.verdict == "contradicts"]


def test_a_book_without_words_says_so(library: Library) -> None:
    with pytest.raises(ProblemsFound, match="没有可以对照的文字"):
        held(library, "general-measures-2023")
    with pytest.raises(ProblemsFound, match="没有事实 nothing"):
        held(library, "nothing")


def test_a_signature_raises_one_fact_and_touches_no_other_line(root: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(root / "data/facts/measures-2026.yml", tmp_path))
    file, text = yamlfile.read(place), place.read_text(encoding="utf-8")
    wanted = "measures-2026#art-16-days"
    made = signed(file, text, {wanted}, "王核", datetime.date(2030, 1, 2))
    before, after = fact_book(file), fact_book(yamlfile.parse(made, "made"))
    for old, new in zip(before.facts, after.facts, strict=True):
        if old.id != wanted:
            assert (old.fact, old.confidence, old.checked) == (
                new.fact,
                new.confidence,
                new.checked,
            )
            continue
        assert (new.confidence, str(new.checked), new.seen) == ("official", "2030-01-02", True)
        assert new.basis[0] == old.provision
        assert set(old.basis) <= set(new.basis)
    assert "    signed: 王核\n" in made
    kept = [line for line in text.split("\n") if line in made.split("\n")]
    assert len(text.split("\n")) - len(kept) <= 4
