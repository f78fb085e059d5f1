"""JSON-LD (schema.org/Legislation) describing a page for machines.

Only what is known is stated: the legal force if known, the text if we hold it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from lawbook.law.document import Provision
from lawbook.law.source import Source
from lawbook.library.library import Library

_FORCE = {"in_force": "InForce", "superseded": "NotInForce", "draft": "NotInForce"}
# What is not a legal document is described as a text about one.
_ABOUT = frozenset({"reading", "expert", "guide", "reported"})
# Characters that would end a script or begin markup inside it.
_SIGNS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028"})


def script(library: Library, provision: Provision) -> Markup:
    """Return the JSON-LD of a provision's page as a script element on one line."""
    text = json.dumps(record(library, provision), ensure_ascii=False)
    html = '<script type="application/ld+json">{}</script>'
    return Markup(html.format(text.translate(_SIGNS)))


def record(library: Library, provision: Provision) -> dict[str, object]:
    """Return the JSON-LD of a provision: its kind, what it is part of, its text if we hold it."""
    source = library.sources[provision.citation.document]
    about = source.authority in _ABOUT
    tree: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork" if about else "Legislation",
        "identifier" if about else "legislationIdentifier": str(provision.citation),
        "name": library.display(provision.citation),
        "inLanguage": "zh-CN",
        "isPartOf": dict(_document(source, about)),
    }
    tree["alternativeHeadline"] = provision.title
    if about:
        tree["about"] = list(_speaks_of(library, provision))
    elif source.status in _FORCE:
        tree["legislationLegalForce"] = f"https://schema.org/{_FORCE[source.status]}"
    tree["text"] = provision.joined() if _held(library, provision) else ""
    return {key: value for key, value in tree.items() if value}


def _held(library: Library, provision: Provision) -> bool:
    ours = any(part.summary for part in provision.walk())
    return provision.citation.document in library.documents and not ours


def _document(source: Source, about: bool) -> Iterator[tuple[str, object]]:
    yield "@type", "CreativeWork" if about else "Legislation"
    yield "name", source.title
    yield "identifier" if about else "legislationIdentifier", source.number or source.key
    sure = {name for name in ("issued", "issuers") if name not in source.confidence}
    if source.issued and "issued" in sure and not about:
        yield "legislationDate", source.issued
    if source.issuers and "issuers" in sure and not about:
        yield (
            "legislationPassedBy",
            [{"@type": "GovernmentOrganization", "name": name} for name in source.issuers],
        )
    if same := source.addresses or source.where_to_check:
        yield "sameAs", same[0]


def _speaks_of(library: Library, provision: Provision) -> Iterator[dict[str, str]]:
    named = dict.fromkeys(target for part in provision.walk() for target in part.relates)
    for target in named:
        yield {
            "@type": "Legislation",
            "legislationIdentifier": str(target),
            "name": library.display(target),
        }
