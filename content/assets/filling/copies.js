// Whose a draft is. Over http the browser keeps the sites apart; pages opened from a disk share one store
// with every other page of that disk, so there each copy (its place and its form) has drafts of its own.

const OLD = ""; // of the site; on a disk, of pages that did not know of copies yet
const KEY = /^([^:@]+)(?:@([^:]*))?:([^:]*)$/; // form, copy, id

// One place has one name, however its address is written; no colon stays in it.
/** @param {string} address */
function named(address) {
  const path = address.replace(/[?#][^]*$/, "");
  try {
    return encodeURIComponent(decodeURIComponent(path));
  } catch (fault) {
    return encodeURIComponent(path);
  }
}

// The page that stands alone (it leads to no other form) is a copy wherever it is opened.
/** @param {HTMLElement} host */
function here(host) {
  return /^https?:$/.test(location.protocol) && host.dataset.forms ? OLD : named(location.href);
}

// The same for a page of the site that leads to other forms, by its address.
/** @param {string} address */
const ofPage = (address) => (/^https?:/.test(address) ? OLD : named(address));

/** @param {string} form @param {string} copy */
const area = (form, copy) => (copy === OLD ? form : `${form}@${copy}`);

// {form, copy, id} of what stands in a key behind its kind; null where it is no draft's.
/** @param {string} rest */
function partsOf(rest) {
  const match = KEY.exec(rest);
  return match && { form: match[1], copy: match[2] || OLD, id: match[3] };
}

// Where a copy lies, as people read it.
/** @param {string} copy */
function called(copy) {
  if (copy === OLD) return "没有记下是哪一份文件";
  try {
    return decodeURIComponent(copy).replace(/^file:\/\/(\/(?=[A-Za-z]:))?/, "");
  } catch (fault) {
    return copy;
  }
}

// Asks that drafts are not cleared for want of room; what the browser answers binds nobody.
function lasting() {
  const { storage } = navigator;
  if (!storage || !storage.persist) return;
  storage.persisted().then((is) => is || storage.persist()).catch(() => {});
}

export const copies = { OLD, here, ofPage, area, partsOf, called, lasting };
