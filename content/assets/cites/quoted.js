// Mirrors scripts/lawbook/library/quoted.py: a quotation beside the provision it is said to come from.
/** @import { Asked, Change, Judged, Volume } from "./shelf" */
import { NEAR, compared, holds, marked, plain } from "./quotation.js";
import { article, cutIn, provisionOf, wordsOf } from "./resolving.js";
import { filled } from "../forms/text.js";
import * as shared from "./shared.js";

const TERM = 6;
const SENTENCE = 8;
/** @type {WeakMap<Volume, Map<string, string>>} */
const plains = new WeakMap();

/** @param {Volume} volume @param {string} key @returns {string} */
function words(volume, key) {
  const known = plains.get(volume) || new Map();
  plains.set(volume, known);
  if (!known.has(key)) known.set(key, plain(wordsOf(volume, key)));
  return known.get(key);
}

// The finding on the quotation: {verdict, wrong, detail, changes}; null where it may be no quotation.
/** @param {Asked} asked */
export function verdictOf(asked) {
  const { volume, reached, quoted, introduced } = asked;
  const text = words(volume, reached);
  if (text && holds(text, quoted)) return told("same", false, volume.whole ? "" : volume.mark);
  if (text) return ofHeld({ ...asked, text });
  return sentence(quoted) || introduced ? ofUnheld(asked) : null;
}

/** @type {(verdict: string, wrong: boolean, detail: string, changes?: Change[]) => Judged} */
const told = (verdict, wrong, detail, changes = []) => ({ verdict, wrong, detail, changes });
/** @param {string[]} quoted */
const sentence = (quoted) => quoted.join("").length >= SENTENCE;

/** @param {Asked & {text: string}} asked @returns {Judged | null} */
function ofHeld(asked) {
  const { shelf, volume, quoted } = asked;
  const message = elsewhere(asked);
  if (message) return told("altered", true, message);
  if (sentence(quoted) && volume.key === shelf.names.current && inVolume(shelf.volumes[shelf.names.draft], quoted)) {
    return told("draft", true, shared.IN_DRAFT_ONLY);
  }
  const made = near(asked);
  return !made && cutIn(volume, asked.reached) ? ofUnheld(asked) : made || none(asked);
}

/** @param {Asked & {text: string}} asked */
function near({ quoted, introduced, text }) {
  /** @type {[number, Change[]]} */
  let [away, changes] = [0, []];
  for (const part of quoted) {
    const [distance, differing] = compared(part, text);
    [away, changes] = [away + distance, [...changes, ...differing]];
  }
  const { length } = quoted.join("");
  if (length < (introduced ? 4 : TERM) || away > NEAR * length) return null;
  return told("altered", true, filled(shared.BESIDE_TEXT, { changes: marked(changes) }), changes);
}

/** @param {Asked} asked */
function none({ volume, reached, quoted, introduced }) {
  if (!(sentence(quoted) && introduced && reached)) return null;
  return told("altered", true, filled(shared.NOT_IN_PROVISION, { provision: provisionOf(volume, reached).display }));
}

// Where in the same document a sentence really stands.
/** @param {Asked} asked */
function elsewhere({ volume, reached, quoted }) {
  if (!sentence(quoted) || !reached) return "";
  const tops = new Set([reached, ...Object.keys(volume.provisions)].map(article));
  for (const key of tops) {
    if (key in volume.provisions && !key.startsWith("ch-") && holds(words(volume, key), quoted)) {
      return filled(shared.QUOTED_IN, { provision: finest(volume, key, quoted) });
    }
  }
  return "";
}

/** @param {Volume} volume @param {string} key @param {string[]} quoted */
function finest(volume, key, quoted) {
  const below = Object.keys(volume.provisions).filter((provision) => provision.startsWith(`${key}/`));
  const inside = below.filter((provision) => holds(words(volume, provision), quoted));
  return provisionOf(volume, inside.length ? inside[inside.length - 1] : key).display;
}

/** @param {Asked} asked */
function ofUnheld({ shelf, volume, reached, quoted }) {
  if (sentence(quoted) && volume.key === shelf.names.current) {
    const others = Object.values(shelf.volumes).filter((volume) => volume.whole && !volume.draft);
    const reading = others.map((volume) => inVolume(volume, quoted)).find(Boolean);
    const draft = reading ? "" : inVolume(shelf.volumes[shelf.names.draft], quoted);
    if (draft) return told("draft", true, filled(shared.SEEN_IN_DRAFT, { draft }));
    if (reading) return told("article_only", false, filled(shared.SEEN_IN_READING, { reading }));
  }
  return sentence(quoted) && reached ? told("article_only", false, shared.QUOTE_UNCHECKED) : null;
}

/** @param {Volume | undefined} volume @param {string[]} quoted */
function inVolume(volume, quoted) {
  if (!volume || !holds(words(volume, ""), quoted)) return "";
  const inside = Object.keys(volume.provisions).filter((key) => holds(words(volume, key), quoted));
  return inside.length ? provisionOf(volume, inside[inside.length - 1]).display : volume.name;
}
