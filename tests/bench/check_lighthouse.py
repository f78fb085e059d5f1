"""Lighthouse as on a phone: the median of five runs on home, an article, a guide and a tool."""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/browser"), str(ROOT / "tests")]

from lighthouse import PAGES, QUALITIES, Report, report  # noqa: E402

from gzipped import serving  # noqa: E402

RUNS = 5


def main() -> int:
    """Print the points of each page; performance is the median of five runs."""
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    print(f"{'页面':<34}{'性能（五次）':<26}{'中位数':<8}{'首次绘制':<10}{'最大绘制':<10}{'阻塞'}")
    with serving(site) as address:
        for path in PAGES:
            _show(path, [report(address + path, ("performance", *QUALITIES)) for _ in range(RUNS)])
    return 0


def _show(path: str, runs: list[Report]) -> None:
    points = [one.points["performance"] for one in runs]
    times = [
        f"{statistics.median(one.milliseconds[name] for one in runs):.0f} ms"
        for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    ]
    print(
        f"{path or '首页':<36}{' '.join(map(str, points)):<30}{statistics.median(points):<10}"
        + "".join(f"{one:<14}" for one in times)
    )
    least = [min(one.points[name] for one in runs) for name in QUALITIES]
    print("  无障碍 {}，最佳实践 {}，SEO {}".format(*least))


if __name__ == "__main__":
    sys.exit(main())
