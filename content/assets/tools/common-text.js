// Words as the command line reads them: the same blanks are trimmed, the same sentences refuse.
/** @import { Pair } from "./extracts" */
import { trimmed } from "../forms/text.js";

// What a reader did wrong, as a sentence for the reader. Anything else thrown is a bug.
export class Problem extends Error {
  /** @param {string} words @param {string} [at] the question at fault */
  constructor(words, at) {
    super(words);
    this.at = at || "";
    /** @type {Pair[] | null} the answers without the one at fault */
    this.rest = null;
  }
}

// The beginning of a text that someone typed, by characters, not by halves of them.
/** @param {string} text */
export function short(text) {
  return Array.from(trimmed(text).slice(0, 200)).slice(0, 40).join("");
}

/** @param {number} number */
export const padded = (number) => String(number).padStart(2, "0");

// A cell that no spreadsheet takes for a formula (some take the full-width characters too).
/** @param {string} text */
function harmless(text) {
  const formula = /^[ \u00a0\u3000\ufeff]*[=+\-@＝＋－＠\t\r\n]/.test(text);
  return formula && !/^-?[0-9]+(\.[0-9]+)?$/.test(text) ? "'" + text : text;
}

// RFC 4180, lines ended as spreadsheets expect; the mark at the front says that it is UTF-8.
// The command line writes its tables in the same way (``as_csv`` in tables.py).
/** @param {string[][]} rows */
export function csv(rows) {
  /** @param {string} text */
  const quoted = (text) => (/[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
  /** @param {string} text */
  const cell = (text) => quoted(harmless(text));
  return "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}
