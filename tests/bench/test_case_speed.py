"""Opening, checking and registering stays near what a mere reading costs, measured in one run."""

import pytest
from check_case_speed import ROOT, applications, case_texts, plain, registered, reported, timed
from wordfile import deflated

from lawbook.cli.check import library_of
from lawbook.library.library import Library
from lawbook.word.read.readback import read

FEW = 20

# What an ordinary change costs shows in `make bench`; a machine with other work measures badly.
pytestmark = pytest.mark.deep


def test_an_application_costs_at_most_eleven_mere_readings() -> None:
    library = library_of(ROOT)
    files = applications(library, FEW)
    registered(library, applications(library, FEW, first=FEW))  # what is made once is made
    assert timed(lambda: registered(library, files)) <= 11 * timed(lambda: plain(files))


def test_a_file_that_nobody_touched_is_read_in_two_thirds_of_the_time_at_most() -> None:
    library = library_of(ROOT)
    files = applications(library, FEW)
    anew = [deflated(data) for data in files]
    read_all(library, applications(library, FEW, first=FEW))
    least, most = timed(lambda: read_all(library, files)), timed(lambda: read_all(library, anew))
    assert 3 * least <= 2 * most


def read_all(library: Library, files: list[bytes]) -> list[str]:
    return [read(library.forms, data, "x").form.key for data in files]


def test_the_yearly_report_costs_less_than_registering_its_applications() -> None:
    library = library_of(ROOT)
    files, texts = applications(library, FEW), case_texts(FEW)
    assert timed(lambda: reported(library, texts)) < timed(lambda: registered(library, files))
