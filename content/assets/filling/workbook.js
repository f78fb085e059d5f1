// A list of the form as a workbook: its columns, the rows as they were typed, or empty ones to write in.
import { xlsx } from "../tools/common-xlsx.js";

const EMPTY_ROWS = 12;
const ALL = 130; // letters side by side on a sheet of A4 lying
const NOT_IN_SHEETS = /[:\\/?*[\]']/g;

/** The bytes of the workbook of a field of kind ``rows``; ``rows`` are its cells.
 * @param {{label: string, columns: {label: string, width: number}[]}} field @param {string[][]} rows */
export function listWorkbook(field, rows) {
  const { columns } = field;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.round((column.width * ALL) / whole));
  const empty = Array.from({ length: EMPTY_ROWS }, () => columns.map(() => ""));
  const full = rows.filter((cells) => cells.some((text) => text.trim() !== ""));
  const head = columns.map((column) => column.label);
  const title = Array.from(field.label.replace(NOT_IN_SHEETS, "")).slice(0, 31).join("");
  return xlsx(title, [head, ...(full.length > 0 ? full : empty)], widths);
}
