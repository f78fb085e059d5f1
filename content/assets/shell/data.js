// The one door of the site's scripts: data come as scripts that say `lawbookData(name, data, version)`,
// so that a page opened from a disk has them too. All bundles of a page share it.
//
// A page names its scripts with the version of their build (?v=…), each script carries its own, and
// data say theirs. What is of another build than its page is not used (decision 0017).

const MADE = "unversioned"; // a build writes its version here (lawbook.site.versions)
const IS_VERSIONED = /^[0-9a-f]{10}$/u.test(MADE);
const RENEWED = "本页已有新版本，请刷新后再用。";

/**
 * @typedef {((name: string, data: any, version?: string) => void) & {
 *   held: Map<string | null, any>, acts: Map<string, (data: any) => void>, renewed: boolean}} Door
 */

/** @returns {Door} */
function door() {
  const held = new Map();
  const acts = new Map();
  const take = (/** @type {string} */ name, /** @type {any} */ data, /** @type {string | undefined} */ version) => {
    if (IS_VERSIONED && version !== MADE) {
      made.renewed = true;
      return;
    }
    held.set(name, data);
    if (acts.has(name)) acts.get(name)(data);
  };
  const made = Object.assign(take, { held, acts, renewed: false });
  return made;
}

// What stands behind the address of this script, and so behind that of all it has come.
function query() {
  const loader = typeof document === "undefined" ? null : document.currentScript;
  return loader ? /** @type {HTMLScriptElement} */ (loader).src.replace(/^[^?]*/u, "") : "";
}

const QUERY = query();
const fits = !IS_VERSIONED || QUERY === `?v=${MADE}`;
const world = /** @type {{lawbookData?: Door}} */ (globalThis);
const shared = world.lawbookData || (world.lawbookData = door());
if (!fits) shared.renewed = true;

/** @type {Map<string, Promise<any>>} */
const coming = new Map();

/**
 * What came under a name; undefined where nothing did.
 * @param {string | null} name
 * @returns {any}
 */
export function held(name) {
  return fits ? shared.held.get(name) : undefined;
}

/**
 * Have an act done whenever something comes under a name from now on.
 * @param {string} name
 * @param {(data: any) => void} act
 */
export function whenHere(name, act) {
  if (fits) shared.acts.set(name, act);
}

/**
 * Hand something to the other bundles of the page.
 * @param {string} name
 * @param {any} data
 */
export function give(name, data) {
  shared(name, data, MADE);
}

/**
 * Have data come, once; what did not come is asked for again the next time.
 * @param {string} name
 * @param {string} address
 * @returns {Promise<any>}
 */
export function brought(name, address) {
  if (held(name) !== undefined) return Promise.resolve(held(name));
  const before = coming.get(name);
  if (before) return before;
  const made = new Promise((done, failed) => {
    const script = document.createElement("script");
    const missed = () => failed(new Error(name));
    script.src = address + QUERY;
    script.onload = () => (held(name) === undefined ? missed() : done(held(name)));
    script.onerror = missed;
    document.head.append(script);
  });
  coming.set(name, made);
  made.catch(() => coming.delete(name));
  return made;
}

/** Whether something of another build than this page has come. */
export const renewed = () => shared.renewed;

/**
 * What to say where data are not there: these words, unless the page is to be loaded anew.
 * @param {string} words
 */
export const missing = (words) => (renewed() ? RENEWED : words);
