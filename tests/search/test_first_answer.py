"""The first answer, which a reader gets before the texts have come: how good, how light."""

import functools
import gzip
from pathlib import Path

import pytest
from searching import Search, gold

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.search import duties
from params import deep

BEFORE = ("engine.js", "index.js")  # both at once: one round trip


@functools.cache
def _packed(folder: Path, name: str) -> int:
    return len(gzip.compress((folder / "search" / name).read_bytes()))


def test_a_search_is_few_files_of_which_two_come_first(folder: Path) -> None:
    files = {file.name for file in (folder / "search").iterdir()}
    words = {f"words-{number}.js" for number in range(54)}
    assert files == {*BEFORE, "texts.js", "sounds.js", "search_index.js", *words}
    assert len(files) < 60  # MkDocs puts search_index.json beside them
    assert sum(_packed(folder, name) for name in BEFORE) <= 31_950
    assert _packed(folder, "texts.js") <= 220_000


@pytest.mark.parametrize("name", [deep("open"), "held"])
def test_a_first_answer_is_good_and_light(name: str, search: Search, folder: Path) -> None:
    queries = gold(name)
    answers = search([query.text for query in queries], first=True)
    places = [query.place(answer) for query, answer in zip(queries, answers, strict=True)]
    assert sum(place is not None and place < 5 for place in places) / len(queries) >= 0.95
    assert sum(place == 0 for place in places) / len(queries) >= 0.85
    assert [answer.query for answer in answers if answer.count == 0] == []
    sizes = sorted(
        sum(_packed(folder, file) for file in (*BEFORE, *(f"{one}.js" for one in answer.files)))
        for answer in answers
    )
    print(f"{name}: {sizes[len(sizes) // 2]} in the middle, {sizes[-1]} at most")
    assert sizes[-1] <= 45_000


@pytest.mark.parametrize("query", ["第十二条第（一）项", "《办法》第十六条", "审查要多久"])
def test_a_first_answer_leads_to_the_place_itself(query: str, search: Search) -> None:
    (first,), (whole,) = search([query], first=True), search([query])
    assert first.found[0] == whole.found[0]
    assert "#" in first.found[0]


def test_every_duty_leads_to_a_place_that_exists(
    library: Library, finished: tuple[Page, ...]
) -> None:
    pages = {page.address: page.text for page in finished}
    for entry in duties.entries(library):
        for part in entry.parts:
            named = f'id="{part.anchor}"', f"{{#{part.anchor}}}"
            assert any(one in pages[entry.url] for one in named), part.anchor
