"""The programs that tests drive: a browser, an office, Chinese fonts, a PDF renderer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# The headless shell is the same engine without windows: half the processor time.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
OFFICES = ("soffice", "libreoffice")
MAC_APPS = {
    "chrome": "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "office": "/Applications/LibreOffice.app/Contents/MacOS/soffice",
}


def browser() -> str | None:
    """Return the path of this machine's Chromium or Chrome, or None."""
    return _first(BROWSERS, MAC_APPS["chrome"])


def office() -> str | None:
    """Return the path of LibreOffice's command, or None."""
    return _first(OFFICES, MAC_APPS["office"])


def _first(names: tuple[str, ...], app: str) -> str | None:
    paths = (shutil.which(name) for name in names)
    return next((path for path in paths if path), app if Path(app).exists() else None)


def _chinese_fonts() -> bool:
    if sys.platform == "darwin":  # macOS always has PingFang and Songti
        return True
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    listed = subprocess.run([lister, ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def _calc() -> bool:
    program = office()
    if program is None or sys.platform == "darwin":  # the application for macOS is complete
        return program is not None
    return (Path(program).resolve().parent / "libsclo.so").exists()


@dataclass(frozen=True)
class Part:
    """A program: its Debian package, its name for people, whether it is installed.

    ``instead`` is the package on a release that lacks the first.
    """

    package: str
    label: str
    present: Callable[[], bool]
    instead: str = ""


PARTS = (
    Part(BROWSERS[0], "Chromium 或 Chrome", lambda: browser() is not None, instead="chromium"),
    Part("fonts-noto-cjk", "中文字体（如 Noto CJK）", _chinese_fonts),
    Part("libreoffice-writer-nogui", "LibreOffice Writer", lambda: office() is not None),
    Part("libreoffice-calc-nogui", "LibreOffice Calc", _calc),
    Part("poppler-utils", "poppler（pdftoppm）", lambda: shutil.which("pdftoppm") is not None),
)


def missing() -> tuple[Part, ...]:
    """Return the parts that this machine lacks."""
    return tuple(part for part in PARTS if not part.present())


def main() -> int:
    """Install what is missing if that needs no further rights, else list it; return 0 or 2."""
    lacking = missing()
    if lacking and _may_install():
        _install([part.package for part in lacking])
        lacking = missing()
        _install([part.instead for part in lacking if part.instead])
        lacking = missing()
    if not lacking:
        return 0
    labels = "、".join(part.label for part in lacking)
    packages = " ".join(part.instead or part.package for part in lacking)
    print(f"测试还需要：{labels}。Debian/Ubuntu：apt-get install {packages}", file=sys.stderr)
    return 2


def _may_install() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    if not packages:
        return
    print(f"正在安装测试所需的软件：{'、'.join(packages)}……", flush=True)
    _apt_get("update", "-qq")
    for package in packages:  # one that is unavailable does not hold up the others
        _apt_get("install", "-qq", "-y", "--no-install-recommends", package)


def _apt_get(*arguments: str) -> None:
    # Failures show in what is still missing afterwards, in one message for all.
    subprocess.run(
        ["apt-get", *arguments],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.DEVNULL,
        check=False,
    )
