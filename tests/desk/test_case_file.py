"""A case's file that somebody wrote by hand: every fault at its line, on the page as by command."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from page_scripts import asked
from test_case import HOSTILE

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.desk.case import read_case
from lawbook.desk.folder import cases_of
from lawbook.library.library import Library

BY_HAND = """\
case: 2026-001
entries:
  - paper: review-application
    day: 2026-12-01
    answers:
      activity_name: 甲
      people: 甲乙丙
      review_list: [fusion, nothing]
  - paper: review-minute
    day: 2026-12-02
    answers: {}
  - paper: review-acceptance
    day: 2026-02-30
    said: {x: y}
  - event: served
    date: 2026-12-03
  - event: simple-reviewed
    day: 2026-12-04
    said: {opinion: 同意}
  - paper: review-decision
    event: served
  - paper: review-opinion
    day: 2026-12-05
  - {event: served, day: 1999-12-31}
  - {event: served, day: 2100-01-01}
"""
TOLD = [
    "x.yml:8: 「是否列入复核清单」没有选项“nothing”；可写：none（未列入）、",
    "x.yml:7: 「",
    "x.yml:9: 没有文书“review-minute”；最接近的是 review-minutes（审查会议记录）",
    "x.yml:14: 文书的内容不写在 said 下；请写在 answers 下",
    "x.yml:13: 日期应写成 2026-12-01",
    "x.yml:16: 不认识的键 date；可用的键：paper、event、day、answers、said",
    "x.yml:15: 日期应写成 2026-12-01",
    "x.yml:19: 简易程序审查没有写“主任委员指定的委员（两名以上）”（members）",
    "x.yml:19: “意见”写的是“同意”；可写：一致同意、有否定意见、疑义或者不一致",
    "x.yml:20: 写 paper（文书）或者 event（事项），只写一个",
    "x.yml:22: 缺少 answers；请在其下逐栏写“栏目: 内容”",
    "x.yml:24: 日期应写成 2026-12-01，年份在 2000 至 2099 之间",
    "x.yml:25: 日期应写成 2026-12-01",
]
PROGRAM = """return given.map(([name, text]) => {
  const tried = (read) => { try { read(); return []; } catch (fault) { return fault.problems; } };
  const plain = (tree) => {
    if (Array.isArray(tree)) return tree.map(plain);
    if (!(tree instanceof Map)) return tree;
    return Object.fromEntries([...tree].map(([key, value]) => [key, plain(value)]));
  };
  return tried(() => {
    const file = Cases.readAnswerFile(text, name);
    if (name === "x.yml") return Cases.caseOf(book.flow, forms, file, plain(file.tree));
    return Cases.folderOf(book.flow, forms, Cases.folderTree(text, name), text, name);
  });
});"""


def _told(library: Library, name: str, text: str) -> list[str]:
    file = yamlfile.parse(text, name)
    with pytest.raises(ProblemsFound) as found:
        read_case(library, file) if name == "x.yml" else cases_of(library, file)
    return [str(problem) for problem in found.value.problems]


def _folder(*cases: Any) -> str:
    tree = {"kind": "lawbook-cases", "version": 1, "name": "甲", "cases": cases}
    return json.dumps(tree, ensure_ascii=False, indent=1)


def test_every_fault_is_told_at_its_line_on_page_and_command_alike(
    library: Library, root: Path, page: str
) -> None:
    wrong = yaml.load(BY_HAND, yaml.BaseLoader)
    good = (root / "data/examples/cases/2026-003.yml").read_text(encoding="utf-8")
    files = [("x.yml", BY_HAND)]
    files += [("x.yml", text) for name, (text, _) in HOSTILE.items() if name != "an anchor"]
    files.append(("x.json", _folder(wrong, yaml.load(good, yaml.BaseLoader), {"entries": []})))
    said = [_told(library, name, text) for name, text in files]
    assert len(said[0]) == len(TOLD)
    assert [
        one for one, start in zip(said[0], TOLD, strict=True) if not one.startswith(start)
    ] == []
    assert len(said[-1]) == len(TOLD) + 1  # of each case, not of the first alone
    dated = [
        ("x.yml", f"case: 2026-001\nentries:\n  - paper: review-application\n    day: {day}\n")
        for day in ("1999-12-31", "2100-01-01")
    ]
    wanted = ["x.yml:4: 日期应写成 2026-12-01，年份在 2000 至 2099 之间"]
    assert [_told(library, *file) for file in dated] == asked(page, PROGRAM, dated) == [wanted] * 2
    told = asked(page, PROGRAM, files)
    assert told[0] == said[0]
    assert told[-1] == said[-1]
    assert told == said
