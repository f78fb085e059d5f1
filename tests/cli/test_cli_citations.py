"""``lawbook citations``: files of each kind, exit codes, Word comments; the check of forms."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from footnotes import add_footnote

Run = Callable[..., Result]
PLAN = Path(__file__).parents[1] / "cases/citations/plan.yml"


def test_the_first_line_counts_and_each_citation_has_one_line(
    root: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "稿.md"
    file.write_text("按《办法》第三条。\n按《办法》第九十九条和《网络安全法》第一条。", "utf-8")
    result = run("--root", root, "citations", file)
    assert result.exit_code == 1
    assert result.stdout.replace(f"{file}: ", "").splitlines() == [
        "共 3 处，核对 2 处，未核对 1 处（未收录，未核对 1 处）",
        "第 1 行｜《办法》第三条｜有此条",
        "第 2 行｜必改｜《办法》第九十九条｜无此条｜"
        "《办法》共三十七条，最接近的是《办法》第三十七条",
        "第 2 行｜《网络安全法》第一条｜未收录，未核对｜"
        "本指南未收录《网络安全法》；未核对不等于没有这一条",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_texts_are_read_in_the_usual_encodings(
    root: Path, run: Run, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "稿.txt").write_bytes("《办法》第三条".encode(encoding))
    result = run("--root", root, "citations", tmp_path / "稿.txt")
    assert (result.exit_code, "有此条" in result.stdout) == (0, True)


def test_what_is_no_text_is_one_line_and_exit_code_2(root: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\x00\x81")
    result = run("--root", root, "citations", tmp_path / "a.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "不是文字文件，或者编码认不出" in result.stderr


def test_a_word_file_gets_comments_where_its_citations_stand(
    root: Path, run: Run, tmp_path: Path
) -> None:
    made = Document()
    made.add_paragraph("第一段没有引用。")
    made.add_paragraph("按照《办法》第四十二条办理，并遵守《办法》第三条。")
    made.save(str(tmp_path / "方案.docx"))
    result = run("--root", root, "citations", tmp_path / "方案.docx", "--docx")
    assert result.exit_code == 1
    assert "第 2 段｜必改｜《办法》第四十二条｜无此条" in result.stdout
    with zipfile.ZipFile(tmp_path / "方案-引用核对.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert comments.count("<w:comment ") == 1
    assert "《办法》第四十二条：无此条" in comments
    assert 'w:author="引用核对"' in comments
    assert (
        body.index("第一段没有引用") < body.index("commentRangeStart") < body.index("按照《办法》")
    )


def test_a_footnote_is_read_and_its_comment_stands_where_it_is_called(
    root: Path, run: Run, tmp_path: Path
) -> None:
    made = Document()
    made.add_paragraph("第一段没有引用。")
    made.add_paragraph("委员会由七人组成。")
    made.save(str(tmp_path / "方案.docx"))
    add_footnote(tmp_path / "方案.docx", "委员会由七人组成。", "见《办法》第四", "十二条。")
    result = run("--root", root, "citations", tmp_path / "方案.docx", "--docx")
    assert result.exit_code == 1
    assert "第 2 段的注｜必改｜《办法》第四十二条｜无此条" in result.stdout
    with zipfile.ZipFile(tmp_path / "方案-引用核对.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert body.index("第一段没有引用") < body.index("commentRangeStart") < body.index("委员会由")


def test_the_check_of_a_form_names_what_does_not_exist(root: Path, run: Run) -> None:
    result = run("--root", root, "form", "check", PLAN)
    assert result.exit_code == 1
    lines = [line for line in result.stdout.splitlines() if "引用的“" in line]
    told = [line.replace(f"{PLAN}: ", "").split("｜")[:3] for line in lines]
    place = "具体实施方案「预期成效」"
    assert [(weight, where) for weight, where, _ in told] == [
        ("必改", place),
        ("提醒", place),
        ("提醒", place),
    ]
    assert [what.partition("；")[0] for _, _, what in told] == [
        "引用的“《人工智能科技伦理审查与服务办法（试行）》第九十九条”：无此条",
        "引用的“《科技伦理审查办法（试行）》第四十五条第三款第（九）项”："
        "只能核对到条（本指南未收录全文）",
        "引用的“《科技伦理审查办法》第八十八条”：未收录，未核对",
    ]
