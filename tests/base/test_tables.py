import json

from lawbook.base import tables


def test_columns_of_chinese_text_are_aligned() -> None:
    shown = tables.table(("谁", "做什么"), [("单位", "登记"), ("a", "b")])
    assert shown.splitlines() == ["谁    做什么", "单位  登记", "a     b"]


def test_a_table_without_rows_is_its_header() -> None:
    assert tables.table(("谁", "做什么"), []) == "谁  做什么"


def test_csv_quotes_what_has_commas_and_line_ends() -> None:
    shown = tables.as_csv(("a", "b"), [("甲,乙", '说"好"'), ("一\n二", "")])
    assert shown.decode() == '\ufeffa,b\r\n"甲,乙","说""好"""\r\n"一\n二",\r\n'


def test_json_keeps_chinese() -> None:
    text = tables.as_json({"键": ["值", None]})
    assert "值" in text
    assert json.loads(text) == {"键": ["值", None]}
