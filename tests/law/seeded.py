"""A mock final text: the draft with 25 changes of which the comparison must tell each."""

from __future__ import annotations

import re

from lawbook.base.numerals import from_han, to_han

# Words of the draft, what they became, and the provision of the new text where that shows.
# Article 18 went and one came before Article 31: between them every article has a new number.
WORDS = (
    ("应在申请受理后的30日内", "应在申请受理后的20日内", "art-16/par-1"),
    ("应在自决定送达之日起3个工作日内", "应在自决定送达之日起5个工作日内", "art-16/par-2"),
    ("到会委员应不少于5人", "到会委员应不少于7人", "art-14/par-1"),
    ("跟踪审查间隔一般不超过12个月", "跟踪审查间隔一般不超过9个月", "art-17/par-1"),
    ("跟踪审查间隔一般不超过6个月", "跟踪审查间隔一般不超过3个月", "art-24/par-1"),
    ("应急工作一般在72小时内", "应急工作一般在48小时内", "art-26/par-1"),
    ("专家复核前的工作一般在36小时内", "专家复核前的工作一般在24小时内", "art-26/par-1"),
    ("在收到复核申请后30日内", "在收到复核申请后60日内", "art-22/par-2"),
    ("指定两名或两名以上的委员", "指定三名或三名以上的委员", "art-19/par-1"),
    ("尊重知识产权、", "", "art-3/par-1"),
    ("有条件的单位应设立", "单位可以设立", "art-9/par-1"),
    ("鼓励公众参与", "支持公众参与", "art-7/par-1"),
    ("（二）对已批准的人工智能科技活动方案作较小修改且不增大风险受益比；\n\n（三）前期",
     "（二）前期", "art-18/par-1"),
    ("研究目标对增进人类福祉、", "", "art-15/par-1/item-5"),
    ("日志管理等措施", "日志管理、版本管理等措施", "art-15/par-1/item-4"),
    ("由牵头单位负责申请", "由各单位分别申请", "art-21/par-1"),
    ("可不再开展专家复核", "可简化专家复核", "art-25/par-1"),
    ("由本单位申请开展专家复核", "由本单位在10日内申请开展专家复核", "art-21/par-1"),
    ("必要时，可邀请相关领域顾问专家参会，提供咨询意见。", "", "art-27/par-1"),
    ("给予相应处罚", "给予相应处理", "art-32/par-1"),
    ("本办法自*年*月*日起施行", "本办法自2030年1月1日起施行", "art-37/par-1"),
    ("（三）遵守人工智能科技伦理和科研诚信等要求的承诺书。",
     "（三）遵守人工智能科技伦理和科研诚信等要求的承诺书；\n\n（四）数据来源合法的说明。",
     "art-12/par-1/item-4"),
    ("3.面向存在安全、人身健康风险等场景的具有高度自主能力的自动化决策系统的研发。",
     "3.面向存在安全、人身健康风险等场景的具有高度自主能力的自动化决策系统的研发。\n\n"
     "4.能够自行复制并修改自身参数的系统的研发。", "annex/item-4"),
)  # fmt: skip
GONE = "第十八条"
AFTER = "第三十一条"
NEW = "第三十条【记录保存】服务中心应保存审查记录，保存期限不少于十五年，并接受查阅。\n\n"
COUNT = len(WORDS) + 2


def final(draft: str) -> str:
    """The mock final of a draft's text. Fails where a change does not fit exactly once."""
    for words, after, _ in WORDS:
        before = _as_in(draft, words)
        assert draft.count(before) == 1, before
        draft = draft.replace(before, after)
    blocks = re.split(r"(?=^第[一二三四五六七八九十]+[条章节])", draft, flags=re.MULTILINE)
    kept = [one for one in blocks if not one.startswith(GONE)]
    at = next(n for n, one in enumerate(kept) if one.startswith(AFTER))
    numbered = [_renumbered(one) for one in kept[:at]]
    return "".join([*numbered, NEW, *kept[at:]])


def _as_in(draft: str, words: str) -> str:
    """The words as the copy has them: it breaks lines where pages end."""
    pattern = r"\s*".join(map(re.escape, "".join(words.split())))
    found = re.findall(pattern, draft)
    return found[0] if len(found) == 1 else words


def _renumbered(block: str) -> str:
    """Articles 19 to 30 move up by one."""
    match = re.match(r"第([一二三四五六七八九十]+)条", block)
    if match is None or not 18 < from_han(match[1]) < 31:
        return block
    return f"第{to_han(from_han(match[1]) - 1)}条" + block[match.end() :]
