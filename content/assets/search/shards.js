// Which files hold the wordings and synonyms of a query: those of its rarest characters,
// as many as fit into what a first answer may weigh. lawbook.search.shards fills them.
/** @import { Filed } from "./index" */

/** The names of the files; a sign that no wording has is as rare as can be.
 * @param {string} folded @param {Filed} filed */
export function shardsOf(folded, filed) {
  const all = Array.from(new Set((folded.match(/[a-z0-9]+|[\u3400-\u9fff]/g) || []).map((unit) => { return unit.slice(0, 2); })));
  const ranks = new Map(all.map((unit) => {
    const at = unit > "\u3400" ? filed.common.indexOf(unit) : -1;
    return [unit, at < 0 ? filed.common.length : at];
  }));
  /** @param {string} unit */
  function rank(unit) { return /** @type {number} */ (ranks.get(unit)); }
  const telling = all.filter((unit) => { return rank(unit) >= filed.silent; });
  const rarest = (telling.length ? telling : all).sort((a, b) => { return rank(b) - rank(a); });
  const files = Array.from(new Set(rarest.map((unit) => {
    return unit.split("").reduce((sum, sign) => { return sum + sign.charCodeAt(0); }, 0) % filed.sizes.length;
  })));
  let weight = 0;
  return files.filter((file, at) => {
    const fits = !at || weight + filed.sizes[file] <= filed.most;
    if (fits) weight += filed.sizes[file];
    return fits;
  }).map((file) => { return "words-" + file; });
}
