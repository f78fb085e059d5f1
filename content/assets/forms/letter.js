// Mirrors scripts/lawbook/forms/letter.py: sentences with places, printed where their condition holds.
import * as trees from "./tree.js";

const PLACE = /\{([a-z][a-z0-9_]*)\}/;

// Fixed words and field keys in turn, fixed words first and last.
export function pieces(sentence) {
  return (sentence.text || "").split(PLACE);
}

// The keys of the fields that stand in a sentence.
export function places(sentence) {
  return sentence.rows ? [sentence.rows] : pieces(sentence).filter((_, number) => number % 2 === 1);
}

function chosen(value) {
  const item = (Array.isArray(value) ? value : []).find((one) => one.option);
  return item ? item.option : "";
}

function allows(conditions, values) {
  return conditions.every(([key, options]) => options.includes(chosen(trees.get(values, key))));
}

function holds(sentence, values) {
  return allows(Object.entries(sentence.only_if), values);
}

const isOpen = (value) => value === null || value.length === 0;

// The fields whose places stand empty in the letter as these answers make it.
export function gaps(section, values) {
  const wanted = new Set(section.letter.filter((one) => holds(one, values)).flatMap(places));
  for (const one of section.letter) {
    const conditions = Object.entries(one.only_if);
    for (const [key] of conditions) {
      // Nobody can say yet if it is printed: a choice that it asks for is open.
      if (allows(conditions.filter(([name]) => name !== key), values)) wanted.add(key);
    }
  }
  return section.fields.filter((field) => wanted.has(field.key) && isOpen(trees.get(values, field.key)));
}

// The fields that have an answer which the letter does not print.
export function idle(section, values) {
  const printed = new Set(section.letter.filter((one) => holds(one, values)).flatMap(places));
  return section.fields.filter((field) => !isOpen(trees.get(values, field.key)) && !printed.has(field.key));
}
