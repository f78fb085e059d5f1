// A second place for drafts, on the disk at once. A browser may keep what goes to the first to itself
// for some seconds before it writes, and loses it when it is killed; what a strict transaction of
// IndexedDB took is on the disk. Where there is none, everything goes on without it.
// entry = {key, text} as in the first place, {key, gone: marks of what was deleted}, or {key}: forget it
/** @typedef {{key: string, text?: string, gone?: unknown}} Entry */

const NAME = "lawbook";
const STORE = "drafts";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => {
      event.preventDefault(); // told to whoever asked, not to the console
      failed(request.error);
    };
  });
}

/** @param {IDBTransaction} transaction */
function ended(transaction) {
  return new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
}

export function secondStore() {
  /** @type {Promise<IDBDatabase> | null} */
  let base = null; // the promise of the open database
  /** @type {Map<string, Entry>} */
  let waiting = new Map();
  /** @type {Promise<boolean>} */
  let running = Promise.resolve(true);
  /** @type {Promise<boolean> | null} */
  let next = null;

  async function begun() {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    const value = await asked(request);
    const closed = () => {
      value.close();
      base = null;
    };
    Object.assign(value, { onclose: closed, onversionchange: closed });
    return value;
  }

  const opened = () => (base = base || begun());

  async function written() {
    const entries = [...waiting.values()];
    waiting = new Map();
    const transaction = (await opened()).transaction(STORE, "readwrite", { durability: "strict" });
    const store = transaction.objectStore(STORE);
    entries.forEach((entry) => (entry.text || entry.gone ? store.put(entry) : store.delete(entry.key)));
    if (transaction.commit) transaction.commit();
    await ended(transaction);
  }

  // Whether the entry is on the disk, once that is known. What comes while a write is running goes
  // together with the next; of one draft only the latest.
  /** @param {Entry} entry */
  function put(entry) {
    waiting.set(entry.key, entry);
    next = next || running.then(() => {
      next = null;
      running = written().then(() => true, () => false);
      return running;
    });
    return next;
  }

  // Every entry whose key begins so. Rejects where there is no such place.
  /** @param {string} before @returns {Promise<Entry[]>} */
  async function all(before) {
    const store = (await opened()).transaction(STORE).objectStore(STORE);
    return asked(store.getAll(window.IDBKeyRange.bound(before, `${before}\uffff`)));
  }

  return { put, all };
}
