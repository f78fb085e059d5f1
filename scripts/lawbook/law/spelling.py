"""How people write citations: the patterns, written once for Python and the page's scripts.

Everything works on folded text, which has wide characters narrowed one for one, so that offsets in
it are offsets in the text. ``PATTERNS`` use only what Python and browsers read alike: no
look-behind, no named groups, no named classes.
"""

from __future__ import annotations

import re

from lawbook.base.numerals import DIGITS, from_han
from lawbook.law.citation import Step

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = {"〔": "[", "【": "[", "〕": "]", "】": "]", "〈": "<", "〉": ">", "○": "〇", "～": "~"}
_SAME |= {"﹝": "[", "﹞": "]", "—": "-", "–": "-", "−": "-", "\u00a0": " ", "\u3000": " "}
_NARROW = {chr(sign): chr(other) for sign, other in _WIDE.items()} | _SAME
_FOLDED = re.compile(f"[{''.join(map(re.escape, _NARROW))}]")  # faster than str.translate

# 二〇二六 and 十六; 第十六条 may have blanks inside.
_B = r"[ \t]*"
# The end of a text: in Python $ also matches before a final line break.
_END = r"(?![\s\S])"
# The numerals used on cheques: 第拾陆条.
CHEQUE, PLAIN = "壹贰叁肆伍陆柒捌玖拾佰", "一二三四五六七八九十百"
_SIGN = f"[〇零一二两三四五六七八九十百千0-9{CHEQUE}]"
_NUM = f"{_SIGN}(?:{_B}{_SIGN})*"
# Blanks may match in one place only, else a list backtracks exponentially: 第 1 , 2 , 3 , 4 页.
_ONE = rf"(?:\({_B})?{_NUM}(?:{_B}\))?"
_LINK = f"{_B}(?:、|,|和|及|与|至|到|或|-|~){_B}(?:第{_B})?"
_MANY = f"{_ONE}(?:{_LINK}{_ONE})*"
_UNIT = "(部分|章(?!程)|节(?![点日课省能])|条|款|项(?!目)|目(?![标的录前])|问(?!题)|段|类)"
UNITS = {"部分": "part", "章": "ch", "节": "sec", "条": "art", "款": "par", "项": "item"}
UNITS |= {"目": "sub", "问": "q", "段": "par", "类": "item"}
RANK = {"part": 0, "ch": 0, "sec": 1, "art": 0, "q": 0, "annex": 0, "par": 1, "item": 2, "sub": 3}
TOPS = frozenset({"art", "q", "annex", "part"})
_INSERTED = f"(?:{_B}之{_B}({_NUM}))?"
_LAWS = (
    "法|法典|条例|办法|规定|细则|意见|准则|规范|章程|制度|方案|合同|协议|规则|公约|决定|通知"
    "|指南|解释|标准|规程|守则"
)
_STEP = f"{_B}({_MANY}){_B}{_UNIT}{_INSERTED}"
_COUNT = f"(?:{_B}([0-9]+)(?![0-9]))?"

PATTERNS = {
    # 第十二条, 第二、三项, 第（一）至（三）项, 附件, （三）项; after a name also 16条, 四（一）;
    # ``loose`` is for a text that is nothing but a citation.
    "step": f"第{_STEP}|(附件){_COUNT}",
    "named": f"(?:第|(?=[0-9]{{1,2}}{_B}条)){_STEP}|(附件|(?:复核)?清单(?={_B}第)){_COUNT}",
    "loose": f"第?{_STEP}|(附件|(?:复核)?清单){_COUNT}",
    "paren": rf"\({_B}({_NUM}){_B}\){_B}(?:[项类](?!目))?",
    "opinion": rf"({_NUM}){_B}(?:、{_B})?\({_B}({_NUM}){_B}\){_B}(?:项(?!目))?",
    "join": f"{_B}(、|,|和|及|以及|与|至|到|或|或者|-|~){_B}",
    "into": f"{_B}(?:的|中的|里的|之)?{_B}",
    "link": f"{_B}(、|,|和|及|与|至|到|或|-|~){_B}(?:第{_B})?",
    "number": rf"([\u4e00-\u9fff]{{2,12}}){_B}[\[\(<]{_B}((?:19|20)[0-9]{{2}}){_B}[\]\)>]"
    f"{_B}第?{_B}([0-9]{{1,5}}){_B}号",
    "title": r"《([^《》\n]{1,60})》",
    "after": rf"{_B}(?:的通知)?{_B}((?:\((?:[^()\n]|\([^()\n]{{0,20}}\)){{0,80}}\){_B})*)"
    f"((?:公开)?征求意见稿)?{_B}(?:的|中的|中|里的|里|之)?{_B}",
    "alias": r"以?下?(?:简称|统称)(?:为|是)?[: ]*"
    '[“"「]?《?([^《》“”"「」(),、。]{1,20})》?',
    # 网络安全法第二十一条: the name of another law without 《》.
    "foreign": rf"([\u4e00-\u9fff]{{0,24}}?(?:{_LAWS})){_B}{_END}",
    "relative": "(?:本|该|上述|前述|此)(?:办法|规定|实施意见|意见)"
    "|(?:本|该|同|前|上)一?(?:条|款|项)(?![例约目])",
    "heading": rf"(?:^|\n)[ \t#*>]*第{_B}{_NUM}{_B}条(?:[ \t*]+|[\[:])",
    # A charter whose articles run on in one line: a wide blank separates number and text.
    "inline": f"。[ \u3000]*第{_B}{_NUM}{_B}条\u3000",
    # What may precede a short name without 《》.
    "before": "(?:^|[^\u4e00-\u9fff]|依据|根据|按照|依照|遵照|对照|参照|按|和|与|及|在|对|是|从|的"
    "|为|据|见|以|照|违反|符合|执行|落实|适用|引用|看|由|了|国家|现行|新)" + _END,
    "basis": "(?:依据|根据|按照|依照|遵照|遵循|适用|违反|符合|执行|落实)[^。;\n]{0,6}"
    + _END
    + f"|(?:^|[兹现特应须拟经,。;\n])[依按据]{_END}",
    "aside": "对照|参考|比较|不同|曾|改为|仅供|没有法律效力|不是现行|未施行|正式文本|正式稿"
    "|不作为依据",
    # What connects a citation and a quotation of it.
    "lead": "(?:规定|明确|要求|提出|指出|写明|载明|强调|表述为|原文为?|写道|称|[:,]|是|为)"
    f"[了的]?[:, ]*{_END}",
    # A title with a place or unit in front.
    "own": "^[^\n]{0,20}?(?:省|市|自治区|区|县|州|大学|学院|公司|集团|医院|研究院|研究所|中心"
    "|委员会|协会|我|本)",
    "kinds": "(?:办法|规定|条例|规则|规范|意见|法)" + _END,
    "openly": "征求意见|意见稿|草案|草稿",
    "trial": r"\(试行\)",
    "draft": r"(?:公开)?(?:征求意见稿|征求意见)" + _END,
}

_LINK_RE = re.compile(PATTERNS["link"])
# §16, s. 16, sec. 16, section 16, art. 16, article 16: also in content/assets/search/cited.js.
SECTION = (
    r"(^|[^A-Za-z])(?:§+|s(?:s?\.|ec(?:t(?:ion)?s?)?\b\.?)|art(?:icle|\.)?)"
    r"[ \t]*([0-9０-９]{1,3})(?![0-9０-９])"
)
# 第一条至第九千条 is no range that anybody means.
LONGEST_RANGE = 60
LONGEST_NUMERAL = 9  # a longer numeral is none, and a browser would not represent it exactly


def fold(text: str) -> str:
    """Return the text with wide characters made narrow, one for one.

    >>> fold("办法第１６条（工信部联科〔2026〕75号）")
    '办法第16条(工信部联科[2026]75号)'
    """
    return _FOLDED.sub(lambda match: _NARROW[match[0]], text)


def in_full(text: str) -> str:
    """Return a text that is nothing but a citation, with 第…条 for foreign article signs.

    >>> in_full("办法§ 16"), in_full("s. 16"), in_full("Article 12"), in_full("class 3")
    ('办法第16条', '第16条', '第12条', 'class 3')
    """
    return re.sub(SECTION, r"\1第\2条", text, flags=re.IGNORECASE | re.ASCII)


def name_key(name: str) -> str:
    """Return the key that all spellings of a document's name share.

    >>> name_key("《科技伦理审查办法（试行）》")
    '科技伦理审查办法'
    """
    folded = re.sub(PATTERNS["trial"], "", fold(name))
    return re.sub(r"[ \t\n《》()<>“”\"「」·的]", "", folded).upper().removeprefix("中华人民共和国")


def value(numeral: str) -> int:
    """Return the number of a numeral, blanks and brackets ignored; 0 if it is none."""
    signs = re.sub(r"[ \t()]", "", numeral).translate(str.maketrans(CHEQUE, PLAIN))
    if len(signs) > LONGEST_NUMERAL:
        return 0
    if len(signs) > 1 and all(sign in DIGITS for sign in signs):
        return int("".join(str(DIGITS.index(sign)) for sign in signs))  # 三〇, 二〇二六
    try:
        return from_han(signs)
    except ValueError:
        return 0


def numbers(written: str) -> list[list[int]]:
    """Return the groups of ``二、三至五``, one for each number or range: ``[[2], [3, 4, 5]]``."""
    groups: list[list[int]] = []
    position, ranged = 0, False
    for link in (*_LINK_RE.finditer(written), None):
        number = value(written[position : link.start() if link else len(written)])
        if ranged and groups and 0 < number - groups[-1][-1] <= LONGEST_RANGE:
            groups[-1] += range(groups[-1][-1] + 1, number + 1)
        else:
            groups.append([number])
        if link:
            position, ranged = link.end(), link[1] in "至到-~"
    return groups


def under(kept: tuple[Step, ...], step: Step, *, joined: bool) -> tuple[Step, ...]:
    """Return ``kept`` followed by ``step``; 第十二条第一款、第二款 is all in 第十二条."""
    deeper = bool(kept) and RANK[step.unit] > RANK[kept[-1].unit]
    if joined or not deeper:
        kept = tuple(above for above in kept if RANK[above.unit] < RANK[step.unit])
    return (step,) if step.unit in TOPS else (*kept, step)
