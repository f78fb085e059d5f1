"""Letters of a case as a person writes in them."""

from collections.abc import Callable
from pathlib import Path

import yaml
from click.testing import Result

from lawbook import word
from lawbook.base import yamlfile
from lawbook.forms.answers import reading
from lawbook.library.library import Library

Run = Callable[..., Result]
LATER = ("--today", "2027-04-01")


def edited(library: Library, place: Path, **more: object) -> Path:
    """The Word file of a letter, as if a person had written into it."""
    tree = yaml.safe_load(place.read_text(encoding="utf-8"))
    tree["answers"] = {key: said for key, said in tree["answers"].items() if said} | more
    place.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    form = library.forms[tree["form"]]
    found = reading(form, yamlfile.read(place))
    goal = place.with_suffix(".docx")
    goal.write_bytes(word.fill(form, found.answers))
    return goal
