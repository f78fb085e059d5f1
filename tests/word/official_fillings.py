"""The official template as offices fill it, made from a seed: five shapes, no controls."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from random import Random

from bare_word import packed, paragraph, run, table, tick

from lawbook.forms.form import Form
from lawbook.forms.values import Chosen, Value

SHAPES = ("one table", "two tables", "nested boxes", "line ends", "numbered lines")
AREAS = {
    "manufacturing": "制造", "science": "科技", "culture": "文化", "medicine": "医疗",
    "finance": "金融", "agriculture": "农业", "tourism": "旅游", "consumption": "消费",
    "other": "其他",
}  # fmt: skip
KINDS = {
    "enterprise": "企业", "university": "高等学校", "institute": "科研机构",
    "hospital": "医疗卫生机构", "other": "其他",
}  # fmt: skip
CITIES = ("云澜市", "星浦市", "示例市松岚区", "青屿市")
OPENINGS = ("", "", "按照统一部署，", "围绕产业实际，", "到2027年6月底，")
DEEDS = (
    "印发工作方案1个、配套制度4项",
    "新设科技伦理委员会15家，累计达到24家",
    "由市工业和信息化局牵头，每月5日前报送进展",
    "组织培训6期，参加人员不少于300人次",
    "建立联席会议制度，重大事项及时研究",
    "配备专职人员12名，经费由市级财政安排",
    "对风险实行关注、预警、紧急三级处置",
)
INNER = ("（一）", "（二）", "（三）")
PATHS = {
    "path_mechanism": ("人工智能伦理治理工作机制构建路径", "伦理治理工作机制"),
    "path_guidance": ("创新主体科技伦理委员会建设和审查工作指导计划", "指导计划"),
    "path_centre": ("人工智能科技伦理审查与服务中心构建路径", "审查与服务中心构建路径"),
    "path_network": ("联动敏捷治理网络构建路径", "敏捷治理网络"),
}
DUTIES = ("省级统筹层", "先导城市执行层", "创新主体实施层")
RENAMED = {
    "联系人": ("联系人姓名",), "职务": ("职务", "职 务"), "座机": ("办公电话", "固定电话"),
    "手机": ("手机号码", "移动电话", "手 机"), "邮箱": ("电子邮箱", "E-mail", "电子邮件"),
    "通讯地址": ("联系地址", "通信地址"),
    "单位名称": ("单位全称", "名称", "机构名称"), "单位类型": ("类型", "类别", "单位性质"),
}  # fmt: skip
SPAN, START, ON = (
    f"<w:tcPr>{one}</w:tcPr>"
    for one in ('<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>")
)
DUTY_KEYS = ("duty_province", "duty_city", "duty_innovators")


class Filling:
    """One filling: the file, the values that a person wrote, the fields that share a cell."""

    merges = True  # whether a cell beside the contact may be merged down

    def __init__(self, form: Form, shape: str, dice: Random) -> None:
        self.form, self.shape, self.dice = form, shape, dice
        self.values: dict[str, Value] = _values(dice)
        self.unclear: set[str] = set()
        self.file = packed("".join(self._body()))

    def _body(self) -> Iterable[str]:
        yield from map(paragraph, ("附件", "“人工智能科技伦理审查与服务先导计划”", "行动实施方案"))
        gap = self.dice.choice(("", "  ", "____"))
        for label, key in (("申报城市：", "city"), ("推荐单位：", "recommender")):
            hint = self.form.hint(self.form.field(key)) if self.dice.random() < 0.3 else ""
            yield paragraph(f"{label}{gap}{self.values[key]}{gap}{hint}")
        date = self.values["apply_date"]
        assert isinstance(date, datetime.date)
        yield paragraph(f"日 期：{gap}{date.year}年{date.month}月{date.day}日{gap}")
        title = f"{self.values['place']}“人工智能科技伦理审查与服务", "先导计划”行动实施方案"
        yield (
            "".join(map(paragraph, title))
            if self.dice.random() < 0.7
            else paragraph("".join(title))
        )
        basic, scheme = self._basic(), self._scheme()
        if self.shape in {"two tables", "numbered lines"}:
            yield table(basic) + paragraph("") + table(scheme)
        else:
            yield table([*basic, *scheme])
        yield from self._units()

    def _label(self, *words: str) -> str:
        if self.shape == "line ends":
            return paragraph("\n".join(words))
        if self.shape in {"nested boxes", "two tables"}:
            return "".join(map(paragraph, words))
        return paragraph(" ".join(words))

    def _basic(self) -> list[list[str]]:
        text = {key: paragraph(str(value)) for key, value in self.values.items()}
        span = SPAN if self.dice.random() < 0.5 else ""
        return [
            [paragraph("组织实施单位"), span + text["organiser"]],
            [paragraph("日常联系单位"), span + text["daily_contact"]],
            *self._contact(text),
            [self._label("拟面向", "重点领域"), self._areas()],
            [self._label("拟涵盖", "重点主体"), self._boxes("participants", KINDS)],
            *self._torn(self._label("已有工作", "基础"), "foundation"),
            [span + paragraph("具体实施方案")],
        ]

    def _named(self, label: str) -> str:
        return paragraph(self.dice.choice((label, *RENAMED[label])))

    def _contact(self, text: dict[str, str]) -> list[list[str]]:
        """Three rows of two fields, with a merged cell before them or without; or six rows."""
        keys = ("name", "post", "phone", "mobile", "email", "address")
        labels = ("联系人", "职务", "座机", "手机", "邮箱", "通讯地址")
        pairs = [
            [self._named(label), text[f"contact_{key}"]]
            for label, key in zip(labels, keys, strict=True)
        ]
        rows = [pairs[n] + pairs[n + 1] for n in (0, 2, 4)] if self.dice.random() < 0.7 else pairs
        if self.dice.random() < 0.5 or not self.merges:
            return rows
        head = START + paragraph("联系方式")
        return [[head if not n else ON + paragraph(""), *row] for n, row in enumerate(rows)]

    def _torn(self, label: str, key: str) -> list[list[str]]:
        """A long answer in one row, or in one for each paragraph beside a merged label."""
        lines = str(self.values[key]).split("\n")
        if self.dice.random() < 0.6:
            return [[label, self._long(key)]]
        return [
            [(ON + paragraph("")) if n else START + label, paragraph(line)]
            for n, line in enumerate(lines)
        ]

    def _areas(self) -> str:
        must = paragraph("必选： 人工智能基础底座领域（如数据、算法、模型等）")
        boxes = self._boxes("focus_areas", AREAS)
        if self.shape == "one table" and boxes.startswith("<w:p>"):
            return must + paragraph("可选：", boxes.removeprefix("<w:p>").removesuffix("</w:p>"))
        return must + paragraph("可选：") + boxes

    def _boxes(self, key: str, labels: dict[str, str]) -> str:
        chosen = self.values[key]
        assert isinstance(chosen, tuple)
        words = {one.option: one.text for one in chosen if isinstance(one, Chosen)}
        way = self.dice.choice(("sign", "sign", "eq", "legacy", "font", "behind"))
        sign = self.dice.choice("☑√■☒")
        shown = []
        for option, label in labels.items():
            beside = f"：{words[option]}" if words.get(option) else ""
            mark = tick(way, sign, ticked=option in words)
            made = run(label) + mark if way == "behind" else mark + run(label)
            shown.append(made + run(beside))
        if self.shape == "nested boxes":
            cells = [f"<w:p>{one}</w:p>" for one in shown]
            return table([cells[n : n + 3] for n in range(0, len(cells), 3)]) + paragraph("")
        return f"<w:p>{run('    ').join(shown)}</w:p>"

    def _long(self, key: str) -> str:
        value = self.values[key]
        assert isinstance(value, str)
        lines = value.split("\n")
        if self.shape == "line ends":
            return paragraph("\n".join(lines))
        return "".join(map(paragraph, lines))

    def _scheme(self) -> list[list[str]]:
        return [
            *self._torn(paragraph("工作目标"), "goals"),
            *self._merged(paragraph("职责分工"), dict(zip(DUTY_KEYS, DUTIES, strict=True))),
            *self._merged(
                self._label("重点工作", "实施路径"),
                {key: f"{n}.{words[1]}" for n, (key, words) in enumerate(PATHS.items(), 1)},
            ),
            *self._torn(paragraph("工 作 计 划"), "schedule"),
            *self._torn(paragraph("预 期 成 效"), "results"),
        ]

    def _merged(self, label: str, names: dict[str, str]) -> list[list[str]]:
        """A group in one cell, or in a row for each part beside its merged label."""
        way = self.dice.choice(("one", "one", "cells", "rows"))
        if way == "one":
            whole = self._duties() if DUTY_KEYS[0] in names else self._paths()
            return [[label, whole]]
        rows = []
        for number, (key, name) in enumerate(names.items()):
            head = (ON + paragraph("")) if number else START + label
            parts = [paragraph(name), self._long(key)]
            rows.append([head, *parts] if way == "cells" else [head, "".join(parts)])
        return rows

    def _duties(self) -> str:
        way = self.dice.choice(("（{}）", "{}、", "", "inline"))
        if self.dice.random() < 0.04:
            return self._shared(DUTY_KEYS)
        made = ""
        for number, (key, words) in enumerate(zip(DUTY_KEYS, DUTIES, strict=True)):
            if way == "inline":
                made += paragraph(f"{words}：{str(self.values[key]).replace(chr(10), '')}")
                self.values[key] = str(self.values[key]).replace("\n", "")
            else:
                made += paragraph(way.format("一二三"[number]) + words) + self._long(key)
        return made

    def _paths(self) -> str:
        if self.dice.random() < 0.04:
            return self._shared(tuple(PATHS))
        way = self.dice.randrange(4)
        made = ""
        for number, (key, words) in enumerate(PATHS.items(), 1):
            if way == 3:
                head = f"{number}.{self.form.field(key).hint}"
            else:
                head = (f"{number}." if way else f"{'一二三四'[number - 1]}、") + words[way == 2]
            made += paragraph(head) + self._long(key)
        return made

    def _shared(self, keys: tuple[str, ...]) -> str:
        self.unclear.update(keys)
        made = "".join(map(self._long, keys))
        self.values[keys[0]] = "\n".join(str(self.values[key]) for key in keys)
        for key in keys[1:]:
            del self.values[key]
        return made

    def _units(self) -> Iterable[str]:
        rows = self.values["units"]
        yield paragraph("初步计划参与的代表性单位清单")
        if self.shape != "numbered lines":
            heads = [paragraph("序号"), self._named("单位名称"), self._named("单位类型")]
            merged, lines, before = self.dice.random() < 0.4, [heads], ""
            for number, (name, kind, _) in enumerate(rows, 1):  # type: ignore[misc,arg-type]
                cell = ON + paragraph("") if merged and kind == before else paragraph(kind)
                cell = START + cell if merged and kind != before else cell
                lines.append([paragraph(str(number)), paragraph(name), cell])
                before = kind
            yield table(lines)
            return
        for number, row in enumerate(rows, 1):  # type: ignore[arg-type]
            yield paragraph(f"{number}.{row[0]}（{row[1]}）")  # type: ignore[index]


def _values(dice: Random) -> dict[str, Value]:
    place = dice.choice(CITIES)
    values: dict[str, Value] = {
        "city": f"{place}人民政府",
        "recommender": "东江省工业和信息化厅",
        "apply_date": datetime.date(2026, dice.randint(9, 12), dice.randint(1, 28)),
        "place": place,
        "organiser": f"{place}人民政府",
        "daily_contact": f"{place}工业和信息化局",
        "contact_name": dice.choice(("贾示例", "甄试写")),
        "contact_post": dice.choice(("科长", "科技与伦理科科长")),
        "contact_phone": "0000-00000000",
        "contact_mobile": "13800000000",
        "contact_email": "lx@example.com",
        "contact_address": f"{place}示例路{dice.randint(1, 99)}号",
        "focus_areas": _some(dice, AREAS, "航运"),
        "participants": _some(dice, KINDS, "行业协会"),
        "units": tuple(
            (f"{place}示例单位{n}", dice.choice(list(KINDS.values())), "") for n in range(1, 9)
        ),
    }
    keys = ("foundation", "goals", *DUTY_KEYS, *PATHS, "schedule", "results")
    return values | {key: _text(dice) for key in keys}


def _some(dice: Random, labels: dict[str, str], other: str) -> tuple[Chosen, ...]:
    keys = set(dice.sample(list(labels), dice.randint(1, len(labels))))
    return tuple(Chosen(key, other if key == "other" else "") for key in labels if key in keys)


def _text(dice: Random) -> str:
    deeds = dice.sample(DEEDS, dice.randint(1, 4))
    lines = [f"{dice.choice(OPENINGS)}{deed}。" for deed in deeds]
    if len(lines) == 3 and dice.random() < 0.7:
        lines = [number + line for number, line in zip(INNER, lines, strict=True)]
    return "\n".join(lines)
