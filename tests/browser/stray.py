"""Words that only a fault of a script prints: watched for on every page that a test opens."""

from __future__ import annotations

# Said on the console, which every page of the tests must leave clean; what is written as code may
# say such words.
WATCH = r"""(() => {
  const STRAY = /(^|[^A-Za-z])(false|true|undefined|null|NaN|Infinity|\[object)(?![A-Za-z])/;
  const SEEN = ["aria-label", "title", "placeholder", "alt"];
  const judged = (words, node) => {
    const at = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!words || !STRAY.test(words) || !at || at.closest("head, script, style, code, pre")) return;
    console.error(`stray word: ${words.trim().slice(0, 120)}`);
  };
  const looked = (node) => {
    if (node.nodeType === Node.TEXT_NODE) judged(node.data, node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of SEEN) judged(node.getAttribute(name), node);
    node.childNodes.forEach(looked);
  };
  new MutationObserver((changes) => changes.forEach((one) => {
    if (one.type === "childList") one.addedNodes.forEach(looked);
    else if (one.type === "characterData") looked(one.target);
    else judged(one.target.getAttribute(one.attributeName), one.target);
  })).observe(document, {childList: true, characterData: true, subtree: true,
    attributes: true, attributeFilter: SEEN});
})();"""
