"""The same search over the files of a large site: what it finds and what it fetches."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from searching import NODE, Query, Search, engine, gold

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.search import duties, words
from lawbook.search import index as whole

MEASURE = Path(__file__).parents[1] / "bench/search/measure.js"


@pytest.fixture(scope="session")
def large(
    library: Library, finished: tuple[Page, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    place = tmp_path_factory.mktemp("large")
    vocabulary = words.read(library.root)
    found = tuple(whole.entries(library, finished, vocabulary))
    homes = whole.groups(library, finished)
    made = whole.index(found, homes, vocabulary, large=0)
    for path, text in {**made, "search/engine.js": engine()}.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    return place


def first_answers(place: Path, queries: tuple[Query, ...]) -> dict[str, Any]:
    """What measure.js says of each query, asked from a cold start."""
    done = subprocess.run(
        [str(NODE), str(MEASURE), str(place)],
        input=json.dumps([query.text for query in queries]),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_first_answer_is_good_and_light(
    size: str, folder: Path, large: Path, search: Search
) -> None:
    queries = (*gold("open"), *gold("held"))
    measured = first_answers(folder if size == "small" else large, queries)
    answers = measured["answers"]
    good = sum(
        any(query.fits(url) for url in answer["found"][:5])
        for query, answer in zip(queries, answers, strict=True)
    )
    sizes = sorted(measured["fixed"] + answer["bytes"] for answer in answers)
    print(f"{size}: recall@5 {good / len(queries):.3f}, 95 % {sizes[int(len(sizes) * 0.95)]} bytes")
    assert good / len(queries) >= 0.97
    assert sizes[int(len(sizes) * 0.95)] <= 60_000
    assert [answer["q"] for answer in answers if answer["count"] == 0] == []
    assert max(answer["rounds"] for answer in answers) <= 5
    # Files that are asked for at once over six connections: each such wave costs a round trip.
    waves = sorted(answer["waves"] for answer in answers)
    assert waves[len(waves) // 2] <= 4
    assert waves[int(len(waves) * 0.95)] <= 6


def test_every_duty_leads_to_a_place_that_exists(
    library: Library, finished: tuple[Page, ...]
) -> None:
    pages = {page.address: page.text for page in finished}
    for entry in duties.entries(library):
        for part in entry.parts:
            named = f'id="{part.anchor}"', f"{{#{part.anchor}}}"
            assert any(one in pages[entry.url] for one in named), part.anchor
