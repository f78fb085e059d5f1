"""The form scripts of the site in Chromium, one page for many questions.

``asked`` starts this file once, as a program of its own: a driver cannot run twice in one process.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lawbook.library.library import Library


# What is asked of a page: the check of answers; or a file in base64, its name, the form it should
# be, the forms that are open.
# Bytes that were unpacked are counted: how much work a file makes, whatever else the machine does.
ACT = """
window.act = ({answers, data, name, wanted, keys}) => {
  const forms = Lawbook.forms;
  if (answers) return {remarks: forms.remarks(forms.form(answers.form), answers), ms: [0, 0]};
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  const all = Object.fromEntries(keys.map((key) => [key, forms.form(key)]));
  const start = performance.now();
  globalThis.unpacked = 0;
  try {
    const back = forms.readback(all, bytes, name, wanted);
    const middle = performance.now();
    const said = forms.remarks(back.form, back.answers, back.faults, back.altered);
    const ms = [middle - start, performance.now() - middle];
    return {...back, form: back.form.key, remarks: said, ms, unpacked};
  } catch (fault) {
    if (!(fault instanceof forms.Refusal)) throw fault;
    return {refused: fault.problems, ms: [performance.now() - start, 0], unpacked};
  }
};
"""


def asked(library: Library, acts: Iterable[dict[str, Any]]) -> list[Any]:
    """What the scripts answer to each act, all in one page; one browser for a whole run."""
    from scripts import running  # not known to the program that this file is as well

    import page_modules

    modules = page_modules.counted_forms
    command: list[str | Path] = [sys.executable, __file__]
    return running(library, modules, lambda files: [*command, *files]).ask(acts)


def _answer(scripts: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    from lawbook.site.testparts import browser

    path = browser()
    assert path is not None, "没有找到 Chromium；请运行 make test"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        page = started.new_page()
        for script in scripts:
            page.add_script_tag(path=script)
        page.add_script_tag(content=ACT)
        for line in sys.stdin:
            asked_ = json.loads(line)
            given, made = Path(asked_["given"]), Path(asked_["made"])
            with given.open(encoding="utf-8") as acts, made.open("w", encoding="utf-8") as answers:
                for act in acts:
                    answers.write(json.dumps(page.evaluate("act", json.loads(act))) + "\n")
            print("done", flush=True)
        started.close()


if __name__ == "__main__":
    _answer(sys.argv[1:])
