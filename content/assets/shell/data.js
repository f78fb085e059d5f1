// The one door of the site's scripts: data come as scripts that say `lawbookData(name, data)`, so that
// a page opened from a disk has them too. All bundles of a page share it.

/**
 * @typedef {((name: string, data: any) => void) & {held: Map<string | null, any>, acts: Map<string, (data: any) => void>}} Door
 */

/** @returns {Door} */
function door() {
  const held = new Map();
  const acts = new Map();
  const take = (/** @type {string} */ name, /** @type {any} */ data) => {
    held.set(name, data);
    if (acts.has(name)) acts.get(name)(data);
  };
  return Object.assign(take, { held, acts });
}

const world = /** @type {{lawbookData?: Door}} */ (globalThis);
const shared = world.lawbookData || (world.lawbookData = door());

/**
 * What came under a name; undefined where nothing did.
 * @param {string | null} name
 * @returns {any}
 */
export function held(name) {
  return shared.held.get(name);
}

/**
 * Have an act done whenever something comes under a name from now on.
 * @param {string} name
 * @param {(data: any) => void} act
 */
export function whenHere(name, act) {
  shared.acts.set(name, act);
}

/**
 * Hand something to the other bundles of the page.
 * @param {string} name
 * @param {any} data
 */
export function give(name, data) {
  shared(name, data);
}
