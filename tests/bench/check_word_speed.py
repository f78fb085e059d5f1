"""How many forms are filled, read and checked a second, beside docxtpl and plain deflate.

Run by `make bench`; all in one run on one core, best of several rounds.
"""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lawbook import word
from lawbook.checks.across import checked
from lawbook.checks.filled_form import remarks
from lawbook.cli.command import SELDOM
from lawbook.forms.answers import Answers, read_answers
from lawbook.forms.form import Form
from lawbook.word.read.readback import read

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "word"))
sys.path.insert(0, str(ROOT / "tests" / "bench"))
from varied import varied  # noqa: E402
from wordfile import deflated  # noqa: E402

PLAN = "pilot-plan-yunlan"
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


def figures() -> dict[str, float]:
    """Seconds a document for each way."""
    library = checked(ROOT)
    form = library.forms["pilot-plan"]
    answers = read_answers(form, library.examples[PLAN])
    data = word.fill(form, answers)
    others = iter([word.fill(form, varied(answers, number)) for number in range(ROUNDS)])
    gc.set_threshold(SELDOM)  # as the command does

    def check() -> object:
        back = read(library.forms, next(others), "x.docx")
        return remarks(library, back.answers, back.faults, back.altered)

    found = {
        "fill": seconds(lambda: word.fill(form, answers), 100),
        "deflate": seconds(lambda: deflated(data)),
        "read and check": seconds(check),
    }
    other = with_docxtpl(form, answers)
    return found | ({"docxtpl": seconds(other, 5)} if other else {})


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
    print(f"1,000 plans read and checked        {1000 * found['read and check']:8.1f} s a core")


if __name__ == "__main__":
    main()
