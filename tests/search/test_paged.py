"""The same search over the files of a large site: what it finds and what it fetches."""

import json
import subprocess
from pathlib import Path

import pytest
from searching import NODE, gold

from lawbook.library import Library
from lawbook.pages.page import Page
from lawbook.web import code, words
from lawbook.web import search as whole

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
    for path, text in {**made, "search/engine.js": code.engine(library.root)}.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    return place


def test_it_finds_as_well_from_files_that_are_fetched(large: Path) -> None:
    queries = gold("open")
    done = subprocess.run(
        [str(NODE), str(MEASURE), str(large)],
        input=json.dumps([query.text for query in queries]),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = json.loads(done.stdout)["answers"]
    good = sum(
        any(query.fits(url) for url in answer["found"][:5])
        for query, answer in zip(queries, answers, strict=True)
    )
    assert good / len(queries) >= 0.95
    assert max(answer["rounds"] for answer in answers) <= 5
