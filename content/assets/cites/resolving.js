// Mirrors scripts/lawbook/library/resolving.py: where the steps of a citation lead in a volume.
/** @import { Reached, Steps, Volume } from "./shelf" */
import { DIGITS } from "../forms/shared.js";
import { unitOf } from "./spelling.js";

/** @type {Record<string, string>} */
const CALLED = { art: "条", par: "款", item: "项", q: "问", part: "部分", ch: "章", sec: "节" };

/** @param {Volume} volume @param {string} key */
const has = (volume, key) => Object.prototype.hasOwnProperty.call(volume.provisions, key);
/** @param {string} key */
export const article = (key) => key.split("/")[0];
/** @param {Volume} volume @param {string} key */
export const provisionOf = (volume, key) => {
  const [behind, url] = volume.provisions[key];
  return { display: volume.name + behind, url };
};

/** @type {WeakMap<Volume, Map<string, string>>} */
const words = new WeakMap();

// The text that is held of a provision and of all below it; of everything for "".
/** @param {Volume} volume @param {string} key @returns {string} */
export function wordsOf(volume, key) {
  const known = words.get(volume) || new Map();
  words.set(volume, known);
  if (!known.has(key)) {
    const inside = Object.keys(volume.provisions).filter((provision) => !key || provision === key || provision.startsWith(`${key}/`));
    known.set(key, inside.map((provision) => volume.provisions[provision][2]).filter(Boolean).join("\n"));
  }
  return known.get(key);
}

// Whether any text is held of a place or of what is below it; a lean shelf says so in place of the text.
/** @param {Volume} volume @param {string} key */
function seenIn(volume, key) {
  return Object.keys(volume.provisions).some((provision) => volume.provisions[provision][2] && (provision === key || provision.startsWith(`${key}/`)));
}

// Whether a place, or a part of it, goes on with words that are not held.
/** @param {Volume} volume @param {string} key */
export function cutIn(volume, key) {
  return Object.keys(volume.provisions).some((provision) => volume.provisions[provision][3] && `${provision}/`.startsWith(`${key}/`));
}

// Follow the steps; 款 may be left out where its article has such an 项: {verdict, key, nearest}.
/** @param {Volume} volume @param {Steps} steps @returns {Reached} */
export function resolve(volume, steps) {
  const top = topOf(volume, steps);
  if (!top) return noTop(volume, steps);
  let [reached, used] = top;
  for (; used < steps.length; used += 1) {
    const below = belowOf(volume, reached, steps[used]);
    if (!below) return noPart(volume, reached, steps[used]);
    reached = below;
  }
  return { verdict: "exists", key: reached, nearest: "" };
}

/** @param {Volume} volume @param {Steps} steps @returns {[string, number] | null} */
function topOf(volume, steps) {
  for (let used = steps.length; used > 0; used -= 1) {
    const key = steps.slice(0, used).join("/");
    if (has(volume, key)) return [key, used];
  }
  if (unitOf(steps[0]) !== "sec") return null;
  const section = Object.keys(volume.provisions).find((key) => key.endsWith(`/${steps[0]}`));
  return section ? [section, 1] : null;
}

/** @param {Volume} volume @param {string} reached @param {string} step */
function belowOf(volume, reached, step) {
  if (has(volume, `${reached}/${step}`)) return `${reached}/${step}`;
  if ((reached.includes("/") && !reached.startsWith("ch")) || !step.includes("item-")) return "";
  return Object.keys(volume.provisions).find((key) => key.startsWith(`${reached}/`) && key.endsWith(`/${step}`)) || "";
}

/** @param {string} step */
const numberOf = (step) => Number(step.split("-")[1] || 1);

/** @param {Volume} volume @param {Steps} steps @returns {Reached} */
function noTop(volume, [first]) {
  const unit = unitOf(first);
  const known = numbered(volume, "", unit);
  const count = volume.extent[unit] || (volume.whole ? known.length : 0);
  const called = CALLED[unit] || "";
  if (!count && !known.length) {
    const told = volume.whole ? `${volume.name}没有分${called}的编号` : "";
    return { verdict: volume.whole ? "no_article" : "not_held", key: "", nearest: told };
  }
  const number = first.split("-").slice(1).map(Number);
  const within = number.length === 1 && number[0] > 0 && number[0] <= count;
  if (within) return { verdict: "article_only", key: "", nearest: "" };
  if (count) {
    const { display } = provisionOf(volume, nearestOf(known, numberOf(first)));
    return { verdict: "no_article", key: "", nearest: `${volume.name}共${han(count)}${called}，最接近的是${display}` };
  }
  const last = provisionOf(volume, known[known.length - 1]).display;
  const told = `本指南未收录全文，也不知道共有多少${called}；所记最靠后的是${last}`;
  return { verdict: "not_held", key: "", nearest: told };
}

/** @param {Volume} volume @param {string} reached @param {string} step @returns {Reached} */
function noPart(volume, reached, step) {
  const unit = unitOf(step);
  const { display } = provisionOf(volume, reached);
  const inside = numbered(volume, reached, unit);
  const top = article(reached);
  const seen = seenIn(volume, top) && !cutIn(volume, top);
  const held = volume.whole || seen || volume.extent[`${top}/${unit}`];
  if (!held) return { verdict: "article_only", key: reached, nearest: `本指南未收录${display}的全文` };
  if (!inside.length) return { verdict: "no_part", key: reached, nearest: `${display}之下没有${CALLED[unit] || "更细的条款"}` };
  const nearest = provisionOf(volume, nearestOf(inside, numberOf(step))).display;
  const told = `${display}共 ${inside.length} ${CALLED[unit] || ""}，最接近的是${nearest}`;
  return { verdict: "no_part", key: reached, nearest: told };
}

// The provisions of a unit right at `above` (anywhere in it for 项), in reading order.
/** @param {Volume} volume @param {string} above @param {string} unit */
function numbered(volume, above, unit) {
  const start = above ? `${above}/` : "";
  /** @param {string} key */
  const tail = (key) => key.slice(start.length);
  const keys = Object.keys(volume.provisions).filter((key) =>
    key.startsWith(start) && tail(key).slice(tail(key).lastIndexOf("/") + 1).startsWith(`${unit}-`));
  const right = keys.filter((key) => !tail(key).includes("/"));
  return right.length || !(above || unit === "sec") ? right : keys;
}

/** @param {string[]} keys @param {number} number */
function nearestOf(keys, number) {
  /** @param {string} key */
  const parts = (key) => key.slice(key.lastIndexOf("/") + 1).split("-");
  /** @param {string} key */
  const away = (key) => Math.abs((parts(key).length > 1 ? Number(parts(key)[1]) : 0) - number) * 10 + parts(key).length;
  return keys.reduce((best, key) => (away(key) < away(best) ? key : best), keys[0]);
}

// 37 as 三十七 (to 99, which is more than any document here has).
/** @param {number} number */
function han(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return (tens ? `${tens > 1 ? DIGITS[tens] : ""}十` : "") + (ones ? DIGITS[ones] : "");
}
