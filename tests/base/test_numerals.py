import pytest

from lawbook.base.numerals import from_han, to_han


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (37, "三十七"),
        (100, "一百"),
        (105, "一百〇五"),
        (110, "一百一十"),
        (1004, "一千〇四"),
        (1260, "一千二百六十"),
    ],
)
def test_numbers_are_written_as_legal_texts_write_them(number: int, text: str) -> None:
    assert to_han(number) == text


def test_every_number_up_to_9999_is_read_as_it_was_written() -> None:
    assert [from_han(to_han(number)) for number in range(1, 10_000)] == list(range(1, 10_000))


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("零", 0), ("两百", 200), ("一百零五", 105)]
)
def test_other_spellings_are_read_too(text: str, number: int) -> None:
    assert from_han(text) == number


@pytest.mark.parametrize("text", ["", "十x", "第一", "１２"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        from_han(text)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 9999"):
        to_han(number)
