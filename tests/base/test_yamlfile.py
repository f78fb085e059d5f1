import sys
from pathlib import Path
from typing import Literal

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import parse, read
from lawbook.law.record import Record


class Inner(Record):
    name: str
    size: int = 0


class Outer(Record):
    key: str
    kind: Literal["a", "b"] = "a"
    inner: tuple[Inner, ...] = ()


def faults(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        parse(text, "x.yml").validated(Outer)
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize("text", ["1.10", "no", "12:30", "0123", "2026-03-20", "1e3", "~", "null"])
def test_text_stays_text(text: str) -> None:
    assert parse(f"key: {text}", "x.yml").tree == {"key": text}


def test_a_key_without_a_value_is_nothing_and_quotes_are_an_empty_text() -> None:
    assert parse("a:\nb: ''\n", "x.yml").tree == {"a": None, "b": ""}


def test_each_value_knows_its_line() -> None:
    file = parse("key: a\ninner:\n  - name: b\n  - name: c\n    size: 1\n", "x.yml")
    assert file.where(("inner", 1, "size")) == "x.yml:5"
    assert file.where(("inner", 1, "absent")) == "x.yml:4"
    assert file.where() == "x.yml:1"


def test_a_duplicate_key_is_refused() -> None:
    assert faults("key: a\nkey: b\n") == ["x.yml:2: 键 key 与第 1 行重复；请只保留一个"]


def test_anchors_and_aliases_are_refused() -> None:
    assert faults("key: &a x\nkind: *a\n") == [
        "x.yml:1: 不使用锚点和别名（& 和 *）；请直接写出内容"
    ]


def test_broken_yaml_is_one_clear_line() -> None:
    (line,) = faults("key: [a\n")
    assert line.startswith("x.yml:2: 不是有效的 YAML（")
    assert line.endswith("请检查缩进、冒号后的空格和引号")


@pytest.mark.parametrize(
    "text",
    ["[" * 101 + "]" * 101, "[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000,
     "\n".join(" " * n + "a:" for n in range(2_000))],
)  # fmt: skip
def test_what_is_nested_too_deeply_is_refused_before_it_is_parsed(text: str) -> None:
    (line,) = faults(text)
    assert "值套得太深，超过 100 层" in line
    assert parse("[" * 99 + "]" * 99, "x.yml").tree


def test_control_characters_are_refused() -> None:
    assert faults("key: a\x07\n") == ["x.yml:1: 含有 YAML 不允许的字符；请删除控制字符"]


def test_an_empty_file_is_refused() -> None:
    assert faults("# nothing\n") == ["x.yml:1: 文件是空的；请写入内容"]


def test_an_unknown_key_names_the_known_ones_of_its_place() -> None:
    assert faults("key: a\ninner:\n  - name: b\n    nmae: c\n") == [
        "x.yml:4: 不认识的键 nmae；可用的键：name、size"
    ]


def test_all_faults_come_at_once() -> None:
    assert faults("kind: c\ninner:\n  - name: x\n    size: big\n") == [
        "x.yml:1: 缺少 key；请补上",
        "x.yml:1: kind 的值 'c' 不在可选范围；可写：'a' or 'b'",
        "x.yml:4: size 的值 'big' 不是整数；请写阿拉伯数字",
    ]


def test_a_list_where_none_is_given_is_asked_for() -> None:
    assert faults("key: a\ninner: b\n") == ["x.yml:2: inner 应为列表；每项一行，以“- ”开头"]


def test_a_file_that_is_missing_or_no_text_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"gone\.yml: 无法读取"):
        read(tmp_path / "gone.yml", "gone.yml")
    (tmp_path / "binary.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProblemsFound, match="不是 UTF-8 文本"):
        read(tmp_path / "binary.yml")


def test_a_longer_file_takes_no_more_steps_for_each_of_its_lines() -> None:
    def steps(count: int) -> int:
        text = "".join(f"a{n}: |-\n  甲\n  \t乙\n" for n in range(count))
        events: list[str] = []
        before = sys.getprofile()
        sys.setprofile(lambda *told: events.append(told[1]))
        try:
            parse(text, "a.yml")
        finally:
            sys.setprofile(before)
        return len(events)

    assert steps(1000) < 2.5 * steps(500)
