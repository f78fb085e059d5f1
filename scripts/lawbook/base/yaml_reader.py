"""Build the page's YAML reader from the package `js-yaml`, adapted to read as PyYAML does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound

PACKAGE = Path(__file__).resolve().parents[3] / "node_modules/js-yaml/dist/js-yaml.mjs"
# Only the parser: no writer, no schema of types, no code frames, and no English messages, which no
# reader sees (except the one that reports excessive depth).
_PART = re.compile(r"//#region src/(\S+)\.ts\n(.*?)//#endregion", re.DOTALL)
_READING = ("common/exception", "parser/events", "parser/parser_scalar", "parser/parser")
_GIVEN = "getScalarValue, parseEvents, COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE"
_ENGLISH = re.compile(r"""(?<=throwError\(state, )(?:"[^"\n]*"|`(?!nesting)[^`\n]*`)(?=\))""")

# YAML 1.2, as js-yaml reads, to YAML 1.1, as PyYAML does: text found exactly once in the package,
# and its replacement.
_AS_PYYAML = (
    # Inside brackets and quotes PyYAML asks for no indentation: a closing bracket may stand below
    # the first letter of its key.
    (
        "if (state.line > startLine && state.lineIndent < nodeIndent ||"
        " state.firstTabInLine !== -1 && state.lineIndent < nodeIndent)"
        ' throwError(state, "deficient indentation");',
        "",
    ),
    ('if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");', ""),
    ("if (state.lineIndent >= nodeIndent) {", "if (inFlow || state.lineIndent >= nodeIndent) {"),
    # So what follows its last character on that line is neither key nor item.
    (
        "state.lineIndent > nodeIndent) && ch !== 0",
        "state.position - state.lineStart > nodeIndent) && ch !== 0",
    ),
    (
        'if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a seq',
        "if (state.position - state.lineStart > nodeIndent)"
        ' throwError(state, "bad indentation of a seq',
    ),
    # There a key and its colon must be on one line,
    ("(isMapping || isExplicitPair || state.line", "(isExplicitPair || state.line"),
    # ? and : need no blank behind them, - before a bracket is plain text,
    ("ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))", "ch === 63"),
    (
        "if (ch === 63 || ch === 45) {",
        "if (inFlow && (ch === 63 || ch === 58)) return false;\n\tif (ch === 63 || ch === 45) {",
    ),
    (
        "if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;",
        "if (isWsOrEolOrEnd(following)) return false;",
    ),
    # and none of these may follow a colon inside a word.
    (
        "if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;",
        "if (isWsOrEolOrEnd(following)) break;\n\t\t\tif (inFlow && (following === 63 ||"
        ' isFlowIndicator(following))) throwError(state, "unexpected colon");',
    ),
    # Document markers and directives stand in the first column, also on the first line,
    (
        "if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45",
        "if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 45",
    ),
    (
        "if (state.lineIndent > 0 || state.input",
        "if (state.position > state.lineStart || state.input",
    ),
    # and no document ends that has not begun.
    (
        "=== 46 && testDocumentSeparator(state)) {\n\t\tstate.position += 3;",
        "=== 46 && testDocumentSeparator(state)) {\n\t\tif (state.events.length === 0)"
        ' throwError(state, "unexpected end");\n\t\tstate.position += 3;',
    ),
    # A block indicator may stand in the same column as its key.
    (
        "allowBlockCollections && readBlockSequence(state, blockIndent, props);",
        "allowBlockCollections && readBlockSequence(state, blockIndent, props)"
        " || allowBlockScalars && readBlockScalar(state, flowIndent, props);",
    ),
    # A comment may follow a block indicator, a quotation mark or a bracket at once.
    ("if (allowComments && hasSeparation && ch === 35) do", "if (allowComments && ch === 35) do"),
    ("if (hadWhitespace && state.input", "if (state.input"),
)


def module() -> str:
    """Return the module's source: the parser alone, taken from the package.

    Raises ProblemsFound if the package is another version, with all that is not found in it.
    """
    parts = dict(_PART.findall(PACKAGE.read_text(encoding="utf-8")))
    whole = "".join(parts.get(name, "") for name in _READING)
    if faults := list(_changed(parts, whole)):
        raise ProblemsFound(faults)
    for before, after in _AS_PYYAML:
        whole = whole.replace(before, after)
    rest = f'const makeSnippet = () => "";\nexport {{ {_GIVEN} }};\n'
    return _ENGLISH.sub('""', whole) + rest


def _changed(parts: dict[str, str], whole: str) -> Iterator[Problem]:
    """Name what the package no longer has, or has more than once, and what to do about it."""
    gone = [f"没有 {name} 这一部分" for name in _READING if name not in parts]
    texts = [] if gone else [before for before, _ in _AS_PYYAML if whole.count(before) != 1]
    advice = "请装回 package.json 中的版本（npm ci），或者照新版改写 base/yaml_reader.py"
    for what in (*gone, *(f"应当恰有一处的“{text}”有 {whole.count(text)} 处" for text in texts)):
        yield Problem(f"js-yaml {_version()}", f"{what}；{advice}")


def _version() -> str:
    package = json.loads((PACKAGE.parents[1] / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])
