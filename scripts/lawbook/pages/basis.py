"""What a rule rests on, as readers see it: links, confidence, and grounds only compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.library.signpost import Signpost, signposts
from lawbook.pages import marks
from lawbook.pages.html_pattern import Pattern
from lawbook.pages.verbatim import literal
from lawbook.rules.rule import Based, Ground

Href = Callable[[str], str]
UNSEEN = "本指南没有见到正式文本中这一点的文字"


def shown(
    library: Library, href: Href, record: Based, *, compared: bool = True, marked: bool = True
) -> Markup:
    """Return a statement's mark, links to its grounds, and (``compared``) those compared with.

    ``href`` gives the link from the page to an address below the site's root; ``marked`` is false
    if the mark is shown elsewhere.
    """
    if record.ours:
        ours = marks.authority(library, "guide", short=True)
        return Pattern('<span class="basis">{} 本指南建议，没有条文依据</span>').filled(ours)
    rests = links(library, href, record.basis)
    return Pattern('<span class="basis">{}{}{}</span>').filled(
        _marked(library, href, record, rests) if marked else rests,
        unseen(record),
        _compared(library, href, record.see if compared else ()),
    )


def _marked(library: Library, href: Href, record: Based, rests: Markup) -> Markup:
    """Return the links and the mark: a warning stands before them, any other mark after."""
    key = grounds.mark(library, record)
    assert key is not None
    mark = marks.confidence(library, key, href(marks.explained(key)))
    quiet = library.vocabularies["confidences"][key].quiet
    return Markup(" ").join((rests, mark) if quiet else (mark, rests))


def unseen(record: Based) -> Markup:
    """Return a note, shown on request, if a statement is about a text in force not yet seen."""
    if not record.final_unseen:
        return Markup("")
    return Pattern(' <span class="sure unseen" title="{}">正式文字未见</span>').filled(UNSEEN)


def links(library: Library, href: Href, named: Iterable[Ground]) -> Markup:
    """Return links to grounds; further facts about one provision follow its name as ②③."""
    groups: dict[str, list[Signpost]] = {}
    for ground in named:
        for post in signposts(library, ground):
            groups.setdefault(post.name, []).append(post)
    return Markup("、").join(_group(href, group) for group in groups.values())


def _group(href: Href, group: list[Signpost]) -> Markup:
    ways = list({(post.address, post.fact): post for post in group}.values())
    names = (ways[0].name, *(_circled(number) for number in range(2, len(ways) + 1)))
    pairs = zip(ways, names, strict=True)
    return Markup("").join(_link(href, post, words) for post, words in pairs)


def _link(href: Href, post: Signpost, words: str) -> Markup:
    title = Markup("")
    if post.fact:
        title = Pattern(' title="{}"').filled(post.fact)
    if words != post.name:
        title += Pattern(' aria-label="{}"').filled(f"{post.name}：{post.fact or words}")
    html = Pattern('<a href="{}"{}>{}</a>')
    return html.filled(href(post.address), title, literal(words))


def _circled(number: int) -> str:
    """②, ③ …: Unicode has them up to 20.

    >>> _circled(2)
    '②'
    """
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


def _compared(library: Library, href: Href, see: tuple[Ground, ...]) -> Markup:
    if not see:
        return Markup("")
    html = Pattern(' <span class="basis__see">对照：{}</span>')
    return html.filled(links(library, href, see))
