// Mirrors scripts/lawbook/word/read/renaming.py: an older document's tags and bookmarks, named anew.
/** @import { Content } from "./content.js" */
/** @import { Form } from "./types" */
import * as formerly from "./former_names.js";

// Changes ``found`` in place; gives a note for each field that stood under an old name.
/** @param {Form} form @param {Content} content */
export function renamed(form, content) {
  const names = formerly.tags(form);
  if (names.size === 0) return [];
  const whole = Array.from(names).filter(([old]) => !old.includes("."));
  const marks = new Map(whole.map(([old, now]) => [`f_${old}`, `f_${now}`]));
  const keys = new Set([
    ...moved(content.controls, names), ...moved(content.checked, names),
    ...moved(content.bookmarks, marks).map((mark) => mark.slice(2)),
  ].map((name) => name.split(".")[0]));
  for (const paragraph of content.paragraphs()) {
    paragraph.pieces = paragraph.pieces.map(([text, bold, tag]) => [text, bold, names.get(tag) || tag]);
  }
  return form.fields.filter(([, field]) => keys.has(field.key))
    .map(([, field]) => `「${field.called}」: 按旧版表单的栏目读入；请核对`);
}

// The present names under which something stands now that stood under an old one.
/** @template T @param {Map<string, T>} kept @param {Iterable<[string, string]>} names */
function moved(kept, names) {
  const moved = Array.from(names).filter(([old, now]) => kept.has(old) && !kept.has(now));
  for (const [old, now] of moved) {
    if (!kept.has(now)) kept.set(now, /** @type {T} */ (kept.get(old)));
    kept.delete(old);
  }
  return moved.map(([, now]) => now);
}
