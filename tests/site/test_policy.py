import base64
import hashlib
from pathlib import Path

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.site import policy

PAGE = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>'
    "{head}</head><body>{body}</body></html>"
)


def page(body: str = "", head: str = "") -> str:
    return PAGE.format(head=head, body=body)


def of(text: str, name: str, *, on_disk: bool = False) -> str:
    """One directive of the policy of a page."""
    found = dict(part.split(" ", 1) for part in policy.policy(text, on_disk).split("; "))
    return found[name]


def sha(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_nothing_comes_from_another_host_and_nothing_runs_that_is_not_ours() -> None:
    assert policy.policy(page()) == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
        "form-action 'none'"
    )


def test_each_script_in_a_page_is_named_by_its_hash_once() -> None:
    body = "<script>one()</script><script>\ntwo(1 < 2)\n</script><script>one()</script>"
    assert (
        of(page(body), "script-src")
        == f"'self' {sha('one()')} {sha(chr(10) + 'two(1 < 2)' + chr(10))}"
    )


def test_files_and_data_need_no_hash() -> None:
    body = '<script src="a.js"></script><script type="application/json">{"a": 1}</script>'
    assert of(page(body), "script-src") == "'self'"


def test_a_line_end_of_another_system_is_hashed_as_a_browser_reads_it() -> None:
    assert policy.hashes("<script>a()\r\nb()</script>") == [sha("a()\nb()")]


def test_a_page_may_ask_to_connect_to_nobody() -> None:
    asks = page(head='<meta name="lawbook-connect" content="none">')
    assert of(asks, "connect-src") == "'none'"
    assert of(page(), "connect-src") == "'self'"


def test_a_page_on_a_disk_loads_from_the_disk_and_connects_to_nobody() -> None:
    assert of(page(), "script-src", on_disk=True) == "'self' file:"
    assert of(page(), "connect-src", on_disk=True) == "'none'"


def test_the_policy_stands_before_all_that_could_be_loaded() -> None:
    made = policy.with_policy(page(head='<script src="a.js"></script>'), "a.html")
    assert made.index("Content-Security-Policy") < made.index("<script")
    assert made.index("<meta charset") < made.index("Content-Security-Policy")


def test_a_page_that_loads_before_its_policy_is_refused() -> None:
    with pytest.raises(ProblemsFound, match=r"a\.html: .*之前已经载入"):
        policy.with_policy('<head><script src="a.js"></script><meta charset="utf-8">', "a.html")


def test_a_page_without_a_head_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>文</p>", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"a\.html: 没有 <head>"):
        policy.apply(tmp_path)


def test_a_page_keeps_the_stricter_policy_that_it_brings(tmp_path: Path) -> None:
    own = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    file = tmp_path / "forms" / "note.html"
    file.parent.mkdir()
    file.write_text(page(head=own), encoding="utf-8")
    policy.apply(tmp_path)
    assert file.read_text(encoding="utf-8") == page(head=own)


def test_applying_twice_is_applying_once(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(page("<script>go()</script>"), encoding="utf-8")
    policy.apply(tmp_path)
    once = file.read_text(encoding="utf-8")
    policy.apply(tmp_path)
    assert file.read_text(encoding="utf-8") == once
    assert once.count("Content-Security-Policy") == 1
    assert policy.without_policy(once) == page("<script>go()</script>")
