from lawbook.word.layout.prose import render


def styles(text: str) -> list[str]:
    return [piece.split('"')[0] for piece in render(text).split('<w:pStyle w:val="')[1:]]


def test_every_line_is_a_paragraph_and_empty_lines_are_none() -> None:
    assert styles("一行\n\n\n二行\n") == ["Passage", "Passage"]


def test_numbered_headings_are_set_as_official_documents_set_them() -> None:
    assert styles("一、目标\n（一）总体\n1.数量\n（1）时间") == [
        "TableHead1",
        "TableHead2",
        "Passage",
        "Passage",
    ]


def test_a_heading_that_goes_on_in_its_paragraph_is_set_to_its_first_stop() -> None:
    xml = render("（一）制度。出台方案。")
    assert styles("（一）制度。出台方案。") == ["Passage"]
    assert xml.index("楷体_GB2312") < xml.index("（一）制度。") < xml.index("仿宋_GB2312")
    assert xml.index("仿宋_GB2312") < xml.index("出台方案。")


def test_a_long_sentence_that_begins_with_a_number_is_no_heading() -> None:
    assert "黑体" not in render("一、" + "很" * 40 + "长。")


def test_lists_and_bold() -> None:
    assert styles("- 甲\n- 乙") == ["PassageItem", "PassageItem"]
    assert "- " not in render("- 甲")
    xml = render("前**重点**后")
    assert xml.count("<w:b/>") == 1
    assert "**" not in xml


def test_what_is_not_understood_stays_text() -> None:
    for text in ("**半个", "| 甲 | 乙 |", "# 标题", "<b>粗</b>", "-甲"):
        assert text.replace("<", "&lt;").replace(">", "&gt;") in render(text)
