"""Pages, scripts and data of one build belong together, and say so."""

import hashlib
import re
from pathlib import Path

from lawbook.site import versions

LOADED = re.compile(r'<(?:script|link|img)\b[^>]*\s(?:src|href)="(?!data:)([^"]+)"')
OURS = re.compile(
    r"/(?:site\.(?:css|js)|fill\.js|moved\.js|logo\.svg|favicon\.svg|(?:tools|search)/\w+\.js)$"
)
DATA = re.compile(r"/data/.+\.js$")
OWN = re.compile(r"\.(js|css|svg)$")
THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def plain(name: str, held: bytes, version: bytes) -> bytes:
    """A file as it was before the version of its build was written into it."""
    if held.startswith(b"lawbookData("):
        assert held.endswith(b',"' + version + b'");\n'), name
        return held.replace(b',"' + version + b'");\n', b");\n")
    return held.replace(version, b"unversioned")


def test_every_page_names_what_it_loads_by_what_stands_there(root: Path) -> None:
    site = root / "site"
    asked: dict[str, set[str]] = {}
    for page in site.rglob("*.html"):
        for address in LOADED.findall(page.read_text(encoding="utf-8")):
            path, _, query = address.partition("?")
            if OURS.search(path) or DATA.search(path):
                asked.setdefault(query, set()).add(path.rsplit("../", 1)[-1])
    assert len(asked) == 1, {query: sorted(paths)[:3] for query, paths in asked.items()}
    [(query, paths)] = asked.items()
    assert {"assets/site.css", "assets/search/wire.js", "data/forms/pilot-plan.js"} <= paths
    version = query.removeprefix("v=").encode()
    digest = hashlib.sha256()
    for file in sorted(site.rglob("*"), key=lambda file: file.relative_to(site).as_posix()):
        name = file.relative_to(site).as_posix()
        if (
            OWN.search(name)
            and name.startswith(("assets/", "data/", "search/"))
            and not name.startswith(THEME)
        ):
            held = plain(name, file.read_bytes(), version)
            digest.update(f"{name} {len(held)}\n".encode())
            digest.update(held)
    assert digest.hexdigest()[:10].encode() == version
    for name in ("search/wire", "search/box", "tools/committee", "fill"):
        assert version in (site / f"assets/{name}.js").read_bytes(), name


def test_another_content_is_another_version_and_the_same_is_the_same() -> None:
    files = {
        "assets/a.js": 'start("unversioned");\n',
        "assets/b.css": "p{margin:0}\n",
        "data/c.js": b'lawbookData("c", {"d":1});\n',
        "data/c.json": b"{}",
        "old/index.html": '<head><script src="../assets/a.js"></script></head>',
        "above/index.html": '<script src="../../assets/a.js"></script><img src="//a/assets/b.svg">',
        "e.html": '<meta http-equiv="Content-Security-Policy"><script src="assets/a.js"></script>',
    }
    made, version = versions.versioned(files)
    assert re.fullmatch("[0-9a-f]{10}", version)
    assert made == {
        **files,
        "assets/a.js": f'start("{version}");\n'.encode(),
        "data/c.js": f'lawbookData("c", {{"d":1}},"{version}");\n'.encode(),
        "old/index.html": f'<head><script src="../assets/a.js?v={version}"></script></head>',
        "above/index.html": f'<script src="../../assets/a.js?v={version}"></script>'
        '<img src="//a/assets/b.svg">',
    }
    assert versions.versioned(dict(reversed(files.items()))).version == version
    assert versions.versioned({**files, "data/c.json": b"[]"}).version == version
    for name in ("assets/a.js", "assets/b.css", "data/c.js"):
        assert versions.versioned({**files, name: "other"}).version != version, name
