import pytest
from scripts import as_maps, asked

from lawbook.base.text import half_width
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answers import reading
from lawbook.forms.findings import findings
from lawbook.forms.handmade import amid, fits, fitting
from lawbook.forms.telephone import NUMBER, respelt
from lawbook.library.library import Library


def test_figures_fit_a_pattern_whatever_their_width() -> None:
    assert fitting("0[0-9]{2}-[0-9]{8}", "０１０—１２３４５６７８") == "010-12345678"
    assert fitting("[0-9]+", "十二") == "十二"  # what does not fit stays as it was written
    assert half_width("（ａ）％") == "(a)%"


LANDLINE, MOBILE, EMAIL = "contact_phone", "contact_mobile", "contact_email"
REFUSED = {
    "a#b.cn",
    "88888888",
    "138-0000000",
    "张三：13800000000",
    "138-0000-000",
    "a@b.cn 或者 c.cn",
    "+86 1380013",
    "13800000000转8001",
    "a@b.com 13800000000",
    "010-12345678-1234567",
    "张三 010-12345678",
}

ACTS = ("reading", "remarks")
SPELLINGS = [
    (LANDLINE, "0571-88888888转8001", "0571-88888888-8001"),
    (LANDLINE, "0571—88888888 分机：8001", "0571-88888888-8001"),
    (LANDLINE, "0571-88888888转分机8001", "0571-88888888-8001"),
    (LANDLINE, "0571-88888888，8001", "0571-88888888-8001"),
    (LANDLINE, "（0571）88888888", "0571-88888888"),
    (LANDLINE, "+86-571-88888888", "0571-88888888"),
    (LANDLINE, "+86 10 88888888", "010-88888888"),
    (LANDLINE, "（86-10）8888 8888", "010-88888888"),
    (LANDLINE, "0571 88888888", "0571-88888888"),
    (LANDLINE, "01088888888", "010-88888888"),
    (LANDLINE, "电话：010-88888888（转8001）", "010-88888888-8001"),
    (LANDLINE, "010-88888888/88888889", "010-88888888；010-88888889"),
    (LANDLINE, "88888888", "88888888"),  # whose area nobody said
    (LANDLINE, "138-0000000", "138-0000000"),
    (LANDLINE, "010-1234 5678转8001", "010-12345678-8001"),
    (LANDLINE, "电话 010-12345678（办）", "010-12345678"),
    (LANDLINE, "☎（010）1234 5678，（010）8765 4321", "010-12345678；010-87654321"),
    (LANDLINE, "8621-12345678", "021-12345678"),
    (LANDLINE, "8610 1234 5678", "010-12345678"),
    (LANDLINE, "TEL: 010-12345678 | 010-87654321", "010-12345678；010-87654321"),
    (MOBILE, "13800000000 13900000000", "13800000000；13900000000"),
    (MOBILE, "１３８００００００００（微信同号）", "13800000000"),
    (MOBILE, "+86 138-0000-0000", "13800000000"),
    (MOBILE, "0086 138 0000 0000", "13800000000"),
    (MOBILE, "（+86）138 0000 0000", "13800000000"),
    (MOBILE, "8613800000000、139 0000 0000", "13800000000；13900000000"),
    (MOBILE, "张三：13800000000", "张三：13800000000"),
    (MOBILE, "138-0000-000", "138-0000-000"),
    (EMAIL, "ａ＠b。cn", "a@b.cn"),
    (EMAIL, "mailto:a@b.cn", "a@b.cn"),
    (EMAIL, "“ａ＠ｂ．ｃｎ”", "a@b.cn"),
    (EMAIL, "a@b.cn（张三）、c@d.cn（李四）", "a@b.cn；c@d.cn"),
    (EMAIL, "a@b.cn／c@d.cn", "a@b.cn；c@d.cn"),
    (EMAIL, "EMAIL：a[at]b.cn & c(at)d.cn", "a@b.cn；c@d.cn"),
    (EMAIL, "a#b.cn", "a#b.cn"),
    (EMAIL, "张三 <a@b.cn>", "a@b.cn"),
    (EMAIL, "a@b.cn c@d.cn；", "a@b.cn；c@d.cn"),
    (EMAIL, "a@b.cn 或者 c.cn", "a@b.cn 或者 c.cn"),
    (LANDLINE, "400-800-8000", "400-800-8000"),
    (LANDLINE, "客服热线：４００ ８００ ８０００ 转 8", "400-800-8000-8"),
    (LANDLINE, "（800）8008000", "800-800-8000"),
    (LANDLINE, "95588", "95588"),
    (LANDLINE, "95588，12345", "95588；12345"),
    (LANDLINE, "+852 2345 6789", "+852-23456789"),
    (LANDLINE, "00852-2345-6789", "+852-23456789"),
    (LANDLINE, "（＋１）（415）555-0100", "+1-4155550100"),
    (LANDLINE, "传真 010-12345678", "010-12345678"),
    (LANDLINE, "电话/传真：010-12345678", "010-12345678"),
    (LANDLINE, "+86 1380013", "+86 1380013"),
    (MOBILE, "+852 6123 4567", "+852-61234567"),
    (MOBILE, "13800000000转8001", "13800000000转8001"),  # nothing of it is dropped
    (LANDLINE, "010 12345678-8001", "010-12345678-8001"),
    (LANDLINE, "0571 87654321-12", "0571-87654321-12"),
    (LANDLINE, "01012345678-801", "010-12345678-801"),
    (LANDLINE, "010-12345678 801", "010-12345678-801"),
    (LANDLINE, "010 1234 5678-8001", "010-12345678-8001"),
    (LANDLINE, "+86 10 12345678-801", "010-12345678-801"),
    (LANDLINE, "86 571 8765 4321", "0571-87654321"),
    (LANDLINE, "010-12345678(总机)转801", "010-12345678-801"),
    (LANDLINE, "总机 010-12345678 内线801", "010-12345678-801"),
    (LANDLINE, "0571 8888888-1", "0571-8888888-1"),  # seven figures and an extension
    (LANDLINE, "010·12345678", "010-12345678"),
    (LANDLINE, "010-12345678转801、802", "010-12345678-801；010-12345678-802"),
    (LANDLINE, "400 800 1234-5", "400-800-1234-5"),
    (LANDLINE, "4008-001-234", "400-800-1234"),
    (LANDLINE, "010-12345678-1234567", "010-12345678-1234567"),
    (LANDLINE, "张三 010-12345678", "张三 010-12345678"),
    (MOBILE, "86 138 0013 8000", "13800138000"),
    (EMAIL, "QQ邮箱：【a@b.cn】。", "a@b.cn"),
    (EMAIL, '"张三" <a@b.com>; 李四 <c@d.cn>', "a@b.com；c@d.cn"),
    (EMAIL, '"Zhang, San" <a@b.com>, Li Si <c@d.cn>', "a@b.com；c@d.cn"),
    (EMAIL, "张三 <a@b.com> 李四 <c@d.cn>", "a@b.com；c@d.cn"),
    (EMAIL, "张三 a@b.com；李四：c@d.cn", "a@b.com；c@d.cn"),
    (EMAIL, "张三（a@b.com）、李四（c@d.cn）", "a@b.com；c@d.cn"),
    (EMAIL, "a@邮箱.中国", "a@邮箱.中国"),
    (EMAIL, "张三＠邮箱。中国、a@b.cn", "张三@邮箱.中国；a@b.cn"),
    (EMAIL, "a @ b . com", "a@b.com"),
    (EMAIL, "a＠b.com，c@d.cn", "a@b.com；c@d.cn"),
    (EMAIL, "a@b.com 13800000000", "a@b.com 13800000000"),
]


def test_a_number_or_an_address_in_its_usual_spellings(library: Library) -> None:
    told = []
    for key, text, expected in SPELLINGS:
        pattern = library.forms["pilot-plan"].field(key).pattern or ""
        told.append((key, text, fitting(pattern, text)))
        assert fits(pattern, expected) == (expected not in REFUSED), text
    assert told == SPELLINGS


def test_what_stands_beside_a_number_is_reminded_of_and_kept(library: Library) -> None:
    form = library.forms["pilot-plan"]
    told = {
        finding.message: finding.advice
        for finding in findings(form, {MOBILE: "张三 13800138000", EMAIL: "我的邮箱是a@b.cn"})
        if "没有填写" not in finding.reason
    }
    assert told == {
        '「联系人手机」"张三 13800138000" 除“13800138000”外还有别的文字'
        "；请只写“13800138000”，姓名等写在别的栏目": True,
        '「联系人邮箱」"我的邮箱是a@b.cn" 除“a@b.cn”外还有别的文字'
        "；请只写“a@b.cn”，姓名等写在别的栏目": True,
    }
    assert amid(NUMBER, "张三 138 0013 8000 李四 13900139000") == "13800138000；13900139000"
    assert amid(NUMBER, "13800138000 张三转8001") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沈示意，０１０ 1234 5678-8001", "沈示意，010-12345678-8001"),
        ("沈示意（+86 138 0013 8000）", "沈示意（13800138000）"),
        ("010-12345678(总机)转801（工作日）", "010-12345678-801（工作日）"),
        ("2026年12月1日前打 12345678", "2026年12月1日前打 12345678"),
    ],
)
def test_numbers_among_words_take_their_spelling(text: str, expected: str) -> None:
    assert respelt(text) == expected


def test_every_form_reads_numbers_in_both_languages_alike(library: Library) -> None:
    """All contact fields know their kind, and the page makes of each spelling what Python does."""
    assert {
        (form.key, field.key)
        for form in library.forms.values()
        for _, field in form.fields
        if "电话" in field.label and not (field.pattern or field.telephones)
    } == set()
    plan, letter = library.forms["pilot-plan"], library.forms["review-decision"]
    trees = [(plan, {key: text}) for key, text, _ in SPELLINGS]
    trees += [(letter, {"contact": f"沈示意（{text}）、{text}"}) for _, text, _ in SPELLINGS]
    whole = [{"form": form.key, "answers": tree} for form, tree in trees]
    acts = [{"act": act, "key": one["form"], "tree": as_maps(one)} for one in whole for act in ACTS]
    got = asked(library, acts)
    for (form, _), one, read, remarks in zip(trees, whole, got[::2], got[1::2], strict=True):
        values = reading(form, YamlFile("a.yml", one)).answers.values
        assert read["answers"]["values"] == values
        mine = [one.reason for one in findings(form, values) if one.reason.count('」"')]
        assert [one for one in mine if one.split("」", 1)[1] not in "".join(remarks["lines"])] == []
