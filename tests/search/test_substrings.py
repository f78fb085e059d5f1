"""Whatever stands in a text is found: 300 pieces of it, new ones in each run."""

import random
import re

from searching import Search

from lawbook.library.library import Library

RUN = re.compile(r"[\u3400-\u9fff〇0-9]{2,}")
PIECES = 300


def pages_and_texts(library: Library) -> list[tuple[str, str]]:
    """Address and text of every provision and every fact."""
    found = [
        (library.url(part.citation), part.text)
        for document in library.documents.values()
        for part in document.walk()
        if part.text
    ]
    for book in library.books.values():
        for fact in book.facts:
            page = library.url(fact.provision) if fact.provision.steps else ""
            page = page.partition("#")[0] or f"documents/{fact.provision.document}/"
            found.append((f"{page}#{fact.anchor}", fact.fact))
    return found


def test_every_piece_of_a_text_leads_to_it(library: Library, search: Search, seed: int) -> None:
    chance = random.Random(seed)
    known = [(url, run) for url, text in pages_and_texts(library) for run in RUN.findall(text)]
    asked: list[tuple[str, str]] = []
    while len(asked) < PIECES:
        url, run = chance.choice(known)
        length = min(len(run), chance.randint(2, 6))
        start = chance.randint(0, len(run) - length)
        asked.append((url, run[start : start + length]))
    answers = search([piece for _, piece in asked])
    missed = [
        (piece, url)
        for (url, piece), answer in zip(asked, answers, strict=True)
        if url not in answer.found
    ]
    assert missed == []
