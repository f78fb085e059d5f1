// Questions that are asked only with certain choices: out of sight while they are not, and empty.

// ``values`` are the answers as far as they can be read.
export function showAsked(host, form, entries, values) {
  for (const [, field] of form.fields) {
    const entry = entries.of(field.key);
    const node = entry ? entry.node : host.querySelector(`[data-computed="${field.key}"]`);
    if (node) node.hidden = !form.asks(field, values) && !(entry && entry.filled());
  }
  for (const words of host.querySelectorAll(".step__idle")) {
    const all = [...words.closest(".step").querySelectorAll("[data-field], [data-computed]")];
    words.hidden = all.some((entry) => !entry.hidden);
  }
}

// The entries that are in sight.
export const inSight = (entries) => entries.filter((entry) => !entry.node.hidden);
