// The register to take away: XLSX, CSV, and a calendar with reminders (as lawbook.desk.calendar).
/** @import { Tool } from "../tools/extracts" */
/** @import { Book, Row, Term } from "./types" */
import { names } from "../tools/common-basis.js";
import { csv } from "../tools/common-text.js";
import { shownDay, shownStart } from "../tools/deadlines-count.js";
import { escaped, folded } from "../tools/deadlines-files.js";
import { xlsx } from "../tools/common-xlsx.js";
import { HEADER, WIDTHS, cells, termsOf } from "./register.js";
import { filled } from "../forms/text.js";
import * as shared from "./shared.js";

const REMINDER = "-P6DT15H"; // a week before, at nine in the morning

/** @param {Book} book @param {Row[]} rows */
export const table = (book, rows) => csv([HEADER, ...rows.map((record) => cells(book, record))]);
/** @param {Book} book @param {Row[]} rows */
export const workbook = (book, rows) => xlsx(shared.REGISTER, [HEADER, ...rows.map((record) => cells(book, record))], WIDTHS);

/** @param {string} text */
const asciiOf = (text) => Array.from(text, (sign) =>
  (sign < "\u0080" ? sign : `u${Number(sign.codePointAt(0)).toString(16)}`)).join("");
/** @param {number} day */
const stamp = (day) => shownDay(day).replace(/-/gu, "");

/** @param {Tool<Book>} tool @param {Row} record @param {Term} term */
function told(tool, record, term) {
  const { deadline, run, extended } = term;
  const how = extended ? shared.EXTENDED_TO : filled(shared.RUNS_FROM, { start: shownStart(run.start) });
  const sure = tool.data.confidences[deadline.confidence || ""].label;
  return [
    filled(shared.NEXT_STEP, { state: record.state.label, next: cells(tool.data, record)[HEADER.length - 1] }),
    `${deadline.period}；${how}`, filled(shared.BASIS, { basis: names(tool, deadline).join("、"), sure }),
  ].join("\n");
}

/** @param {Tool<Book>} tool @param {Row} record @param {Term & {day: number}} term @param {string} now */
function event(tool, record, term, now) {
  const { now: { tree, facts } } = record;
  const title = escaped(`${tree.case} ${facts.activity || ""}：${term.deadline.title}`);
  return [
    "BEGIN:VEVENT", `UID:${term.deadline.key}-${asciiOf(tree.case)}@lawbook.invalid`, `DTSTAMP:${now}`,
    `DTSTART;VALUE=DATE:${stamp(term.day)}`, `DTEND;VALUE=DATE:${stamp(term.day + 1)}`, `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(told(tool, record, term))}`, "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", `TRIGGER:${REMINDER}`, "ACTION:DISPLAY", `DESCRIPTION:${title}`, "END:VALARM", "END:VEVENT",
  ];
}

/** @param {Tool<Book>} tool @param {Row[]} rows @param {Date} [now] */
export function calendar(tool, rows, now = new Date()) {
  const written = now.toISOString().replace(/[-:]|\.\d+/gu, "");
  const dated = rows.filter((record) => record.state.group !== "closed").flatMap((record) =>
    termsOf(record).map((term) => ({ record, term })));
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lawbook//cases//ZH", "CALSCALE:GREGORIAN"];
  return [...head, ...dated.flatMap(({ record, term }) => event(tool, record, term, written)), "END:VCALENDAR"].map(folded).join("");
}
