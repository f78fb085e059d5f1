// How rare a term is, and how well entries meet a unit of a query.
/**
 * @typedef {{ids: number[], impacts: number[]}} Posting
 * @typedef {{count: number, get(term: string): Posting | undefined}} Store
 * @typedef {{ways: {terms: string[], share: number}[]}} Unit
 */

/** @param {Store} store */
export function weighing(store) {
  /** @param {string} term */
  function idf(term) {
    const posting = store.get(term);
    return rarity(posting ? posting.ids.length : 0);
  }

  /** @param {number} n */
  function rarity(n) { return Math.log(1 + (store.count - n + 0.5) / (n + 0.5)); }

  /** How well each entry meets a unit: id → share of the unit, times how much the entry is about it.
   * @param {Unit} unit */
  function meet(unit) {
    /** @type {Map<number, {share: number, score: number}>} */
    const met = new Map();
    unit.ways.forEach((way) => {
      /** @type {Map<number, [number, number]>} */
      const sums = new Map();
      let all = 0;
      way.terms.forEach((term) => {
        const worth = idf(term), posting = store.get(term);
        all += worth;
        if (!posting) return;
        for (let i = 0; i < posting.ids.length; i++) {
          /** @type {[number, number]} */
          const sum = sums.get(posting.ids[i]) || [0, 0];
          sum[0] += worth;
          sum[1] += worth * posting.impacts[i];
          sums.set(posting.ids[i], sum);
        }
      });
      sums.forEach((sum, id) => {
        const part = sum[0] / all, whole = part > 0.99 ? 1 : part * part * 0.4;
        const got = { share: way.share * whole, score: way.share * whole * sum[1] / all };
        const before = met.get(id);
        if (!before || got.score > before.score) met.set(id, got);
      });
    });
    return met;
  }

  return { idf, rarity, meet };
}
