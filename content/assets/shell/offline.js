// Only in the copy for a disk (lawbook bundle): a folder there has no index page of its own accord,
// so each link that a script makes gets the file's name.

/** @param {HTMLAnchorElement} link */
function complete(link) {
  if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
}

/** @param {Node} node */
function completeBelow(node) {
  if (!(node instanceof Element)) return;
  if (node.matches("a[href]")) complete(/** @type {HTMLAnchorElement} */ (node));
  /** @type {NodeListOf<HTMLAnchorElement>} */ (node.querySelectorAll("a[href]")).forEach(complete);
}

new MutationObserver((records) => {
  records.forEach((record) => {
    if (record.type === "attributes") completeBelow(record.target);
    else record.addedNodes.forEach(completeBelow);
  });
}).observe(document.body, { attributeFilter: ["href"], childList: true, subtree: true });
completeBelow(document.body);
