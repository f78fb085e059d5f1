import datetime
import zipfile
from pathlib import Path

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.site import offline_zip

DAY = datetime.date(2026, 11, 22)
BUILT = datetime.date(2026, 12, 1)
FILES = frozenset({"index.html", "a/index.html", "a/b/index.html", "files/form.docx", "a.css"})


@pytest.mark.parametrize(
    ("link", "page", "on_disk"),
    [
        ("../", "a/index.html", "../index.html"),
        ("..", "a/index.html", "../index.html"),
        ("../..", "a/b/index.html", "../../index.html"),
        (".", "index.html", "index.html"),
        ("./", "a/index.html", "index.html"),
        ("b/", "a/index.html", "b/index.html"),
        ("b", "a/index.html", "b/index.html"),
        ("../#c", "a/index.html", "../index.html#c"),
        ("../?at=x/y#c", "a/index.html", "../index.html?at=x/y#c"),
        ("../files/form.docx", "a/index.html", "../files/form.docx"),
        ("#c", "a/index.html", "#c"),
        ("?at=x", "a/index.html", "?at=x"),
        ("", "a/index.html", ""),
        ("https://www.gov.cn/", "a/index.html", "https://www.gov.cn/"),
        ("//example.org/", "a/index.html", "//example.org/"),
        ("mailto:a@example.org", "a/index.html", "mailto:a@example.org"),
        ("c/", "a/index.html", None),
        ("../../a/", "a/index.html", None),
    ],
)
def test_a_link_to_a_folder_gets_the_name_of_its_file(
    link: str, page: str, on_disk: str | None
) -> None:
    assert offline_zip.address(link, page, FILES) == on_disk


def page(body: str) -> str:
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def test_only_links_are_changed_not_text_and_not_scripts() -> None:
    text = (
        '<p>href="a/" <a title="href=x" href="a/">链</a></p><script>x = \'<a href="a/">\'</script>'
    )
    made = offline_zip.on_disk(page(text), "index.html", FILES)
    changed = text.replace('<a title="href=x" href="a/">', '<a title="href=x" href="a/index.html">')
    assert changed in made


def test_a_page_gets_the_policy_of_a_disk_and_the_script_that_completes_links() -> None:
    made = offline_zip.on_disk(page("文"), "a/b/index.html", FILES)
    assert "script-src 'self' file:" in made
    assert "connect-src 'none'" in made
    assert '<script src="../../assets/offline.js"></script>\n  </body>' in made


def test_a_page_that_brings_its_own_policy_keeps_it_and_gets_no_script() -> None:
    own = '<html><head><meta http-equiv="Content-Security-Policy" content="x"></head><a href="a">'
    made = offline_zip.on_disk(own, "index.html", FILES)
    assert made == own.replace('href="a"', 'href="a/index.html"')


def test_a_link_that_leads_to_no_file_stops_the_bundle(site: Path, tmp_path: Path) -> None:
    (site / "a/index.html").write_text(page('<a href="../gone/">无</a>'), encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"a/index\.html: 离线版中没有 \.\./gone/"):
        offline_zip.bundle(site, tmp_path / "x.zip", DAY, BUILT)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    texts = {"index.html": page('<a href="a/">甲</a>'), "a/index.html": page('<a href="..">首</a>')}
    others = ("404.html", "sitemap.xml", "robots.txt", "assets/a.js.map", "assets/offline.js")
    for name, text in (texts | dict.fromkeys(others, "x")).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_bundle_is_one_folder_and_says_how_to_open_it(site: Path, tmp_path: Path) -> None:
    place = tmp_path / offline_zip.name(DAY)
    offline_zip.bundle(site, place, DAY, BUILT)
    with zipfile.ZipFile(place) as archive:
        top = "ai-ethics-guide-offline-2026-11-22/"
        names = {"a/index.html", "assets/offline.js", "index.html", "打开方法.txt"}
        assert set(archive.namelist()) == {top + one for one in names}
        text = archive.read(top + "打开方法.txt").decode("utf-8-sig")
    assert text.startswith(
        "人工智能科技伦理审查与服务指南（离线版）\r\n事实最近一次核对于2026-11-22\r\n生成于2026-12-01\r\n"
    )
    assert "\n" not in text.replace("\r\n", "")


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    places = [tmp_path / "1" / "x.zip", tmp_path / "2" / "x.zip"]
    for place in places:
        offline_zip.bundle(site, place, DAY, BUILT)
        (site / "index.html").touch()
    assert places[0].read_bytes() == places[1].read_bytes()


def test_two_years_later_only_the_day_of_the_build_differs(site: Path, tmp_path: Path) -> None:
    held = []
    for built in (BUILT, datetime.date(2028, 12, 1)):
        offline_zip.bundle(site, tmp_path / "x.zip", DAY, built)
        with zipfile.ZipFile(tmp_path / "x.zip") as archive:
            entries = archive.infolist()
            held.append({(one.filename, one.date_time): archive.read(one) for one in entries})
    now, then = held
    (told,) = [key for key in now if now[key] != then.get(key)]
    assert told[0] == "x/打开方法.txt"
    old, new = (text[told].decode("utf-8-sig") for text in held)
    assert old.replace("生成于2026-12-01", "生成于2028-12-01") == new
