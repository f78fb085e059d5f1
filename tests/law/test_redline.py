from hypothesis import given, settings
from hypothesis import strategies as st

from lawbook.law.redline import Run, changed, joined, new, old, redline

SIGNS = st.text(alphabet="应当在30日内作出决定的，。审查复核", max_size=40)


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "out": "[-{}-]", "in": "[+{}+]", "unseen": "?{}?"}
    return "".join(marks[run.kind].format(run.text) for run in redline(before, after))


@settings(deadline=None)  # a busy machine takes longer
@given(SIGNS, SIGNS)
def test_a_redline_gives_both_texts_back(before: str, after: str) -> None:
    runs = redline(before, after)
    assert (old(runs), new(runs)) == (before, after)
    assert joined(runs) == runs
    assert changed(runs) == (before != after)


def test_numbers_stay_whole_and_lone_signs_go_with_their_neighbours() -> None:
    assert shown("应在30日内答复", "应在20日内答复") == "应在[-30-][+20+]日内答复"
    assert shown("应在3日内答复", "应在30日内答复") == "应在[-3-][+30+]日内答复"
    assert shown("伦理管理服务办法", "伦理审查与服务办法") == "伦理[-管理-][+审查与+]服务办法"
    assert shown("甲的乙", "丙的丁") == "[-甲的乙-][+丙的丁+]"
    assert shown("甲，乙", "丙，丁") == "[-甲-][+丙+]，[-乙-][+丁+]"


def test_words_that_nobody_saw_are_old_and_not_new() -> None:
    runs = (Run("same", "甲"), Run("unseen", "乙"))
    assert (old(runs), new(runs)) == ("甲乙", "甲")
