"""Read ``data/`` into a Library, with all faults of all files at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lawbook.base import yamlfile
from lawbook.base.problem import Problem, ProblemsFound, in_order
from lawbook.base.yamlfile import Model, YamlFile
from lawbook.forms.form import Form
from lawbook.law.amendment import Amended, amended, is_amended, worded
from lawbook.law.change import ChangeYear
from lawbook.law.document import Document, document
from lawbook.law.fact import FactBook, fact_book
from lawbook.law.source import Source, SourceList
from lawbook.law.usage import UsageFile
from lawbook.law.vocabulary import Vocabulary
from lawbook.law.worklist import WorkList, work_list
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.lengths import lengths
from lawbook.rules.rule import Deadline
from lawbook.rules.rulebook import rule_file, rules_of
from lawbook.rules.workdays import YearCalendar

T = TypeVar("T")
# A small project can do without these.
OPTIONAL = ("rules", "calendar", "changes", "worklists", "usage")
# The search's own words are beside the closed lists and read by lawbook.search.words.
OF_SEARCH = frozenset({"synonyms", "wordings", "characters"})
USAGE = "usage"  # the usage list is in the same folder


def load(root: Path) -> Library:
    """Return all data below ``root``. Raises ProblemsFound."""
    library, problems = load_what_reads(root)
    if problems:
        raise ProblemsFound(problems)
    return library


def load_what_reads(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Return the Library of all files that could be read, and the faults of the others."""
    reader = _Reader(root)
    sources: dict[str, tuple[Source, str]] = {}
    for records in reader.each("sources", _sources):
        sources |= records
    texts = tuple(reader.each("documents", _text))
    documents = _by_key(text for text in texts if isinstance(text, Document))
    books = _by_key(reader.each("facts", fact_book))
    for newer in (text for text in texts if isinstance(text, Amended)):
        books |= reader.worded(newer, documents, books)
    words, vocabularies = _lengths(root), _by_key(reader.records("vocabulary", Vocabulary))
    places = vocabularies.get("places")
    national = places.everywhere if places else ""
    library = Library(
        root=root,
        sources={key: source for key, (source, _) in sources.items()},
        documents=documents,
        books=books,
        forms={},
        examples={
            Path(file.name).stem: file for file in reader.each("examples", lambda file: file)
        },
        vocabularies=vocabularies,
        usage=tuple(word for file in reader.records(USAGE, UsageFile) for word in file.words),
        rules=rules_of(reader.each("rules", lambda file: rule_file(file, words, national))),
        calendars=_by_key(reader.records("calendar", YearCalendar)),
        change_years=_by_key(reader.records("changes", ChangeYear)),
        work_lists=_by_key(reader.each("worklists", work_list)),
    )
    # A form counts days by the rules, so it is read after them.
    known = {"deadlines": _deadlines(library)}
    library = replace(
        library,
        forms=_by_key(reader.records("forms", Form, known)),
        origins={key: where for key, (_, where) in sources.items()} | reader.origins,
        unread=frozenset(reader.unread),
    )
    return library, in_order(reader.problems)


class _Reader:
    """Reads the files of a folder one by one, collecting their faults."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: list[str] = []
        self.origins: dict[str, str] = {}

    def each(self, folder: str, make: Callable[[YamlFile], T]) -> Iterator[T]:
        """Yield the result of ``make`` for each YAML file of a folder, in the order of names."""
        paths = self._paths(folder)
        if not paths and folder not in OPTIONAL:
            self.problems.append(Problem(f"data/{folder}", "文件夹里没有 .yml 文件"))
        for path in paths:
            name = path.relative_to(self.root).as_posix()
            try:
                file = yamlfile.read(path, name)
                self._same_name(file, path.stem)
                result = make(file)
            except ProblemsFound as error:
                self.problems.extend(error.problems)
                self.unread.append(path.stem)
            else:
                self.origins[f"{folder}/{path.stem}"] = file.where()
                yield result

    def records(
        self, folder: str, model: type[Model], known: Mapping[str, object] | None = None
    ) -> Iterator[Model]:
        """Yield each YAML file of a folder as a record; ``known`` is the model's context."""
        return self.each(folder, lambda file: file.validated(model, context=known))

    def _paths(self, folder: str) -> list[Path]:
        if folder == USAGE:
            return sorted((self.root / "data" / "vocabulary").glob(f"{USAGE}.yml"))
        paths = sorted((self.root / "data" / folder).glob("*.yml"))
        if folder != "vocabulary":
            return paths
        return [path for path in paths if path.stem not in {*OF_SEARCH, USAGE}]

    def worded(
        self, made: Amended, documents: Mapping[str, Document], books: Mapping[str, FactBook]
    ) -> dict[str, FactBook]:
        """Return an amended text's book of facts with its words; empty if a part was not read."""
        older, book = documents.get(made.record.made_from), books.get(made.key)
        if older is None or book is None:
            missing = f"data/facts/{made.key}.yml" if older else f"文件 {made.record.made_from}"
            self.problems.append(made.file.problem(("made_from",), f"没有读到{missing}"))
            return {}
        try:
            return {made.key: worded(made, older, book)}
        except ProblemsFound as error:
            self.problems.extend(error.problems)
            return {}

    @staticmethod
    def _same_name(file: YamlFile, stem: str) -> None:
        """Refuse a file whose key is not its name: people look for it by its key."""
        key = file.tree.get("key", stem) if isinstance(file.tree, dict) else stem
        if key != stem:
            message = f"key 是 {key}，文件名是 {stem}.yml；请改成一致"
            raise ProblemsFound([file.problem(("key",), message)])


def _sources(file: YamlFile) -> dict[str, tuple[Source, str]]:
    if isinstance(file.tree, dict) and "sources" in file.tree:
        records = file.validated(SourceList).sources
        return {
            record.key: (record, file.where(("sources", n, "key")))
            for n, record in enumerate(records)
        }
    record = file.validated(Source)
    return {record.key: (record, file.where(("key",)))}


def _lengths(root: Path) -> dict[str, str] | None:
    """Return the lengths of deadlines for the texts of rules; None if their file is unreadable."""
    path = root / "data/rules/deadlines.yml"
    try:
        return lengths(yamlfile.read(path).tree) if path.is_file() else {}
    except ProblemsFound:
        return None  # reported when the file itself is read


def _text(file: YamlFile) -> Document | Amended:
    return amended(file) if is_amended(file) else document(file)


def _deadlines(library: Library) -> dict[str, dict[str, object]]:
    """Return what a form needs to count each deadline: rule, schedules, the mark's label."""
    years = tuple(library.calendars.values())
    return {
        deadline.key: {
            "rule": deadline,
            "years": years if deadline.unit != "hour" and deadline.kind != "term" else (),
            "tag": _tag(library, deadline),
        }
        for deadline in library.rules.deadlines.deadlines
    }


def _tag(library: Library, deadline: Deadline) -> str:
    """Return a rule's mark as a label; empty if a ground is missing, which the checks report."""
    if "confidences" not in library.vocabularies:
        return ""
    if any(grounds.fault(library, ground) for ground in deadline.basis):
        return ""
    return grounds.term(library, deadline).tag


Keyed = TypeVar("Keyed", Document, FactBook, Form, Vocabulary, YearCalendar, ChangeYear, WorkList)


def _by_key(items: Iterable[Keyed]) -> dict[str, Keyed]:
    return {item.key: item for item in items}
