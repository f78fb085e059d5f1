// The cells around a label, for places.js: header_row, after_words, _right, _below of word/places.py.
import * as normalForm from "./normal.js";
import * as strings from "./text.js";

const BLANKS = " \t\n\u00a0\u3000";
const solid = (text) => normalForm.solid(text);

// [number of the header row, Map of column → cell of the row]; -1 where there is none.
export function headerRow(table, field) {
  const former = field.columns.flatMap(({ formerly, key }) => formerly.map((old) => [solid(old), key]));
  const labels = new Map([...former, ...field.columns.map((column) => [solid(column.label), column.key])]);
  let best = [-1, new Map()];
  table.rows.slice(0, 5).forEach((row, number) => {
    const found = new Map();
    row.forEach((cell, place) => {
      const key = labels.get(solid(cell.text));
      if (key !== undefined) found.set(key, place);
    });
    if (found.size > best[1].size) best = [number, found];
  });
  return best;
}

// What follows words at the beginning of a text, blanks aside; null for another text.
export function afterWords(text, words) {
  const wanted = solid(words);
  let place = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (place === wanted.length) return strings.stripped(text.slice(at), BLANKS);
    if (text[at] === wanted[place]) place += 1;
    else if (!BLANKS.includes(text[at])) return null;
  }
  return place === wanted.length ? "" : null;
}

export function right(cell) {
  const row = cell.table.rows[cell.row];
  return row[row.indexOf(cell) + 1] || null;
}

// The cell below that begins at the same column, else the last of that row.
export function below(cell) {
  const row = cell.table.rows[cell.row + 1] || [];
  return row.find((one) => one.column === cell.column) || row[row.length - 1] || null;
}
