"""What Python and the browser's scripts make of the same hostile answers, and where they differ.

``python tests/forms/parity.py 5000 [seed]`` runs as many sets and prints the result.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "word"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import hostile
import scripts

from lawbook import word
from lawbook.base import yamlfile
from lawbook.base.problem import Problem
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import Answers, Reading, reading
from lawbook.forms.form import Form
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from lawbook.library.loading import load

BATCH = 100


@dataclass(frozen=True)
class Act:
    """What the scripts are asked, what Python says, and how Python sees what they gave."""

    asked: dict[str, Any]
    want: Any
    seen: Callable[[Any], Any] = lambda found: found


class _EveryPath(dict[Any, Any]):
    """The lines of a file in which every place has one: its path."""

    def __contains__(self, path: object) -> bool:
        return True

    def get(self, path: Any, *_: Any) -> Any:
        return json.dumps(path)


def differences(library: Library, seed: int, count: int) -> list[str]:
    """Where the scripts say something else than Python on ``count`` sets."""
    acts = [act for several in itertools.islice(_acts(library, seed), count) for act in several]
    got = scripts.asked(library, (act.asked for act in acts))
    return [
        f"{act.asked['act']} {act.asked['key']}: {act.want!a} ≠ {found!a}"
        for act, found in zip(acts, got, strict=True)
        if act.seen(found) != json.loads(json.dumps(act.want))
    ]


def _acts(library: Library, seed: int) -> Iterator[list[Act]]:
    """What is tried of each set: one of answers, one of an answer file."""
    dice = Random(seed)
    for form in itertools.cycle(library.forms.values()):
        answers = scripts.held(hostile.answers(dice, form))
        tree = scripts.held_tree(hostile.tree(dice, form))
        yield [*_of_answers(form, answers), *_of_tree(form, tree)]


def _of_answers(form: Form, answers: Answers) -> Iterator[Act]:
    given = {"key": form.key, "answers": scripts.in_browser(answers)}
    yield Act({"act": "fill", **given}, _digest(form, answers))
    if form.layout.official:
        like = hashlib.sha256(word.fill_like_ministry(form, answers)).hexdigest()
        yield Act({"act": "ministry", **given}, like)
    normal = normalised(form, answers)
    changes = list(map(str, normal.changes))
    told = {"answers": scripts.in_browser(normal.answers), "changes": changes}
    yield Act({"act": "normal", **given}, told)


def _of_tree(form: Form, tree: Any) -> Iterator[Act]:
    read = reading(form, YamlFile("", tree, _EveryPath()))
    digest = "" if read.faults else _digest(form, read.answers)
    asked = {"act": "reading", "key": form.key, "tree": scripts.as_maps(tree)}
    yield Act(asked, _said(read) | {"digest": digest})
    yield from _of_files(form, scripts.whole(read.answers))


def _of_files(form: Form, answers: Answers) -> Iterator[Act]:
    """Each side reads what the other writes."""
    kept = scripts.in_browser(answers)
    given = {"key": form.key, "answers": kept, "name": answers.key}
    for act in ("yaml", "json"):
        yield Act({"act": act, **given}, kept, partial(_answers_of, form))
        yield Act({"act": f"{act}Again", **given}, kept)
    file = answer_file(form, answers, answers.key)
    asked = {"act": "fileReading", "key": form.key, "text": file, "name": "a.yml"}
    yield Act(asked, _lines(form, file))


def _answers_of(form: Form, file: str) -> dict[str, Any]:
    return scripts.in_browser(reading(form, yamlfile.parse(file, "a.yml")).answers)


def _lines(form: Form, file: str) -> dict[str, Any]:
    read = reading(form, yamlfile.parse(file, "a.yml"))
    names = ("faults", "findings", "advice", "notes")
    parts = {name: list(map(str, getattr(read, name))) for name in names}
    return {"answers": scripts.in_browser(read.answers), "lines": parts}


def _said(read: Reading) -> dict[str, Any]:
    return {
        "answers": scripts.in_browser(read.answers),
        "faults": list(map(_placed, read.faults)),
        "findings": list(map(_placed, read.findings)),
        "advice": list(map(_placed, read.advice)),
        "notes": list(map(_placed, read.notes)),
        "given": {},  # no form renames anything: see test_renamed.py
    }


def _placed(problem: Problem) -> dict[str, Any]:
    return {"path": json.loads(problem.where[1:]), "message": problem.message}


def _digest(form: Form, answers: Answers) -> str:
    return hashlib.sha256(word.fill(form, answers)).hexdigest()


def main() -> None:
    """Print how many sets were tried and every difference; exit 1 if there was one."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()
    library, found, start = load(scripts.ROOT), 0, time.monotonic()
    for number in range(0, count, BATCH):
        told = differences(library, seed + number, min(BATCH, count - number))
        found += len(told)
        for line in told[:3]:
            print(f"seed {seed + number}: {line[:3000]}", flush=True)
    taken = time.monotonic() - start
    print(f"{count} sets of each kind, seed {seed}: {found} differences, {taken:.0f} s")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
