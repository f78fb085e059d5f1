"""What rests on a provision and has to be checked again when its text changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from lawbook.forms.form import OUR_ADVICE, Column, Field, Option
from lawbook.law.citation import Citation, CitationError
from lawbook.law.document import Provision
from lawbook.law.fact import Fact
from lawbook.library.holdings import cited
from lawbook.library.library import Library, field_basis
from lawbook.rules.rule import FactId, Ground
from lawbook.rules.rulebook import Statement

# The order in which the groups are shown.
KINDS = ("事实", "条款", "表单栏目", "规则", "检索词", "手写网页", "生成网页", "测试")
# The page made from each file of rules: address and title.
TOOL_PAGES = {
    "procedures": (("guides/procedure", "审查程序"),),
    "deadlines": (("tools/deadlines", "期限计算"),),
    "criteria": (("tools/criteria", "审查要点"),),
    "obligations": (("tools/obligations", "职责与权利清单"),),
    "decision": (("tools/navigator", "要不要审（自测）"), ("tools/outcomes", "自测的规则")),
    "crosswalk": (("tools/crosswalk", "条文对照"),),
}
_READ_AS_DATA = {"sources", "documents", "facts", "rules", "forms", "examples", "vocabulary"}
_NOT_TEXT = {"schemas", "calendar", "worklists"}
_TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:(?:/[a-z]+(?:-[0-9]+)*)+|#[a-z0-9-]*[a-z0-9])?")


@dataclass(frozen=True, order=True)
class Mention:
    """Something that rests on a provision; ``via`` is the fact in between, or empty."""

    kind: str
    where: str
    name: str
    via: str = ""


@dataclass(frozen=True)
class Impact:
    """Everything that rests on ``target``: a provision, a whole document, or one fact."""

    library: Library
    target: Ground

    def near(self, citation: Citation) -> bool:
        """Return whether a citation is at, below or (unless a document) above the target."""
        if isinstance(self.target, FactId):
            return False
        above = bool(citation.steps) and self.target.starts_with(citation)
        return above or citation.starts_with(self.target)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts about the target or resting on it."""
        books = self.library.books.values()
        return tuple(fact for book in books for fact in book.facts if self._is_near(fact))

    def _is_near(self, fact: Fact) -> bool:
        if isinstance(self.target, FactId):
            return fact.id == self.target
        named = any(self.near(citation) for citation in (fact.provision, *fact.basis))
        return named or (not self.target.steps and self.target.document in fact.sources)

    @cached_property
    def _fact_ids(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self.facts)

    def via(self, ground: Ground) -> str | None:
        """Return the fact by which a ground concerns the target: "" if directly, None if not."""
        if isinstance(ground, FactId):
            return str(ground) if ground in self._fact_ids else None
        return "" if self.near(ground) else None

    def mentions(self) -> tuple[Mention, ...]:
        """Return everything that rests on the target, group by group, each once."""
        mentions = chain(
            self._of_facts(), self._of_provisions(), self._of_fields(), self._of_rules(),
            self._of_texts(), self._of_pages(),
        )  # fmt: skip
        unique = {(mention.kind, mention.where, mention.name): mention for mention in mentions}
        return tuple(
            sorted(unique.values(), key=lambda mention: (KINDS.index(mention.kind), mention))
        )

    def _of_facts(self) -> Iterator[Mention]:
        for fact in self.facts:
            yield Mention("事实", fact.where, f"{fact.id} {fact.fact}")

    def _of_provisions(self) -> Iterator[Mention]:
        for part in self._passages():
            yield Mention("条款", part.where, self.library.display(part.citation))

    def _passages(self) -> Iterator[Provision]:
        """Yield linked provisions of readings and local rules, and texts that name the target."""
        for part in self.library.walk():
            named = (
                citation for ref in self.library.references_in(part) for citation in ref.citations
            )
            if any(self.near(citation) for citation in (*part.relates, *named)):
                yield part

    def _of_fields(self) -> Iterator[Mention]:
        for form in self.library.forms.values():
            where = self.library.file_of(f"forms/{form.key}")
            for _, item in form.fields:
                if any(map(self.near, _asked_by(item))):
                    yield Mention("表单栏目", where, f"{form.title}「{item.called}」")

    def _of_rules(self) -> Iterator[Mention]:
        for statement, via in self.rules():
            yield Mention("规则", statement.where, statement.id, via)

    def rules(self) -> Iterator[tuple[Statement, str]]:
        """Yield the statements of the rules that rest on the target, with the fact in between.

        A rule that names such a deadline or consequence rests on it too.
        """
        direct = {statement.id: (statement, via) for statement, via in self._rules()}
        yield from direct.values()
        for statement in self.library.rules.statements:
            ways = [name for name in _names(statement) if name in direct]
            if ways and statement.id not in direct:
                yield statement, ways[0]

    def _rules(self) -> Iterator[tuple[Statement, str]]:
        for statement in self.library.rules.statements:
            reached = [
                self.via(ground) for ground in (*statement.record.basis, *statement.record.see)
            ]
            reached += [self.via(citation) for citation in _columns(statement)]
            ways = [way for way in reached if way is not None]
            if ways:
                yield statement, min(ways)

    def _of_texts(self) -> Iterator[Mention]:
        for kind, path in _texts(self.library.root):
            yield from self._in_text(kind, path)

    def _in_text(self, kind: str, path: Path) -> Iterator[Mention]:
        name = path.relative_to(self.library.root).as_posix()
        for number, word in _words(path, path.stat().st_mtime_ns):
            ground = self._ground(word)
            if ground is not None and (via := self.via(ground)) is not None:
                yield Mention(kind, f"{name}:{number}", word, via)

    def _ground(self, word: str) -> Ground | None:
        """Return the citation, document or fact that a word in a text names, if any."""
        if "#" in word:
            return FactId(word)
        document = word.partition("/")[0]
        if document not in self.library.documents and document not in self.library.books:
            return None
        try:
            return Citation.parse(word)
        except CitationError:
            return None

    def _of_pages(self) -> Iterator[Mention]:
        library = self.library
        provisions = {fact.provision for fact in self.facts}
        provisions |= {part.citation for part in self._passages()}
        if isinstance(self.target, Citation):
            provisions.add(self.target)
            holder = library.holder(self.target.document)
            provisions |= {part.citation for part in holder.walk() if self.near(part.citation)}
        resting = [statement for statement, _ in self.rules()]
        provisions |= {citation for rule in resting for citation in self._shown_with(rule)}
        for page in sorted({library.page_of(citation) for citation in provisions}):
            yield Mention("生成网页", f"documents/{page}/", library.display(page))
        for kind in sorted({rule.id.partition("/")[0] for rule in resting} & set(TOOL_PAGES)):
            for name, title in TOOL_PAGES[kind]:
                yield Mention("生成网页", f"{name}/", title)
        for form in library.forms.values():
            if any(self.near(basis) for _, item in form.fields for basis in _asked_by(item)):
                yield Mention("生成网页", f"forms/{form.key}/", form.title)

    def _shown_with(self, rule: Statement) -> Iterator[Citation]:
        """Yield the provisions whose pages show a rule: those on which it rests."""
        for ground in rule.record.basis:
            yield self.library.fact(str(ground)).provision if isinstance(ground, FactId) else ground


@lru_cache(maxsize=1 << 10)  # whoever asks for one provision often asks for another
def _words(path: Path, changed: int) -> tuple[tuple[int, str], ...]:  # noqa: ARG001
    """Return the words in a file that may name something, each with its line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(
        (number, match[0])
        for number, line in enumerate(lines, start=1)
        for match in _TOKEN.finditer(line)
        if "/" in match[0] or "#" in match[0] or "-" in match[0]
    )


def _columns(statement: Statement) -> Iterable[Citation]:
    """Return a statement's citations besides its grounds: crosswalk columns, responsible units."""
    if statement.id.startswith("crosswalk/rows/"):
        return chain.from_iterable(getattr(statement.record, "columns", ()))
    responsible = getattr(statement.record, "responsible", None)
    return (responsible,) if responsible else ()


def _names(statement: Statement) -> Iterator[str]:
    """Yield the ids of the deadlines that a statement names."""
    record = statement.record
    deadline = getattr(record, "deadline", None)
    for key in (*getattr(record, "deadlines", ()), *((deadline,) if deadline else ())):
        yield f"deadlines/{key}"


def _asked_by(item: Field) -> Iterator[Citation]:
    """Yield the citations on which a field, its options and its columns rest."""
    yield from field_basis(item)
    parts: tuple[Option | Column, ...] = (*item.options, *item.columns)
    for part in parts:
        for basis in part.basis or ():
            if str(basis) != OUR_ADVICE:
                yield Citation.parse(str(basis))


def _texts(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files that have citations in their text: pages, search terms, tests."""
    for path in sorted((root / "content").rglob("*.md")):
        yield "手写网页", path
    for folder in sorted((root / "data").iterdir()):
        if folder.name not in _READ_AS_DATA | _NOT_TEXT:
            for path in sorted(folder.rglob("*.yml")):
                yield "检索词", path
    for suffix in ("*.py", "*.yml", "*.js"):
        for path in sorted((root / "tests").rglob(suffix)):
            if "node_modules" not in path.parts and "data" not in path.parts:
                yield "测试", path


def impact(library: Library, target: str) -> Impact:
    """Return what rests on a citation, a document or a fact. Raises UnknownCitation."""
    if "#" in target:
        return Impact(library, FactId(library.fact(target).id))
    wanted = cited(target)
    library.holder(wanted.document)
    if wanted.steps:
        library.find(wanted)
    return Impact(library, wanted)
