"""``import``, ``compare`` and ``facts confirm`` as people type them, on a copy of the project."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from lawbook.base import yamlfile
from lawbook.library.loading import load
from lawbook.pages import site

DAY = datetime.date(2026, 11, 28)
RAW = "data/sources/measures-2025-draft.txt"


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The project's data, without what is built."""
    for name in ("data", "content"):
        shutil.copytree(root / name, tmp_path / "real" / name)
    shutil.copy(root / "mkdocs.yml", tmp_path / "real")
    return tmp_path / "real"


def test_import_writes_a_document_that_can_be_read(
    root: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    words = ("--key", "measures-2030", "--like", "measures-2025-draft")
    said = run("--root", root, "import", root / RAW, *words, "-o", tmp_path / "new.yml")
    assert said.exit_code == 1  # one line to look at: the name of the annex before it
    assert "读出 110 处条款；字数核对：一字不差。" in said.stderr
    assert "请核对：正文之后的一行" in said.stderr
    tree = yamlfile.read(tmp_path / "new.yml").tree
    assert tree["aliases"]["本办法"] == "measures-2030"
    again = run("--root", root, "import", root / RAW, *words, "-o", tmp_path / "new.yml")
    assert again.exit_code == 2  # nothing is overwritten unasked


def test_import_reads_word_files_and_names_automatic_numbers(
    root: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    document = Document()
    document.add_paragraph("第一条 甲。")
    document.add_paragraph("第二条 乙。")
    document.add_paragraph("丙。", style="List Number")
    document.save(str(tmp_path / "新.docx"))
    words = ("--key", "new", "--like", "measures-2025-draft")
    said = run("--root", root, "import", tmp_path / "新.docx", *words)
    assert "step: art-2" in said.stdout
    assert "一字不差" in said.stderr


def test_what_cannot_be_read_is_one_line(
    root: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    words = ("--key", "new", "--like", "measures-2025-draft")
    (tmp_path / "bad.docx").write_bytes(b"no zip")
    (tmp_path / "bad.txt").write_bytes("第一条".encode("gbk"))
    for place in ("bad.docx", "bad.txt", "none.txt"):
        said = run("--root", root, "import", tmp_path / place, *words)
        assert (said.exit_code, len(said.stderr.splitlines())) == (2, 1), said.stderr
    said = run("--root", root, "import", root / RAW, "--key", "new", "--like", "nothing")
    assert "未收录全文的文件 nothing" in said.stderr
    said = run("--root", root, "import", root / RAW, "--key", "Bad Key", *words[2:])
    assert said.exit_code == 2
    assert "Traceback" not in said.stderr


def test_compare_tells_what_changed_and_writes_the_list(
    copy: Path, run: Callable[..., Result]
) -> None:
    said = run("--root", copy, "compare", "measures-2025-draft", "measures-2026", "--worklist")
    assert said.exit_code == 0
    assert "改动 art-37/par-1：本办法自[-*年*月*-]{+印发之+}日起施行。" in said.stdout
    assert "没有见到 art-16/par-1" in said.stdout
    (list_,) = load(copy).work_lists.values()
    assert len(list_.open) == len(list_.items) > 100
    checked = run("--root", copy, "check")
    assert checked.exit_code == 1
    assert checked.stderr.count("还没有核对") == len(list_.items)


def test_facts_are_shown_and_unofficial_words_cannot_be_signed(
    copy: Path, run: Callable[..., Result]
) -> None:
    said = run("--root", copy, "facts", "confirm", "measures-2026")
    assert said.exit_code == 0
    assert "《办法》第三条：第三条开展人工智能科技活动" in said.stdout
    before = (copy / "data/facts/measures-2026.yml").read_bytes()
    said = run(
        "--root", copy, "facts", "confirm", "measures-2026", "art-3-principles", "--sign", "王核"
    )
    assert said.exit_code == 2
    assert "只见于公开副本，不能据此升为官方载明" in said.stderr
    said = run("--root", copy, "facts", "confirm", "measures-2026", "no-such-fact")
    assert "没有可以对照的事实 no-such-fact" in said.stderr
    assert (copy / "data/facts/measures-2026.yml").read_bytes() == before


def test_with_the_text_held_a_signature_closes_fact_and_item(
    copy: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    """The recipe of CONTRIBUTING with the draft as a mock of the official text."""
    raw = (copy / RAW).read_text(encoding="utf-8").replace("后的30日内", "后的20日内")
    (tmp_path / "final.txt").write_text(raw, encoding="utf-8")
    words = ("--key", "measures-2026", "--like", "measures-2025-draft")
    run("--root", copy, "import", tmp_path / "final.txt", *words, "-o", tmp_path / "new.yml")
    said = run("--root", copy, "compare", "measures-2025-draft", tmp_path / "new.yml", "--worklist")
    assert "改动 art-16/par-1：委员会或服务中心应在申请受理后的[-30-]{+20+}日内" in said.stdout
    shutil.copy(tmp_path / "new.yml", copy / "data/documents/measures-2026.yml")
    _without_tree(copy / "data/facts/measures-2026.yml")
    confirm = ("--root", copy, "facts", "confirm", "measures-2026")
    said = run(*confirm, "art-16-days", "--sign", "王核")
    assert "与原文不符（30日：原文写的是20日" in said.stderr
    said = run(*confirm, "art-16-reasons", "--sign", "王核")
    assert said.exit_code != 0
    assert "art-16-reasons 写的是征求意见稿；请照原文改写，再签名" in said.stderr
    said = run(*confirm, "art-16-outcomes", "--sign", "王核", "--day", "2030-01-02")
    assert said.exit_code == 0
    signed = load(copy).fact("measures-2026#art-16-outcomes")
    assert (signed.confidence, str(signed.checked)) == ("official", "2030-01-02")
    assert str(signed.basis[0]) == "measures-2026/art-16"
    (list_,) = load(copy).work_lists.values()
    closed = {item.rests.split(" ")[0] for item, _ in list_.items if item.signed == "王核"}
    assert closed == {"measures-2026#art-16-outcomes"}


def test_the_facts_stand_below_the_text_once_it_is_held(
    root: Path, copy: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    """Else each mark that leads to a fact would lead nowhere."""
    words = ("--key", "measures-2026", "--like", "measures-2025-draft")
    run("--root", copy, "import", copy / RAW, *words, "-o", tmp_path / "new.yml")
    shutil.copy(tmp_path / "new.yml", copy / "data/documents/measures-2026.yml")
    _without_tree(copy / "data/facts/measures-2026.yml")
    (copy / "templates").symlink_to(root / "templates")
    library = load(copy)
    files = dict.fromkeys((f"{form}-blank.docx" for form in library.forms), b"w")
    files |= dict.fromkeys((f"{name}.docx" for name in library.examples), b"w")
    made = {page.path: page.text for page in site.pages(library, built=DAY, files=files)}
    article = made["documents/measures-2026/art-16.md"]
    assert "## 原文 {#text .unseen-words}" in article
    assert article.count('id="fact-art-16-days"') == 1
    assert article.index("{#text ") < article.index("{#known}") < article.index("{#rules")
    whole = made["documents/measures-2026/index.md"]
    for name in ("in-force", "annex-adjustment", "number"):
        assert whole.count(f'id="fact-{name}"') == 1


def _without_tree(place: Path) -> None:
    text = place.read_text(encoding="utf-8")
    head, tail = text.index("style:"), text.index("facts:")
    place.write_text(text[:head] + text[tail:], encoding="utf-8")
