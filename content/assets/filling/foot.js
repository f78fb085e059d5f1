// The bar at the foot covers nothing that has the focus, however much it has to say.
import { pick } from "../tools/common-elements.js";

const SEEN = 40; // pixels of what has the focus that a reader has to see; all of what is lower

/** @param {HTMLElement} host */
export function keepClear(host) {
  const bar = pick(host, ".bar");
  const clear = () => {
    const { activeElement: at } = document;
    // What is clicked stays where it is.
    if (!at || !host.contains(at) || bar.contains(at) || !at.matches(":focus-visible")) return;
    const [own, foot] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
    const isUnder = own.top < foot.bottom && foot.top - own.top < Math.min(own.height, SEEN);
    if (isUnder) at.scrollIntoView({ block: "center" });
  };
  host.addEventListener("focusin", () => requestAnimationFrame(clear)); // the browser itself scrolls first
  new ResizeObserver(clear).observe(bar);
}
