"""How many forms are filled, read and checked a second, beside docxtpl and plain deflate.

Run by `make bench`; all in one run on one core, best of several rounds. Of the forms that are
read and checked each kind has the same share; the two with the most rules stand alone too.
"""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import fmean

from lawbook import word
from lawbook.checks.across import checked
from lawbook.checks.filled_form import remarks
from lawbook.cli.command import SELDOM
from lawbook.forms.answers import Answers, read_answers
from lawbook.forms.carrying import carried, sources, together
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.word.read.readback import read

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "word"))
sys.path.insert(0, str(ROOT / "tests" / "bench"))
from varied import varied  # noqa: E402
from wordfile import deflated  # noqa: E402

PLAN = "pilot-plan-yunlan"
LONGEST = ("pilot-plan", "review-application")
ROUNDS = 20


def seconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of several runs: other programs do not count."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def with_docxtpl(form: Form, answers: Answers) -> Callable[[], object] | None:
    """The same document from docxtpl: our blank with its answers as Jinja, or None without it."""
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        return None
    marks = {key: f"{{{{ {key} }}}}" for key, value in answers.values.items() if _is_text(value)}
    template = word.fill(form, Answers(form.key, marks))
    words = {key: answers.text(key) for key in marks}

    def fill() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(words, autoescape=True)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return fill


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def read_and_checked(library: Library, files: Iterator[bytes]) -> float:
    """Seconds for one of some files with the same answers, another text each time."""

    def check() -> object:
        back = read(library.forms, next(files), "x.docx")
        return remarks(library, back.answers, back.faults, back.altered)

    return seconds(check)


def papers(library: Library) -> dict[str, list[Answers]]:
    """Of each kind of form the answers of its examples; without one what it carries of others."""
    made: dict[str, list[Answers]] = {key: [] for key in library.forms}
    for name, example in library.examples.items():
        form = library.form_of_example(name)
        made[form.key].append(read_answers(form, example))
    for form in library.forms.values():
        begun = {
            key: carried(form, library.forms[key], made[key][0])
            for key in sources(form)
            if made[key]
        }
        made[form.key] = made[form.key] or [together(form, begun)]
    return made


def of_kinds(library: Library) -> dict[str, float]:
    """Seconds for one file of each kind of form, its examples alike.

    All are filled in before the first is read: what filling still knows of a text does not help.
    """
    files = {
        key: [
            [word.fill(library.forms[key], varied(answers, number)) for number in range(ROUNDS)]
            for answers in some
        ]
        for key, some in papers(library).items()
    }
    return {
        key: fmean(read_and_checked(library, iter(some)) for some in of_kind)
        for key, of_kind in files.items()
    }


def figures() -> dict[str, float]:
    """Seconds a document for each way of filling."""
    library = checked(ROOT)
    form = library.forms["pilot-plan"]
    answers = read_answers(form, library.examples[PLAN])
    data = word.fill(form, answers)
    gc.set_threshold(SELDOM)  # as the command does
    found = {
        "fill": seconds(lambda: word.fill(form, answers), 100),
        "deflate": seconds(lambda: deflated(data)),
    }
    other = with_docxtpl(form, answers)
    return found | ({"docxtpl": seconds(other, 5)} if other else {})


def thousand(times: Iterable[float]) -> str:
    """The seconds for 1,000 forms of kinds with these times, all kinds alike."""
    return f"{1000 * fmean(times):8.1f} s a core"


def main() -> None:
    """Print the figures."""
    found = figures()
    fill = found["fill"]
    print(f"filling a plan                      {1 / fill:8.0f} /s a core")
    print(
        f"deflating the same document only    {1 / found['deflate']:8.0f} /s"
        f"   {found['deflate'] / fill:.1f} ×"
    )
    if "docxtpl" in found:
        print(
            f"docxtpl, text fields only           {1 / found['docxtpl']:8.0f} /s"
            f"   {found['docxtpl'] / fill:.0f} × as long"
        )
    else:
        print("docxtpl is not installed: pip install docxtpl to compare", file=sys.stderr)
    kinds = of_kinds(checked(ROOT))
    print(f"1,000 forms read and checked, {len(kinds)} kinds alike   {thousand(kinds.values())}")
    for key in LONGEST:
        print(f"1,000 forms {key + ' alone':35}{thousand([kinds[key]])}")


if __name__ == "__main__":
    main()
