import pytest
from pydantic import ValidationError

from lawbook.law.source import Source, sha256

BASE = {"key": "a", "title": "某办法", "authority": "official", "status": "in_force"}


def source(**more: object) -> Source:
    return Source.model_validate(BASE | more)


def test_readers_see_the_short_title_or_the_title_in_brackets() -> None:
    assert source().name == "《某办法》"
    assert source(short="《办法》").name == "《办法》"
    assert source(title="关于《某办法》的解读").name == "关于《某办法》的解读"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("https://a.cn/s?mid=1&scene=58&chksm=8b&utm_source=x", ("scene", "chksm", "utm_source")),
        ("https://a.cn/s?mid=1&idx=6&sn=07", ()),
        ("https://a.cn/", ()),
    ],
)
def test_tracking_parameters_are_named(address: str, names: tuple[str, ...]) -> None:
    assert source(address=address).tracking_parameters == names


@pytest.mark.parametrize("date", ["2026", "2026-03", "2026-03-20"])
def test_dates_are_as_exact_as_they_are_known(date: str) -> None:
    assert source(issued=date).issued == date


@pytest.mark.parametrize("date", ["2026-13", "26-03-20", "2026/03/20", "三月"])
def test_other_dates_are_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        source(issued=date)


def test_the_digest_is_sha256() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
