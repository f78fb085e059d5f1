"""Of the package `js-yaml` what pages read YAML with, and where it reads as PyYAML does."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[3] / "node_modules/js-yaml/dist/js-yaml.mjs"
# The parts that find what stands in a file: not those that write, nor the types of values, nor
# the picture of a fault's place, nor its words, in English: no reader sees them (but one of them
# says what is too deep).
_PART = re.compile(r"//#region src/(\S+)\.ts\n(.*?)//#endregion", re.DOTALL)
_READING = ("common/exception", "parser/events", "parser/parser_scalar", "parser/parser")
_GIVEN = "getScalarValue, parseEvents, COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE"
_ENGLISH = re.compile(r"""(?<=throwError\(state, )(?:"[^"\n]*"|`(?!nesting)[^`\n]*`)(?=\))""")

# YAML 1.2, as it reads, and YAML 1.1, as PyYAML does: what stands once in the package, and what
# is written for it.
_AS_PYYAML = (
    # Between brackets and in quotes nobody else asks for an indentation: a closing bracket may
    # stand below the first letter of its key.
    (
        "if (state.line > startLine && state.lineIndent < nodeIndent ||"
        " state.firstTabInLine !== -1 && state.lineIndent < nodeIndent)"
        ' throwError(state, "deficient indentation");',
        "",
    ),
    ('if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");', ""),
    ("if (state.lineIndent >= nodeIndent) {", "if (inFlow || state.lineIndent >= nodeIndent) {"),
    # So what stands behind its last sign, on that line, is no key or item of its own.
    (
        "state.lineIndent > nodeIndent) && ch !== 0",
        "state.position - state.lineStart > nodeIndent) && ch !== 0",
    ),
    (
        'if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a seq',
        "if (state.position - state.lineStart > nodeIndent)"
        ' throwError(state, "bad indentation of a seq',
    ),
    # There a key and its colon stand on one line,
    ("(isMapping || isExplicitPair || state.line", "(isExplicitPair || state.line"),
    # ? and : begin a key and a value without a blank behind them, - is a sign before a bracket,
    ("ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))", "ch === 63"),
    (
        "if (ch === 63 || ch === 45) {",
        "if (inFlow && (ch === 63 || ch === 58)) return false;\n\tif (ch === 63 || ch === 45) {",
    ),
    (
        "if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;",
        "if (isWsOrEolOrEnd(following)) return false;",
    ),
    # and none of these stands behind a colon that ends no word.
    (
        "if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;",
        "if (isWsOrEolOrEnd(following)) break;\n\t\t\tif (inFlow && (following === 63 ||"
        ' isFlowIndicator(following))) throwError(state, "unexpected colon");',
    ),
    # Marks of documents and directives stand at the very left, also on the first line,
    (
        "if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45",
        "if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 45",
    ),
    (
        "if (state.lineIndent > 0 || state.input",
        "if (state.position > state.lineStart || state.input",
    ),
    # and nothing ends that has not begun.
    (
        "=== 46 && testDocumentSeparator(state)) {\n\t\tstate.position += 3;",
        "=== 46 && testDocumentSeparator(state)) {\n\t\tif (state.events.length === 0)"
        ' throwError(state, "unexpected end");\n\t\tstate.position += 3;',
    ),
    # The sign of a block may stand as far left as its key.
    (
        "allowBlockCollections && readBlockSequence(state, blockIndent, props);",
        "allowBlockCollections && readBlockSequence(state, blockIndent, props)"
        " || allowBlockScalars && readBlockScalar(state, flowIndent, props);",
    ),
    # A remark may follow the sign of a block, a quotation mark or a bracket at once.
    ("if (allowComments && hasSeparation && ch === 35) do", "if (allowComments && ch === 35) do"),
    ("if (hadWhitespace && state.input", "if (state.input"),
)


def module() -> str:
    """The module that gives what reads YAML, and only that, with the package's own parts."""
    parts = dict(_PART.findall(PACKAGE.read_text(encoding="utf-8")))
    whole = "".join(parts[name] for name in _READING)
    for before, after in _AS_PYYAML:
        assert whole.count(before) == 1, f"js-yaml has another text than: {before}"
        whole = whole.replace(before, after)
    rest = f'const makeSnippet = () => "";\nexport {{ {_GIVEN} }};\n'
    return _ENGLISH.sub('""', whole) + rest
