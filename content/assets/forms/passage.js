// Mirrors scripts/lawbook/forms/passage.py: long answers as a small closed Markdown.
/** @import { Grid, Line, Passage, Run } from "./types" */
import { BOLD as BOLD_WORDS, ITEM, LINE_BLANKS, RULE_OF_GRID } from "./shared.js";
import * as strings from "./text.js";

const BOLD = /* @__PURE__ */ new RegExp(BOLD_WORDS, "u");
const RULE = /* @__PURE__ */ new RegExp(`^${RULE_OF_GRID}$`, "u");

// The blocks of a long answer: {kind: "line", runs, item} or {kind: "grid", rows, header};
// runs are [[text, bold], …], rows are lists of cells, a cell is runs.
/** @param {string} text @returns {Passage[]} */
export function parsed(text) {
  /** @type {Passage[]} */
  const blocks = [];
  /** @type {string[]} */
  let barred = [];
  const close = () => {
    blocks.push(...(barred.length > 1 ? [grid(barred)] : barred.map(line)));
    barred = [];
  };
  for (const part of text.split("\n").map(stripped)) {
    if (isRow(part)) {
      barred.push(part);
      continue;
    }
    close();
    if (part) blocks.push(line(part));
  }
  close();
  return blocks;
}

/** @param {string} text */
function stripped(text) {
  return strings.stripped(text, LINE_BLANKS);
}

// The text of blocks: what parsed reads.
/** @param {Passage[]} blocks */
export function written(blocks) {
  /** @type {string[]} */
  const pieces = [];
  blocks.forEach((block, number) => {
    const before = blocks[number - 1];
    // Else the two tables would become one.
    if (before && before.kind === "grid" && block.kind === "grid") pieces.push("");
    pieces.push(...linesOf(block));
  });
  return pieces.join("\n");
}

// The one spelling of a long answer.
/** @param {string} text */
export function canonical(text) {
  let made = text;
  for (;;) {
    const again = written(parsed(made));
    if (again === made) return again;
    made = again;
  }
}

// The plain and bold pieces of a line.
/** @param {string} text @returns {Run[]} */
export function runs(text) {
  const pieces = text.split(BOLD).map((piece, number) => /** @type {Run} */ ([piece, number % 2 === 1]));
  return joined(pieces.filter(([piece]) => piece));
}

// Neighbouring pieces of one weight made one.
/** @param {Run[]} pieces @returns {Run[]} */
export function joined(pieces) {
  /** @type {Run[]} */
  const made = [];
  for (const [text, bold] of pieces) {
    const last = made[made.length - 1];
    if (last && last[1] === bold) last[0] += text;
    else made.push([text, bold]);
  }
  return made;
}

// The text of runs, bold ones between stars where stars can say it.
/** @param {Run[]} pieces */
export function marked(pieces) {
  /** @param {Run} piece */
  const said = ([text, bold]) => bold && !text.includes("*") && stripped(text);
  return pieces.map((piece) => (said(piece) ? `**${piece[0]}**` : piece[0])).join("");
}

/** @param {string} text */
function isRow(text) {
  return text.length > 1 && text[0] === "|" && text[text.length - 1] === "|";
}

/** @param {string} text @returns {Line} */
function line(text) {
  if (!text.startsWith(ITEM)) return { kind: "line", runs: runs(text), item: false };
  return { kind: "line", runs: runs(stripped(text.slice(ITEM.length))), item: true };
}

/** @param {string[]} lines @returns {Grid} */
function grid(lines) {
  const header = RULE.test(lines[1]);
  return gridOf(lines.filter((_, number) => !(header && number === 1)).map(cells), header);
}

// A table whose rows are all as long as the longest.
/** @param {Run[][][]} rows @param {boolean} header @returns {Grid} */
export function gridOf(rows, header) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]);
  return { kind: "grid", rows: filled, header };
}

/** @param {string} text @returns {Run[][]} */
function cells(text) {
  const inside = atBars(text.slice(1));
  // The last bar closes the row, unless a backslash makes it text.
  if (inside.length > 1 && !inside[inside.length - 1]) inside.pop();
  return inside.map((cell) => runs(stripped(cell).replace(/\\\|/gu, "|")));
}

// Cut at bars that no backslash stands before (no lookbehind: Safari learnt it late).
/** @param {string} text */
function atBars(text) {
  /** @type {string[]} */
  const pieces = [];
  let start = 0;
  for (let n = 0; n < text.length; n += 1) {
    if (text[n] !== "|" || text[n - 1] === "\\") continue;
    pieces.push(text.slice(start, n));
    start = n + 1;
  }
  return [...pieces, text.slice(start)];
}

/** @param {Passage} block @returns {string[]} */
function linesOf(block) {
  if (block.kind === "line") return [(block.item ? ITEM : "") + marked(block.runs)];
  return block.rows.flatMap((row, number) => {
    const inside = row.map((cell) => stripped(marked(cell)).replace(/\|/gu, "\\|"));
    const dashes = number === 0 && block.header ? [`| ${row.map(() => "---").join(" | ")} |`] : [];
    return [`| ${inside.join(" | ")} |`, ...dashes];
  });
}
