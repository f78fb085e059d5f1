import re

from lawbook.forms.answer_schema import answers_schema
from lawbook.forms.form import UNASKED
from lawbook.library.library import Library


def test_the_schema_has_a_property_for_every_field_that_is_answered(library: Library) -> None:
    for form in library.forms.values():
        answers = answers_schema(form)["properties"]["answers"]
        answered = {item.key for _, item in form.fields if item.kind not in UNASKED}
        assert set(answers["properties"]) == answered
        assert answers["additionalProperties"] is False
        assert set(answers["required"]) == {
            item.key
            for _, item in form.fields
            if item.required and item.kind not in UNASKED and not form.is_conditional(item)
        }


def test_a_field_shows_its_label_and_its_rule(library: Library) -> None:
    fields = answers_schema(library.forms["pilot-plan"])["properties"]["answers"]["properties"]
    assert fields["contact_mobile"]["title"] == "联系人手机"
    mobile = "(?:(1[3-9][0-9]{9})|([+]([1-79][0-9]{0,2}|8[0-57-9][0-9]?)-[0-9]{5,14}))"
    assert fields["contact_mobile"]["pattern"] == f"^{mobile}(；{mobile})*$"
    assert re.match(fields["apply_date"]["pattern"], "2026.12.1")
    assert not re.match(fields["apply_date"]["pattern"], "近期")
    words, with_text = fields["focus_areas"]["items"]["oneOf"]
    assert words["enum"][:2] == ["manufacturing", "制造"]
    assert set(with_text["properties"]) == {"other", "其他"}
    row = fields["units"]["items"]
    assert row["required"] == ["name"]
    assert row["properties"]["kind"]["enum"][0] == "企业"


def test_only_fields_that_must_be_filled_are_described_so(library: Library) -> None:
    schema = answers_schema(library.forms["review-application"])
    fields = schema["properties"]["answers"]["properties"]
    assert fields["institutions"]["description"].startswith("必填")
    assert fields["overview"]["description"].startswith("建议填写")
    assert fields["background"]["description"].startswith("建议填写")
    assert fields["steps"]["description"].startswith("选填")
