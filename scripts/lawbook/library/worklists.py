"""The work list that a changed text produces: one item for everything that rests on a change."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

import yaml

from lawbook.law.citation import Citation
from lawbook.law.comparison import Row
from lawbook.library.impact import Impact
from lawbook.library.library import Library

WORDS = {"changed": "文字有改动", "moved": "编号有变动", "new": "新增", "gone": "删去"}
# Generated pages follow by themselves; texts are named by file, as their lines move.
_MADE = "生成网页"


def dependents(library: Library, rows: Iterable[Row]) -> Iterator[dict[str, str]]:
    """Yield an item for whatever rests on a provision that changed, moved, was added or removed.

    A renumbered provision is looked for under both numbers: what names the new number now refers to
    other words.
    """
    became: dict[Citation, list[str]] = {}
    for row in rows:
        for citation in _citations_of(library, row) if row.became in WORDS else ():
            became.setdefault(citation, []).append(WORDS[row.became])
    for citation, words in became.items():
        mentions = Impact(library, citation).mentions()
        kept = [mention for mention in mentions if mention.kind != _MADE]
        for kind, rests in dict.fromkeys(
            (mention.kind, _name(mention.where, mention.name)) for mention in kept
        ):
            names = "、".join(dict.fromkeys(words))
            yield {"changed": str(citation), "became": names, "kind": kind, "rests": rests}


def _citations_of(library: Library, row: Row) -> Iterator[Citation]:
    """Return the articles of either text that contain a row, if the library knows them."""
    for part in (row.before, row.after):
        if part is None or part.step.unit in {"ch", "sec"}:
            continue
        key = part.citation.document
        source = library.sources.get(key)
        newer = source.superseded_by if source else None
        for document in dict.fromkeys((key, newer or key)):
            for length in range(len(part.citation.steps), 0, -1):
                above = Citation(document, part.citation.steps[:length])
                if library.exists(above):
                    yield library.page_of(above) if library.page_of(above).steps else above
                    break


def _name(where: str, name: str) -> str:
    """Return a name that survives moved lines: an id, or the file and the words in it."""
    path, _, line = where.rpartition(":")
    own = not path.startswith("data/") or not line.isdigit()
    return f"{path} {name}" if own and line.isdigit() else name


def signed(text_of_list: str, ids: Collection[str], by: tuple[str, datetime.date]) -> str:
    """Return a work list with the items of the named facts signed by a person."""
    name, day = by
    lines: list[str] = []
    given = text_of_list.split("\n")
    for line, after in zip(given, (*given[1:], ""), strict=True):
        lines.append(line)
        if after.startswith("  signed: "):
            continue
        if line.startswith("  rests: ") and line.removeprefix("  rests: ").split(" ")[0] in ids:
            lines += [f"  signed: {name}", f"  day: {day}"]
    return "\n".join(lines)


def text(key: str, compared_with: str, items: Iterable[dict[str, str]]) -> str:
    """Return the text of a work list's file."""
    tree = {"key": key, "compared_with": compared_with, "items": list(items)}
    head = "# 文字改动以后要逐项核对的内容。核对一项，写上 signed（姓名）和 day（日期）。\n"
    return head + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000)
