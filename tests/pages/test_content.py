from pathlib import Path

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.library.page import Page
from lawbook.pages import content
from lawbook.pages.world import World


def written(root: Path, text: str) -> Path:
    file = root / "content" / "guides" / "note.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def page(root: Path, text: str, world: World) -> Page:
    return content.page(root, written(root, text), world)


def faults(root: Path, text: str, world: World) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        page(root, text, world)
    return [str(problem) for problem in found.value.problems]


FRONT = "---\ntitle: 说明\ndescription: 一句话。\n---\n\n"


def test_a_page_carries_its_title_its_check_and_where_it_comes_from(
    tmp_path: Path, world: World
) -> None:
    made = page(tmp_path, FRONT + "# 说明\n\n核对于{{ checked }}。\n", world)
    assert made.path == "guides/note.md"
    assert 'title: "说明"' in made.text
    assert 'checked: "2026-11-28"' in made.text
    assert 'origin: "content/guides/note.md"' in made.text
    assert "# 说明 {#page}" in made.text
    assert "核对于2026-11-28。" in made.text


def test_every_fault_of_a_page_is_named_with_its_own_line(tmp_path: Path, world: World) -> None:
    text = FRONT + '# 说明\n\n{{ cite("measures-2026/art-99") }}\n\n{{ cit("x") }}\n\n## 小节\n'
    found = faults(tmp_path, text, world)
    assert found[0].startswith("content/guides/note.md:8: 没有 measures-2026/art-99")
    assert found[1].startswith("content/guides/note.md:10: 没有 cit 这个名称")
    assert found[2] == ("content/guides/note.md:12: 标题缺少固定的 id；请写成 ## 小节 {#名称}")


def test_a_syntax_fault_is_named_once(tmp_path: Path, world: World) -> None:
    found = faults(tmp_path, FRONT + "# 说明\n\n{% if %}\n", world)
    assert len(found) == 1
    assert found[0].startswith("content/guides/note.md:8: 写法有误")


def test_html_links_use_the_function_for_html(tmp_path: Path, world: World) -> None:
    text = FRONT + '# 说明\n\n<a href="{{ page("faq") }}">问答</a>\n'
    assert "请用 url(…)" in faults(tmp_path, text, world)[0]


def test_code_may_show_what_looks_like_a_heading(tmp_path: Path, world: World) -> None:
    made = page(tmp_path, FRONT + "# 说明\n\n```\n## 标题\n```\n", world)
    assert "## 标题\n" in made.text


def test_a_page_without_front_matter_takes_its_title_from_its_heading(
    tmp_path: Path, world: World
) -> None:
    assert 'title: "Why"' in page(tmp_path, "# Why\n\nText.\n", world).text
