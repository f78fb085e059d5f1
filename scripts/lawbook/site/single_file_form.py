"""A form's page as one file to keep and hand around, and the one script of all form pages.

The file holds everything it needs and may ask nobody for anything: its content security policy
names its own script and style by their digests and forbids every connection.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from lawbook import pages
from lawbook.base import assets
from lawbook.base.minifier import minified
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.export import envelope
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.site import form_pages

PARTS = "build/vendor/parts.js"
ASSETS = "content/assets"
_SCRIPTS = (
    *(f"tools/common-{name}.js" for name in ("text", "elements", "page")),
    "forms/*.js",
    "filling/*.js",
)
_STYLES = ("base.css", "marks.css", "verbatim.css", "forms.css", "forms-alone.css")


def files(library: Library) -> dict[str, str]:
    """The script of the form pages, the examples' answers, ``forms/<key>/<key>.html``."""
    if not pages.filled_in_browser(library.root):
        return {}
    common = script(library.root)
    made = {pages.FILL_SCRIPT: common}
    for name, file in library.examples.items():
        made[f"data/examples/{name}.js"] = _example(name, file.tree)
    for form in library.forms.values():
        made[f"forms/{form.key}/{form.key}.html"] = page(library, form, common)
    return made


def _example(name: str, tree: object) -> str:
    """An example's answers, for whoever tries the form with them."""
    written = envelope.compact(tree).decode().rstrip()
    return f'Lawbook.filling.example("{name}", {written});\n'


def script(root: Path) -> str:
    """The npm parts, the engine of the forms and the pages' own scripts, one after another.

    Raises ProblemsFound where the npm parts were not bundled yet.
    """
    parts = root / PARTS
    if not parts.is_file():
        raise ProblemsFound([Problem(PARTS, "还没有生成；请运行 make site")])
    own = assets.text(_files(root, _SCRIPTS))
    return parts.read_text(encoding="utf-8") + minified(own, pages.FILL_SCRIPT)


def page(library: Library, form: Form, common: str) -> str:
    """One form as a whole document: shell, style, body, scripts and data in one file."""
    data = form_pages.script(library, form).decode()
    code = _inside(common + data, "script")
    style = _inside(
        minified(assets.text(_files(library.root, _STYLES)), f"{form.key}.css"), "style"
    )
    return _SHELL.format(
        policy=_policy(code, style),
        icon=pages.icon(library.root),
        title=form.title,
        style=Markup(style),
        body=Markup(pages.fill_body(library, form)),
        code=Markup(code),
    )


def _files(root: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted((root / ASSETS).glob(pattern))


def _inside(text: str, element: str) -> str:
    """Text that cannot close the element it stands in; in a script's string it says the same."""
    return re.sub(f"</(?={element})", r"<\\/", text, flags=re.IGNORECASE)


def _policy(code: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src {_digest(code)}; style-src {_digest(style)}; "
        "img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_SHELL = Markup("""<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="{icon}">
<title>在线填写：{title}</title>
<style>{style}</style>
</head>
<body class="md-typeset alone" data-md-color-scheme="default">
<main>
<h1 id="page"><span class="doc-name">在线填写（单文件，不用联网）</span> {title}</h1>
{body}
</main>
<script>{code}</script>
</body>
</html>
""")
