"""A fictional kind of document that exists as YAML alone, put into a copy of the project."""

from __future__ import annotations

import shutil
from pathlib import Path

KEY = "site-check"
FOLDER = Path(__file__).with_name("data") / "new_paper"
OFFERS = "{key: reviewing, label: 审查中, group: act, step: review, offers: [review-minutes, "

BEFORE = "          - 年度工作报告: forms/yearly-report/index.md\n"


def put_into(copy: Path) -> None:
    """The form, its rules, what a case does with it, its line in the menu; nothing else."""
    shutil.copy(FOLDER / "site-check.yml", copy / "data/forms")
    shutil.copy(FOLDER / "site-check-checks.yml", copy / "data/rules")
    file = copy / "data/rules/cases.yml"
    text = file.read_text(encoding="utf-8")
    paper = (FOLDER / "paper.yml").read_text(encoding="utf-8")
    assert text.count("\nroll: {") == text.count(OFFERS) == 1
    text = text.replace("\nroll: {", f"\n{paper}roll: {{").replace(OFFERS, f"{OFFERS}{KEY}, ")
    file.write_text(text, encoding="utf-8")
    menu = copy / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    line = f"          - 现场核查告知书: forms/{KEY}/index.md\n"
    menu.write_text(text.replace(BEFORE, line + BEFORE), encoding="utf-8")
