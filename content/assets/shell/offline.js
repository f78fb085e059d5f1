// Only in the copy for a disk (lawbook bundle): a folder there has no index page of its own accord,
// so each link that a script makes gets the file's name.

function complete(link) {
  if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
}

function completeBelow(node) {
  if (node.nodeType !== 1) return;
  if (node.matches("a[href]")) complete(node);
  node.querySelectorAll("a[href]").forEach(complete);
}

new MutationObserver((records) => {
  records.forEach((record) => {
    if (record.type === "attributes") completeBelow(record.target);
    else record.addedNodes.forEach(completeBelow);
  });
}).observe(document.body, { attributeFilter: ["href"], childList: true, subtree: true });
completeBelow(document.body);
