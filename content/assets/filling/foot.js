// The bar at the foot covers nothing that has the focus, however much it has to say.
import { one } from "../tools/common-elements.js";

/** @param {HTMLElement} host */
export function keepClear(host) {
  const bar = one(host, ".bar");
  new ResizeObserver(() => {
    const sticks = getComputedStyle(bar).position === "sticky"; // not in a low window
    host.style.setProperty("--bar", `${sticks ? bar.offsetHeight : 0}px`);
    const { activeElement: at } = document;
    if (sticks && at && host.contains(at) && !bar.contains(at) && isUnder(at, bar)) at.scrollIntoView({ block: "nearest" });
  }).observe(bar);
}

/** @param {Element} at @param {Element} bar */
function isUnder(at, bar) {
  const [own, foot] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
  return own.bottom > foot.top && own.top < foot.bottom;
}
