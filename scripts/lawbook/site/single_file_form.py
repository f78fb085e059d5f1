"""A form's page as one file to keep and pass on, and the examples' answers as scripts.

The file contains everything it needs and may connect to nothing: its content security policy names
its own script and style by their digests and forbids every connection. It omits the texts that
quotations are compared with, a seventh of its size, and says so; the kinds of rules that its form
does not have; and styles it never uses.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from lawbook import pages
from lawbook.base import assets
from lawbook.base.minifier import bundled, shortened
from lawbook.export import citations, envelope, plan_data
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.site import form_pages
from lawbook.site.needed_style import needed

_START, _DOOR, _STYLE = "filling/start.js", "shell/data.js", "styles/alone.css"
Kinds = tuple[str, ...]
NONE: Mapping[str, Path] = {}


class Joined(NamedTuple):
    """esbuild's output: scripts by kinds of rules, the script that passes on data, the style.

    ``site`` are the site's own files, bundled in the same run.
    """

    codes: Mapping[Kinds, str]
    door: str
    style: str
    site: Mapping[str, str] = {}


def files(
    library: Library, scripts: Mapping[str, bytes], joined: Joined | None = None
) -> dict[str, str]:
    """Return the examples' answers, for trying a form, and ``forms/<key>/<key>.html``.

    ``scripts`` are the forms' own, by path below ``data/``.
    """
    codes, door, style, _ = joined or join(library)
    if not codes:
        return {}
    kinds, shelf = _kinds(library), citations.script(library, lean=True).decode()
    by_path = {}
    for name, file in library.examples.items():
        answers = envelope.script(f"examples/{name}", file.tree)
        by_path[f"data/examples/{name}.js"] = answers.decode()
    for form in library.forms.values():
        # The data are next to the page whose words they repeat: that compresses better.
        data = scripts[form_pages.script_path(form)].decode()
        whole = door + data + codes[kinds[form.key]] + shelf
        by_path[f"forms/{form.key}/{form.key}.html"] = page(library, form, whole, style)
    return by_path


def join(library: Library, site: Mapping[str, Path] = NONE) -> Joined:
    """Return the forms' scripts and style, empty if no page is filled; and the site's files.

    ``site`` names the module that each file of the site starts from. Raises ProblemsFound.
    """
    if not pages.filled_in_browser(library.root):
        return Joined({}, "", "", bundled(site))
    return parts(library.root, set(_kinds(library).values()), site)


def _kinds(library: Library) -> dict[str, Kinds]:
    return {form.key: plan_data.kinds(library, form) for form in library.forms.values()}


def parts(root: Path, wanted: Iterable[Kinds], site: Mapping[str, Path] = NONE) -> Joined:
    """Return the form pages' scripts, one for each set of kinds of rules, and the style."""
    folder = root / "content" / assets.FOLDER
    with tempfile.TemporaryDirectory() as scratch:
        entries = {f"{number}.js": kinds for number, kinds in enumerate(sorted(wanted))}
        for name, kinds in entries.items():
            Path(scratch, name).write_text(_entry(folder, kinds), encoding="utf-8")
        paths = {name: Path(scratch, name) for name in entries}
        paths |= {"door.js": folder / _DOOR, "alone.css": folder / _STYLE}
        bundles = bundled({**paths, **site})
    short = shortened({name: bundles[name] for name in (*entries, "door.js")})
    codes = {kinds: short[name] for name, kinds in entries.items()}
    whole = {path: bundles[path] for path in site}
    return Joined(codes, short["door.js"], bundles["alone.css"], whole)


def _entry(folder: Path, kinds: Kinds) -> str:
    """Return a single-file form's entry module, which imports only the kinds of rules it uses."""
    names = f"{{ {', '.join(kinds)} }}"
    start, known, every = (
        json.dumps(str((folder / module).absolute()))
        for module in (_START, "forms/plan_checks.js", "forms/plan_every.js")
    )
    knows = f"import {{ knows }} from {known};\nimport {names} from {every};\nknows({names});\n"
    return f"import {start};\n{knows}"


def page(library: Library, form: Form, script: str, styles: str) -> str:
    """Return a form as a complete document: shell, style, body, scripts and data in one file."""
    code = _inside(script, "script")
    body = pages.fill_body(library, form)
    style = _inside(needed(styles, f"{_SHELL}{body}{script}"), "style")
    return _SHELL.format(
        policy=_policy(code, style),
        icon=pages.icon(library.root),
        title=form.title,
        style=Markup(style),
        body=Markup(body),
        code=Markup(code),
    )


def _inside(text: str, element: str) -> str:
    """Escape text so that it cannot close its element; in a script's string it means the same."""
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
