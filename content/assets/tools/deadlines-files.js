// What one takes away: a calendar file (RFC 5545) and a table.
/** @import { Deadlines, Due, DatedDue, Tool } from "./extracts" */
import { markWord, names } from "./common-basis.js";
import { csv } from "./common-text.js";
import { notes, shown } from "./deadlines-book.js";
import { plain, shownDay, shownStart } from "./deadlines-count.js";
import { filled } from "../forms/text.js";
import * as caseShared from "../cases/shared.js";
import * as toolShared from "./common-shared.js";

const ZONE = [
  "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T000000",
  "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
];
const HEADER = [
  "期限", toolShared.LAST_DAY, toolShared.PUT_OFF_BY_AGREEMENT, "把握", "说明", "起算", "起算点", "谁", "依据", "项目",
];

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

// Lines of at most 75 octets, never broken inside a character.
/** @param {string} line */
export function folded(line) {
  const encoder = new TextEncoder();
  let [made, room] = ["", 75];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (size > room) [made, room] = [made + "\r\n ", 74];
    made += sign;
    room -= size;
  }
  return made + "\r\n";
}

// FNV-1a: the same project and deadline is the same event when the file is taken in again.
/** @param {string} text */
function digest(text) {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ octet, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

/** @param {string} text */
const stamp = (text) => text.replace(/[-:]/g, "").replace(" ", "T");

/** @param {DatedDue} due */
function when(due) {
  if (due.time !== null) {
    return [`DTSTART;TZID=Asia/Shanghai:${stamp(plain(due) || "")}00`];
  }
  /** @param {number} number */
  const day = (number) => stamp(shownDay(number));
  return [`DTSTART;VALUE=DATE:${day(due.day)}`, `DTEND;VALUE=DATE:${day(due.day + 1)}`];
}

/** @param {Tool<Deadlines>} tool @param {Due} due */
function described(tool, due) {
  const rolled = due.rolled === null ? [] : [`按顺延的约定：${shownDay(due.rolled)}`];
  const limit = due.deadline;
  return [
    `${limit.period}；从 ${shownStart(due.start)} 起算`, ...rolled,
    ...notes(due, tool.data),
    filled(caseShared.BASIS, { basis: names(tool, limit).join("、"), sure: markWord(tool, limit) }),
  ].join("\n");
}

/** @param {Tool<Deadlines>} tool @param {DatedDue} due @param {string} project @param {string} now */
function event(tool, due, project, now) {
  const start = shownStart(due.start);
  const name = digest([project, due.deadline.key, start].join("\n"));
  const title = (project ? `${project}：` : "") + due.deadline.title;
  return [
    "BEGIN:VEVENT", `UID:${due.deadline.key}-${name}@lawbook.invalid`, `DTSTAMP:${now}`,
    ...when(due), `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(described(tool, due))}`, "TRANSP:TRANSPARENT", "END:VEVENT",
  ];
}

// ``now``: the moment of writing, in UTC. Deadlines without a date have no event.
/** @param {Tool<Deadlines>} tool @param {Due[]} dues @param {string} project */
export function ics(tool, dues, project, now = new Date()) {
  const dated = /** @type {DatedDue[]} */ (dues.filter((due) => due.day !== null));
  const written = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lawbook//deadlines//ZH", "CALSCALE:GREGORIAN",
    ...(dated.some((due) => due.time !== null) ? ZONE : []),
    ...dated.flatMap((due) => event(tool, due, project, written)), "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
}

/** @param {Tool<Deadlines>} tool @param {Due} due @param {string} project */
function row(tool, due, project) {
  const limit = due.deadline;
  return [
    limit.title, shown(due), due.rolled === null ? "" : shownDay(due.rolled),
    markWord(tool, limit), notes(due, tool.data).join(" "),
    shownStart(due.start), limit.start_defined ? "已规定" : "未规定",
    limit.actor.map((key) => tool.data.roles[key]).join("、"),
    names(tool, limit).join("、"), project,
  ];
}

/** @param {Tool<Deadlines>} tool @param {Due[]} dues @param {string} project */
function table(tool, dues, project) {
  return csv([HEADER, ...dues.map((due) => row(tool, due, project))]);
}

export { table as dueTable };
