"""Opening, checking and registering stays near what a mere reading costs, measured in one run."""

from check_case_speed import ROOT, applications, case_texts, plain, registered, reported, timed

from lawbook.cli.check import library_of

FEW = 20


def test_an_application_costs_at_most_twelve_mere_readings() -> None:
    library, _ = library_of(ROOT)
    files = applications(library, FEW)
    registered(library, files)  # what is made once is made
    assert timed(lambda: registered(library, files)) <= 12 * timed(lambda: plain(files))


def test_the_yearly_report_costs_less_than_registering_its_applications() -> None:
    library, _ = library_of(ROOT)
    files, texts = applications(library, FEW), case_texts(FEW)
    assert timed(lambda: reported(library, texts)) < timed(lambda: registered(library, files))
