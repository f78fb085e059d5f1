"""Synthetic articles of other fields, so that words and numbers of law repeat as they would.

Nothing here is law: clauses are put together from parts, some of them from our own texts with
the subject changed, so that the search has to tell near things apart.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from lawbook.base.numerals import to_han
from lawbook.search.entry import Entry, Group, Part

FIELDS = (
    "食品安全",
    "道路运输",
    "建设工程",
    "招标投标",
    "政府采购",
    "环境保护",
    "水资源",
    "林业",
    "渔业",
    "矿产资源",
    "特种设备",
    "消防",
    "药品",
    "医疗器械",
    "化妆品",
    "疫苗",
    "传染病防治",
    "献血",
    "职业病防治",
    "劳动合同",
    "社会保险",
    "住房公积金",
    "物业管理",
    "城市供水",
    "燃气",
    "供热",
    "电力",
    "石油",
    "邮政",
    "电信",
    "广播电视",
    "出版",
    "电影",
    "文物",
    "博物馆",
    "图书馆",
    "体育",
    "旅游",
    "民航",
    "铁路",
    "港口",
    "航道",
    "海关",
    "税收",
    "会计",
    "审计",
    "统计",
    "价格",
    "广告",
    "商标",
    "专利",
    "著作权",
    "反垄断",
    "消费者权益",
    "电子商务",
    "快递",
    "粮食",
    "种子",
    "农药",
    "兽药",
    "饲料",
    "畜禽屠宰",
    "动物防疫",
    "植物检疫",
    "测绘",
    "气象",
    "地震",
)
WHO = (
    "主管部门",
    "县级以上人民政府",
    "经营者",
    "生产企业",
    "建设单位",
    "申请人",
    "检验机构",
    "行业协会",
    "当事人",
    "负责人",
)
DOES = (
    "提出书面申请",
    "作出是否准予的决定",
    "进行监督检查",
    "责令限期改正",
    "予以公告",
    "建立档案",
    "报上级备案",
    "组织专家评审",
    "出具检测报告",
    "办理变更登记",
    "签订协议",
    "缴纳费用",
    "公开信息",
    "制定应急预案",
    "开展培训",
    "接受社会监督",
    "说明理由",
)
PARTS = (
    "{who}应当自受理之日起{n}日内{does}",
    "{who}对决定有异议的，可以在{n}个工作日内申请复查",
    "{who}不得以任何理由拒绝{does}",
    "未经批准从事{field}活动的，由{who}责令停止，处{n}万元以下罚款",
    "{field}许可的有效期为{n}年，期满需要延续的应当在届满{n}日前{does}",
    "{who}应当配备不少于{n}名专职人员，并{does}",
    "{field}活动的跟踪检查间隔一般不超过{n}个月",
    "情况紧急的，{who}应当在{n}小时内{does}",
    "本办法所称{field}，是指与{field}有关的服务和管理",
    "{who}应当于每年{m}月{n}日前提交上一年度{field}工作报告",
)
OURS = re.compile("人工智能科技伦理|人工智能|科技伦理|伦理")


def groups(times: int, own: int) -> Iterator[Group]:
    """So many documents that the whole has ``times`` as many entries."""
    for number in range((times - 1) * own // 60 + 1):
        field = FIELDS[number % len(FIELDS)]
        name = f"《{field}管理办法（{number}）》"
        yield Group(
            f"synthetic-{number}", name, f"documents/synthetic-{number}/", "官方原文", "现行有效"
        )


def entries(own: tuple[Entry, ...], times: int, seed: int) -> Iterator[Entry]:
    """``times - 1`` synthetic entries for each of ours."""
    chance = random.Random(seed)
    clauses = [c for e in own for p in e.parts for c in re.split("[，。；]", p.text) if len(c) > 5]
    for number in range((times - 1) * len(own)):
        home, article = divmod(number, 60)
        field = FIELDS[home % len(FIELDS)]
        text = "，".join(_clause(chance, clauses, field) for _ in range(chance.randint(2, 6)))
        key = f"synthetic-{home}/art-{article + 1}"
        title = f"第{to_han(article + 1)}条 {chance.choice(DOES)}"
        part = Part(f"art-{article + 1}-par-1", text + "。", "第一款")
        yield Entry(key, "text", f"synthetic-{home}", title, f"documents/{key}/", (part,))


def _clause(chance: random.Random, clauses: list[str], field: str) -> str:
    if chance.random() < 0.4:
        return OURS.sub(field, chance.choice(clauses))
    return chance.choice(PARTS).format(
        who=chance.choice(WHO),
        does=chance.choice(DOES),
        field=field,
        n=chance.choice((1, 3, 5, 7, 10, 12, 15, 20, 30, 60, 72, 90)),
        m=chance.randint(1, 12),
    )
