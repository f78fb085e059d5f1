"""The pages on which forms are filled: whole without a script, the same alone and on the site."""

import re

import lxml.html  # type: ignore[import-untyped]
import pytest

from lawbook.forms.form import UNASKED
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import fill_body
from lawbook.site import single_file_form

Made = dict[str, Page]
KEYS = ("pilot-plan", "review-application")


@pytest.fixture(scope="module", params=KEYS)
def key(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def body(made: Made, key: str) -> lxml.html.HtmlElement:
    lines = made[f"forms/{key}/index.md"].text.splitlines()
    return lxml.html.fromstring(
        next(line for line in lines if line.startswith('<div class="fill"'))
    )


def test_the_page_asks_for_a_policy_without_connections(made: Made, key: str) -> None:
    assert '\nconnect: "none"\n' in made[f"forms/{key}/index.md"].text


def test_the_page_loads_its_form_and_the_shelf_of_all_forms(made: Made, key: str) -> None:
    scripts = re.findall('<script src="([^"]+)" defer>', made[f"forms/{key}/index.md"].text)
    data = ["../../data/tools/citations.js"]
    assert scripts == ["../../assets/fill.js", f"../../data/forms/{key}.js", *data]


def test_every_field_is_asked_with_its_words_and_its_grounds(
    made: Made, library: Library, key: str
) -> None:
    page = body(made, key)
    for _, field in library.forms[key].fields:
        entry = page.get_element_by_id(f"field-{field.key}")
        said = entry.text_content()
        for words in (field.label, field.hint, field.help, *[one.label for one in field.options]):
            assert not words or words.replace("\n", "") in said.replace("\n", "")
        if field.kind not in UNASKED:
            assert field.standing in said
            assert entry.get("data-kind") == field.kind
        grounds = entry.find_class("quest__grounds")[0].get("data-grounds").split()
        assert len(grounds) == len([one for one in field.basis if one != "本指南建议"])
        for number in grounds:
            assert page.get_element_by_id(f"ground-{number}").text_content().strip()


def test_every_control_has_a_name_and_stands_still_without_a_script(made: Made, key: str) -> None:
    page = body(made, key)
    labels = {one.get("for") for one in page.iter("label")}
    for control in (*page.iter("input"), *page.iter("textarea")):
        inside = any(True for _ in control.iterancestors("label"))
        hidden = control.get("aria-hidden") == "true"
        assert control.get("id") in labels or control.get("aria-label") or inside or hidden
    for section in page.find_class("step")[:-1]:
        assert section.find("fieldset").get("disabled") is not None


def test_ids_are_told_once(made: Made, key: str) -> None:
    ids = [one.get("id") for one in body(made, key).iter() if one.get("id")]
    assert len(ids) == len(set(ids)) > 60


def test_alone_the_same_body_leads_nowhere(made: Made, library: Library, key: str) -> None:
    alone = fill_body(library, library.forms[key])
    assert {one for one in re.findall(r' (?:href|src)="([^"]*)"', alone) if one[0] != "#"} == set()
    on_site = body(made, key)
    fields = [one.get("data-field") for one in on_site.iter() if one.get("data-field")]
    assert re.findall(r'data-field="([^"]*)"', alone) == fields


def test_a_known_answer_says_in_words_where_it_comes_from(made: Made) -> None:
    box = body(made, "review-application").get_element_by_id("in-review_list-opinion")
    assert box.get("data-known") == "opinion"
    assert box.get("data-said") == "合乎《办法》清单第二类的描述"
    unit = body(made, "review-application").get_element_by_id("in-unit")
    assert (unit.get("data-known"), unit.get("data-text")) == ("no-unit-name", "无")
    assert unit.get("data-said") == "没有单位，个人开展"
    general = body(made, "review-application").get_element_by_id("in-procedure-general")
    assert (general.get("data-known"), general.get("data-said")) == ("general", "一般程序")
    simple = body(made, "review-application").get_element_by_id("in-procedure-simple")
    assert simple.get("data-known") is None


def test_the_mini_project_has_no_such_pages(mini: Library) -> None:
    assert single_file_form.files(mini, {}) == {}


def test_a_file_that_stands_alone_names_its_own_script_and_style(library: Library) -> None:
    form = library.forms["pilot-plan"]
    made = single_file_form.page(library, form, "const text = '</script>';\n", "p {}\n")
    assert made.count("</script>") == 1
    assert made.count("<script>") == 1
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)
    assert policy
    assert policy[1].count("sha256-") == 2
    assert "unsafe" not in policy[1]
