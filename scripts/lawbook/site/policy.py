"""The content security policy of each built page: what a browser may load and run on it.

The policy is in the page itself (``<meta http-equiv>``), so that it applies wherever the site is
served and in the copy on a disk. An inline script may run only if its hash is listed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound

# In the order of output. A page of forms may restrict it further (`connect: none` in front matter).
DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
NOTHING_ASKED = '<meta name="lawbook-connect" content="none">'
_META = re.compile(r'\s*<meta http-equiv="Content-Security-Policy" content="[^"]*" data-made>')
_OWN = re.compile(r"<meta[^>]+http-equiv=[\"']?Content-Security-Policy", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_LOADING = re.compile(r"<(?:script|link|style|img)\b", re.IGNORECASE)
_RUN = {"", "text/javascript", "application/javascript", "module"}


def apply(site: Path, done: Container[str] = ()) -> None:
    """Write a policy into every page below ``site``; a page that has one keeps it.

    ``done`` are the names of pages already done. Raises ProblemsFound for a page without a head,
    which would be unprotected.
    """
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if name in done:
            continue
        text = file.read_text(encoding="utf-8")
        whole = ensured(text, name)
        if whole is not text:
            # Written in place: nobody reads a site that is still being built.
            file.write_bytes(whole.encode())


def ensured(page: str, name: str) -> str:
    """Return the page with a policy, its own if it has one. Raises ProblemsFound."""
    return page if protected(page) else with_policy(page, name)


def protected(page: str) -> bool:
    """Return whether a page has a policy, ours or its own."""
    return bool(_OWN.search(page))


def with_policy(page: str, name: str, *, on_disk: bool = False) -> str:
    """Return the page with its policy before everything that could be loaded.

    Raises ProblemsFound if there is no head, or if something is loaded before it.
    """
    start = _start(page)
    if start is None:
        raise ProblemsFound([Problem(name, "没有 <head>，无法写入内容安全策略；请检查主题模板")])
    if _LOADING.search(page, 0, start):
        raise ProblemsFound([Problem(name, "<meta charset> 之前已经载入文件；请把它写在最前")])
    meta = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(page, on_disk)}" data-made>'
    )
    return f"{page[:start]}\n      {meta}{page[start:]}"


def without_policy(page: str) -> str:
    """Return the page without the policy that was made here; its own stays."""
    return _META.sub("", page)


def _start(page: str) -> int | None:
    """Return the offset for a policy: after the charset, which must come early, or ``<head>``."""
    match = _CHARSET.search(page) or _HEAD.search(page)
    return match.end() if match else None


def policy(page: str, on_disk: bool = False) -> str:
    """Return the policy of a page.

    ``on_disk``: browsers disagree on what ``'self'`` means for a page opened from a folder, so
    ``file:`` is listed too; and such a page connects to nothing.

    >>> policy("<script>go()</script>").split("; ")[1]
    "script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"
    """
    values = dict(DIRECTIVES)
    if on_disk:
        values = {name: value.replace("'self'", "'self' file:") for name, value in values.items()}
    if on_disk or NOTHING_ASKED in page:
        values["connect-src"] = "'none'"
    values["script-src"] = " ".join([values["script-src"], *hashes(page)])
    return "; ".join(f"{name} {value}" for name, value in values.items())


def hashes(page: str) -> list[str]:
    """Return the hashes of a page's inline scripts, each once, in order."""
    return list(dict.fromkeys(map(_hash, _scripts(page))))


def _scripts(page: str) -> Iterator[str]:
    """Yield the scripts that a browser would run; data in a script element is none."""
    for match in _SCRIPT.finditer(page):
        kind = _TYPE.search(match[1])
        if not _SRC.search(match[1]) and (kind[1].lower() if kind else "") in _RUN:
            yield match[2]


def _hash(script: str) -> str:
    # A browser normalises line ends before it computes the hash.
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
