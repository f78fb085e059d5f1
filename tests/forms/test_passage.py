from lawbook.forms.passage import Grid, Line, canonical, parsed, written


def test_lines_items_and_bold_words() -> None:
    assert parsed("一、目标\n\n- 甲**乙**") == (
        Line((("一、目标", False),)),
        Line((("甲", False), ("乙", True)), item=True),
    )


def test_a_table_is_two_lines_or_more_between_bars() -> None:
    (table,) = parsed("| 甲 | 乙 |\n| --- | --- |\n| 丙\\|丁 |")
    assert isinstance(table, Grid)
    assert table.header
    assert table.rows[1] == ((("丙|丁", False),), ())
    assert written([table]) == "| 甲 | 乙 |\n| --- | --- |\n| 丙\\|丁 |  |"


def test_one_line_between_bars_stays_text() -> None:
    assert parsed("| 甲 | 乙 |") == (Line((("| 甲 | 乙 |", False),)),)


def test_two_tables_stay_two() -> None:
    text = "| 甲 |\n| 乙 |\n\n| 丙 |\n| 丁 |"
    assert canonical(text) == text
    assert len(parsed(text)) == 2


def test_what_is_not_understood_stays_text() -> None:
    for text in ("**半个", "# 标题", "<b>粗</b>", "-甲", "> 引文", "`码`", "[名](址)"):
        assert canonical(text) == text
