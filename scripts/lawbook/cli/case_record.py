"""``lawbook case record``: record an event without a paper, and report on a changed case."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from lawbook.base import output
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.cli.batch import Outcome
from lawbook.cli.case_files import TODAY, act_named, case_at, given_day
from lawbook.cli.check import library_of, tell
from lawbook.cli.deadlines import today_of
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project, project_root
from lawbook.desk.case import Case, Entry, case_file, said_faults
from lawbook.desk.findings import new_findings
from lawbook.desk.standing import next_act, standing
from lawbook.desk.taking import admit, completed
from lawbook.library.library import Library
from lawbook.rules.caseflow import Act


class Listing(click.Command):
    """A command whose help lists the papers or events defined in the project's data."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line for each paper or event below the options."""
        flow = library_of(project_root(ctx.obj)).rules.cases
        is_event = self.params[0].metavar == "EVENT"
        with formatter.section("EVENT" if is_event else "KIND"):
            acts = flow.events if is_event else flow.papers[1:]
            formatter.write_dl([(act.called, _line(act)) for act in acts])


def _line(act: Act) -> str:
    """Return a line about an act: what it is, and what is recorded with it."""
    asked = [
        f"{ask.key}={'｜'.join(ask.options) or ask.label}{'' if ask.required else '（可以不写）'}"
        for ask in act.asks
    ]
    return f"{act.label}{'；' if asked else ''}{' '.join(asked)}"


@click.command(cls=Listing)
@click.argument("kind", metavar="EVENT")
@click.argument("file", metavar="CASE", type=click.Path(path_type=Path))
@click.argument("words", metavar="[名称=内容]…", nargs=-1)
@click.option("--day", help="发生的日期，例如 2026-12-01；默认今天。")
@TODAY
@in_project(UNUSABLE)
def record(
    root: Path, /, kind: str, file: Path, words: tuple[str, ...], **days: str | None
) -> None:
    """记一件没有文书的事；已经记过、当时没有写全的，再记一次就是补写。

    例：lawbook case record extended cases/2026-001.yml until=2027-01-15 reason=补充材料

    日期早于它之前的事、使案件自相矛盾的，不写入，案件不变。
    """
    library = library_of(root)
    act = act_named(library, kind, papers_only=False)
    case = case_at(library, file)
    details = dict(word.partition("=")[::2] for word in words)
    full = completed(case, act, details)
    if full and standing(library, case).state.key not in act.after:
        if faults := list(said_faults(act, (full.newest(act.key) or full.entries[0]).said)):
            raise ProblemsFound([Problem(case.number, fault) for fault in faults])
        message = f"{case.number}：{act.label}补写了{'、'.join(details.values())}，日期不变"
        return saved(library, full, file, (message,))
    if faults := list(said_faults(act, details)):
        raise ProblemsFound([Problem(case.number, fault) for fault in faults])
    today = today_of(days["today"])
    entry = Entry(act, given_day(days["day"], "--day") or today, said=details)
    admit(library, case, entry, today)
    return saved(library, case.with_entry(entry), file, ())


def saved(library: Library, case: Case, file: Path, told: tuple[str, ...]) -> None:
    """Write a case, and report where it stands now and what is wrong with its last entry."""
    output.write(file, case_file(library, case))
    now = standing(library, case)
    before = replace(case, entries=case.entries[:-1])
    findings = new_findings(library, before, case)
    lines = [*told, *(f"{case.number}: {finding}" for finding in findings)]
    act = next_act(library, now, now.state)
    lines.append(f"{case.number}：{now.state.label}" + (f"；下一步{act.verb}" if act else ""))
    must = any(not finding.advice for finding in findings)
    sys.exit(tell([Outcome(FINDINGS if must else 0, tuple(lines))]))
