"""Read the slots of a letter: by the controls, else by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawbook.base.text import trimmed
from lawbook.forms.form import Section
from lawbook.forms.letter import Sentence
from lawbook.word.read.content import Content, Paragraph

Said = dict[str, str]


@dataclass
class Letter:
    """What was read: every text in a field's slots, in the order of the letter.

    ``used`` are the paragraphs that were read, ``changed`` those whose fixed words differ from the
    form's.
    """

    texts: dict[str, list[str]] = field(default_factory=dict)
    used: list[Paragraph] = field(default_factory=list)
    changed: list[Paragraph] = field(default_factory=list)


def read_letter(section: Section, content: Content) -> Letter:
    """Return the letter of a section, as far as a document has its sentences."""
    made = Letter()
    paragraphs = [paragraph for paragraph in content.paragraphs() if paragraph.cell is None]
    for sentence in section.letter:
        if sentence.text is None:
            continue
        left = [paragraph for paragraph in paragraphs if paragraph not in made.used]
        for paragraph, said, same in _found(sentence, left):
            made.used.append(paragraph)
            if not same:
                made.changed.append(paragraph)
            for key, text in said.items():
                made.texts.setdefault(key, []).append(trimmed(text))
            break
    return made


def _found(
    sentence: Sentence, paragraphs: list[Paragraph]
) -> Iterator[tuple[Paragraph, Said, bool]]:
    """Yield where a sentence may be, the surest first, and whether its fixed words are complete."""
    for paragraph in paragraphs:
        if (said := _in_controls(sentence, paragraph)) is not None:
            yield paragraph, said, True
    for paragraph in paragraphs:
        if (said := _between_words(sentence, paragraph)) is not None:
            yield paragraph, said, True
    wanted = set(sentence.field_keys)
    for paragraph in paragraphs:
        if wanted and wanted <= {tag for _, _, tag in paragraph.pieces}:
            yield paragraph, {key: _inside(paragraph, key) for key in sentence.field_keys}, False


def _in_controls(sentence: Sentence, paragraph: Paragraph) -> Said | None:
    """Return the texts of the controls if exactly the sentence's words are between them."""
    keys = set(sentence.field_keys)
    fixed = "".join(text for text, _, tag in paragraph.pieces if tag not in keys)
    if trimmed(fixed) != trimmed("".join(sentence.pieces[::2])):
        return None
    if not keys <= {tag for _, _, tag in paragraph.pieces}:
        return None
    return {key: _inside(paragraph, key) for key in sentence.field_keys}


def _inside(paragraph: Paragraph, key: str) -> str:
    return "".join(text for text, _, tag in paragraph.pieces if tag == key)


def _between_words(sentence: Sentence, paragraph: Paragraph) -> Said | None:
    """Return the texts between the sentence's words; None for a sentence without such words."""
    if not trimmed("".join(sentence.pieces[::2])):
        return None
    pattern = "([^\n]*?)".join(map(re.escape, sentence.pieces[::2]))
    match = re.fullmatch(pattern, trimmed(paragraph.text))
    return dict(zip(sentence.field_keys, match.groups(), strict=True)) if match else None
