// What one takes away: a calendar file (RFC 5545) and a table.
/** @import { Deadlines, Due, DatedDue, Tool } from "./extracts" */
import { markWord, names } from "./common-basis.js";
import { csv } from "./common-text.js";
import { notes, shown } from "./deadlines-book.js";
import { plain, shownDay, shownStart } from "./deadlines-count.js";

const ZONE = [
  "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T000000",
  "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
];
const HEADER = [
  "期限", "最后一日", "顺延（约定）", "把握", "说明", "起算", "起算点", "谁", "依据", "项目",
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

/** @param {DatedDue} found */
function when(found) {
  if (found.time !== null) {
    return [`DTSTART;TZID=Asia/Shanghai:${stamp(plain(found) || "")}00`];
  }
  /** @param {number} number */
  const day = (number) => stamp(shownDay(number));
  return [`DTSTART;VALUE=DATE:${day(found.day)}`, `DTEND;VALUE=DATE:${day(found.day + 1)}`];
}

/** @param {Tool<Deadlines>} tool @param {Due} found */
function described(tool, found) {
  const rolled = found.rolled === null ? [] : [`按顺延的约定：${shownDay(found.rolled)}`];
  const limit = found.deadline;
  return [
    `${limit.period}；从 ${shownStart(found.start)} 起算`, ...rolled,
    ...notes(found, tool.data),
    `依据：${names(tool, limit).join("、")}【${markWord(tool, limit)}】`,
  ].join("\n");
}

/** @param {Tool<Deadlines>} tool @param {DatedDue} found @param {string} project @param {string} now */
function event(tool, found, project, now) {
  const start = shownStart(found.start);
  const name = digest([project, found.deadline.key, start].join("\n"));
  const title = (project ? `${project}：` : "") + found.deadline.title;
  return [
    "BEGIN:VEVENT", `UID:${found.deadline.key}-${name}@lawbook.invalid`, `DTSTAMP:${now}`,
    ...when(found), `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(described(tool, found))}`, "TRANSP:TRANSPARENT", "END:VEVENT",
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

/** @param {Tool<Deadlines>} tool @param {Due} found @param {string} project */
function row(tool, found, project) {
  const limit = found.deadline;
  return [
    limit.title, shown(found), found.rolled === null ? "" : shownDay(found.rolled),
    markWord(tool, limit), notes(found, tool.data).join(" "),
    shownStart(found.start), limit.start_defined ? "已规定" : "未规定",
    limit.actor.map((key) => tool.data.roles[key]).join("、"),
    names(tool, limit).join("、"), project,
  ];
}

/** @param {Tool<Deadlines>} tool @param {Due[]} dues @param {string} project */
function table(tool, dues, project) {
  return csv([HEADER, ...dues.map((due) => row(tool, due, project))]);
}

export { table as dueTable };
