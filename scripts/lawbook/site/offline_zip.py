"""The whole site in one .zip that works from a folder on a disk, without network.

A browser that opens a folder lists its files, so each link to a folder gets ``index.html``; links
made by scripts get it from ``assets/offline.js`` when they are followed.
"""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from lawbook.base import output
from lawbook.base.problem import Problem, ProblemsFound, in_order
from lawbook.site import policy

HOW_TO_OPEN = "打开方法.txt"
SCRIPT = "assets/offline.js"
# What only a server, a crawler or a developer needs.
LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml|robots\.txt|.*\.map"
    r"|assets/javascripts/(lunr|workers)/.*|search/search_index\.json"
)
_TAG = re.compile(r"(<script\b.*?</script\s*>)|<(?:a|area|link|img|script)\b[^>]*>", re.DOTALL)
_LINK = re.compile(r'(\s(?:href|src)=")([^"]*)(")')
_BODY_END = "</body>"


def name(checked: datetime.date) -> str:
    """Return the .zip's name by the newest day on which facts were checked.

    ASCII only, so that every system shows and unpacks it alike.

    >>> name(datetime.date(2026, 11, 22))
    'ai-ethics-guide-offline-2026-11-22.zip'
    """
    return f"ai-ethics-guide-offline-{checked}.zip"


def bundle(site: Path, target: Path, checked: datetime.date, built: datetime.date) -> None:
    """Write the .zip of a built site; the same site and days give the same bytes.

    Raises ProblemsFound for links that would be broken on a disk.
    """
    files = dict(_files(site))
    files[HOW_TO_OPEN] = how_to_open(checked, built).encode()
    output.write(target, _zipped(files, Path(target.name).stem, checked))


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    kept = frozenset(path for path in names if not LEFT_OUT.fullmatch(path))
    problems: list[Problem] = []
    for path in sorted(kept):
        data = (site / path).read_bytes()
        if path.endswith(".html"):
            try:
                data = on_disk(data.decode(), path, kept).encode()
            except ProblemsFound as error:
                problems.extend(error.problems)
        yield path, data
    if problems:
        raise ProblemsFound(in_order(problems))


def on_disk(page: str, name: str, files: frozenset[str]) -> str:
    """Return a page as it works from a disk: links to files, a disk's policy, our script.

    ``files`` are the names below the site. A page with its own policy gets no script. Raises
    ProblemsFound with each link that leads to no file.
    """
    problems: list[Problem] = []

    def link(match: re.Match[str]) -> str:
        target = address(match[2], name, files)
        if target is None:
            problems.append(Problem(name, f"离线版中没有 {match[2]} 指向的文件；请核对地址"))
        return f"{match[1]}{target}{match[3]}"

    def tag(match: re.Match[str]) -> str:
        opening, mark, rest = match[0].partition(">")
        return _LINK.sub(link, opening) + mark + rest

    html = _TAG.sub(tag, policy.without_policy(page))
    if problems:
        raise ProblemsFound(problems)
    if policy.protected(html):
        return html
    up = posixpath.relpath(SCRIPT, posixpath.dirname(name) or ".")
    end = html.rindex(_BODY_END)
    html = f'{html[:end]}<script src="{up}"></script>\n  {html[end:]}'
    return policy.with_policy(html, name, on_disk=True)


def address(link: str, page: str, files: frozenset[str]) -> str | None:
    """Return the link, with the file's name if it leads to a folder; None if it is broken.

    >>> address("../b/?q=1#c", "a/index.html", frozenset({"b/index.html"}))
    '../b/index.html?q=1#c'
    """
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if target in files:
        return link
    if posixpath.normpath(f"{target}/index.html") not in files:
        return None
    folder = "" if parts.path in {".", "./"} else parts.path.rstrip("/") + "/"
    return urlunsplit(parts._replace(path=f"{folder}index.html"))


def _zipped(files: dict[str, bytes], folder: str, day: datetime.date) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # the same bytes on whatever system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return held.getvalue()


def how_to_open(checked: datetime.date, built: datetime.date) -> str:
    """Return the text for whoever unpacked the .zip, with the line ends that Notepad expects."""
    return "\ufeff" + _TEXT.format(checked=checked, built=built).replace("\n", "\r\n")


_TEXT = """\
人工智能科技伦理审查与服务指南（离线版）
事实最近一次核对于{checked}
生成于{built}

一、打开
1. 先解压：右键点压缩包，选“全部解压缩”。不要在压缩包里直接打开网页。
2. 进入解压得到的文件夹，双击 index.html，用浏览器打开。
3. 请用 Edge、Chrome、Firefox 或 Safari，2020年以后的版本都可以；不支持 IE 浏览器。

二、使用
1. 不需要联网，也不发出任何网络请求。网页、搜索、工具、表单下载、打印都能用。
2. 整个文件夹可以放在电脑、U盘或者单位的共享文件夹里。移动时移动整个文件夹，不要只取其中几个文件。
3. 填写的内容只在本机，不会传到别处。

三、更新
内容会变。正式使用前，请核对上面的日期，取最新的一份；有什么变动，见“关于本指南”里的“更新记录”。

四、性质
本指南不是官方出版物，内容不构成法律意见，以发布机关公布的正式文本为准。
"""
