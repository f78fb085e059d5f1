"""A secretary's slips, sown into clean cases (``seeded.yml``): nearly all found, none invented."""

from __future__ import annotations

import pytest
from seeded_cases import Seeded, Seeds, Slip

from lawbook.base import yamlfile
from lawbook.desk.case import read_case
from lawbook.desk.findings import CaseFinding, case_findings
from lawbook.library.library import Library

FILES, SLIPS, CLEAN = 40, 60, 5
MISSED = 2


@pytest.fixture(scope="module")
def seeds(library: Library) -> Seeds:
    return Seeds(library.rules.cases)


def said(library: Library, one: Seeded) -> tuple[CaseFinding, ...]:
    case = read_case(library, yamlfile.parse(one.text, f"{one.name}.yml"))
    return case_findings(library, case)


def is_found(library: Library, slip: Slip, findings: tuple[CaseFinding, ...]) -> bool:
    """Whether one finding at the paper or event says all that must be said."""
    label = library.rules.cases.acts[slip.act].label
    return any(
        one.where.partition("：")[0] == label and all(word in str(one) for word in slip.says)
        for one in findings
    )


def test_nearly_every_slip_is_found_where_it_is(library: Library, seeds: Seeds) -> None:
    files = list(seeds.faulty())
    missed = [
        (one.name, slip.what)
        for one in files
        for slip in one.slips
        if not is_found(library, slip, said(library, one))
    ]
    assert len(files) >= FILES
    assert sum(len(one.slips) for one in files) >= SLIPS
    assert len(missed) <= MISSED, missed


def test_every_rule_over_a_case_finds_a_slip(library: Library, seeds: Seeds) -> None:
    found = {one.rule for file in seeds.faulty() for one in said(library, file)}
    assert {rule.key for rule in library.rules.cases.rules} <= found


def test_nothing_is_found_in_clean_cases(library: Library, seeds: Seeds) -> None:
    clean = list(seeds.clean())
    assert len(clean) >= CLEAN
    assert {one.name: said(library, one) for one in clean} == {one.name: () for one in clean}
