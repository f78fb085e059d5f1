"""Answers to a form: read from an answer file and checked, all at once.

A fault means that something cannot be read (an unknown field, a wrong option, no date); a finding
means that it can be read but is not ready to be submitted (a required field without answer, a
number that lacks digits). Messages name fields as people see them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as part
from functools import partial
from types import MappingProxyType

from lawbook.base.dates import shown_date
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.shared import Shared
from lawbook.base.text import meant, nearest, trimmed
from lawbook.base.yamlfile import Path_, Tree, YamlFile
from lawbook.forms import former_names
from lawbook.forms.findings import Finding, findings
from lawbook.forms.form import Form
from lawbook.forms.values import Chosen, Fault, Row, Value, value_of

FILE_NAMES: Shared[str] = "答案文件名"
FICTIONAL: Shared[str] = "虚构示例"  # the mark of an example's answers
SPELLING_SETTLED: Shared[str] = "「{field}」的写法已统一为 {value}"
NOT_A_MAP: Shared[str] = "答案文件应为“键: 值”；可用的键：{keys}"
UNKNOWN_KEY: Shared[str] = "不认识的键 {key}；{nearest}"
NO_ANSWERS: Shared[str] = "缺少 answers；请在其下逐栏写“栏目: 内容”"
NO_FORM: Shared[str] = "缺少 form；请写上“form: {form}”"
SOME_TREE: Shared[str] = "一组内容"
OTHER_FORM: Shared[str] = "form 写的是 {shown}，这份表单是 {form}；请改成一致"
NO_SUCH_FIELD: Shared[str] = "表单没有“{field}”这一栏；{advice}"

HEAD = {"key": FILE_NAMES, "form": "表单", "title": "标题", "mark": "标注", "answers": "答案"}


@dataclass(frozen=True)
class Answers:
    """What a person answered: field key → value; a field without answer is absent.

    ``mark`` is printed on every page (虚构示例); empty for real answers.
    """

    form: str
    values: Mapping[str, Value] = part(default_factory=lambda: MappingProxyType({}))
    key: str = ""
    title: str = ""
    mark: str = ""

    def text(self, key: str) -> str:
        """Return the answer of a text or date field as people read it; empty if there is none."""
        value = self.values.get(key, "")
        if isinstance(value, datetime.date):
            return shown_date(value)
        return value if isinstance(value, str) else ""

    def chosen(self, key: str) -> dict[str, str]:
        """Return the ticked options of a choice: option key → text beside it."""
        value = self.values.get(key, ())
        items = value if isinstance(value, tuple) else ()
        return {item.option: item.text for item in items if isinstance(item, Chosen)}

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return the rows of a list, each with one text for each column."""
        value = self.values.get(key, ())
        items = value if isinstance(value, tuple) else ()
        return tuple(item for item in items if isinstance(item, tuple))


@dataclass(frozen=True)
class Reading:
    """The answers that could be read, the faults, the findings, and our advice.

    ``notes`` say what was carried over from an older version of the form, and what was respelt.
    """

    answers: Answers
    faults: tuple[Problem, ...] = ()
    findings: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def read_answers(form: Form, file: YamlFile) -> Answers:
    """Return the answers in a valid file. Raises ProblemsFound: faults, then findings."""
    read = reading(form, file)
    if read.faults or read.findings:
        raise ProblemsFound((*read.faults, *read.findings))
    return read.answers


def reading_of(forms: Mapping[str, Form], file: YamlFile) -> Reading:
    """Read the answer file of one of the forms. Raises ProblemsFound if it cannot be read."""
    key = str(file.tree.get("form")) if isinstance(file.tree, dict) else ""
    if key not in forms:
        known = "、".join(f"{form.key}（{form.title}）" for form in forms.values())
        message = f"没有写明是哪份表单（form），或者不是这里能用的；能用的：{known}"
        raise ProblemsFound([file.problem((), message)])
    read = reading(forms[key], file)
    if read.faults:
        raise ProblemsFound(read.faults)
    return read


def reading(form: Form, file: YamlFile, *, checked: bool = True) -> Reading:
    """Read an answer file as far as possible; nothing is raised.

    Not ``checked``: the file was checked before, and only its answers and faults are needed.
    """
    faults: list[tuple[Path_, str]] = []

    def fault(path: Path_, message: str) -> None:
        faults.append((path, message))

    head, tree = _head(form, file.tree, fault)
    old = former_names.carried(form, tree)
    values = dict(_values(form, old.tree, fault))
    spoilt = {path[1] for path, _ in faults if path[:1] == ("answers",) and len(path) > 1}
    known = _called(form)
    spoilt |= {meant(str(key), known) or key for key in spoilt - set(known)}
    # A field that could not be read, or has a misspelt key, is not reported as missing too.
    all_findings = findings(form, values) if checked else ()
    reported = [finding for finding in all_findings if finding.field not in spoilt]

    def problems(some: Iterable[tuple[Path_, str]]) -> tuple[Problem, ...]:
        return tuple(file.problem(old.former_path(path), message) for path, message in some)

    return Reading(
        Answers(form.key, MappingProxyType(values), **head),
        problems(faults),
        problems(_placed(finding) for finding in reported if not finding.advice),
        problems(_placed(finding) for finding in reported if finding.advice),
        problems((*old.notes, *_respelt(form, old.tree, values))),
    )


def _respelt(form: Form, tree: Tree, values: Mapping[str, Value]) -> Iterator[tuple[Path_, str]]:
    """Yield a note for each number or address that was brought to its standard spelling."""
    for _, field in form.fields:
        value = values.get(field.key)
        written = tree.get(field.key) if isinstance(tree, dict) else None
        if field.pattern and isinstance(written, str) and value not in (None, trimmed(written)):
            yield ("answers", field.key), SPELLING_SETTLED.format(field=field.called, value=value)


def _placed(finding: Finding) -> tuple[Path_, str]:
    return ("answers", finding.field, *finding.path), finding.message


def _head(form: Form, tree: Tree, fault: Fault) -> tuple[dict[str, str], Tree]:
    """Check the head of an answer file; return its texts and the tree of answers."""
    if not isinstance(tree, dict):
        fault((), NOT_A_MAP.format(keys="、".join(HEAD)))
        return {}, None
    for key in tree:
        if key not in HEAD:
            fault((key,), UNKNOWN_KEY.format(key=key, nearest=nearest(key, HEAD)))
    if (named := tree.get("form")) != form.key:
        fault(("form",), _other_form(form, named))
    if not isinstance(tree.get("answers"), dict):
        fault(("answers",), NO_ANSWERS)
    texts = {key: tree.get(key) for key in ("key", "title", "mark")}
    return {key: trimmed(text) for key, text in texts.items() if isinstance(text, str)}, tree.get(
        "answers"
    )


def _other_form(form: Form, named: Tree) -> str:
    if named is None:
        return NO_FORM.format(form=form.key)
    shown = named if isinstance(named, str) else SOME_TREE
    return OTHER_FORM.format(shown=shown, form=form.key)


def _values(form: Form, tree: Tree, fault: Fault) -> Iterator[tuple[str, Value]]:
    if not isinstance(tree, dict):
        return
    known = _called(form)
    for key in tree:
        if key not in known:
            fault(
                ("answers", key),
                NO_SUCH_FIELD.format(field=key, advice=nearest(key, known, many=True)),
            )
    for _, field in form.fields:
        value = value_of(field, tree.get(field.key), partial(_below, fault, field.key))
        if value is not None:
            yield field.key, value


def _called(form: Form) -> dict[str, str]:
    return {field.key: field.called for _, field in form.fields}


def _below(fault: Fault, key: str, path: Path_, message: str) -> None:
    fault(("answers", key, *path), message)
