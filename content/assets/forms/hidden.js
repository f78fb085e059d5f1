// Mirrors scripts/lawbook/word/read/hidden.py: which text of a document Word does not show.
import * as xml from "./xml.js";

const DEEPEST = 20;
const OFF = ["0", "false", "off", "none"];
/** @typedef {{ hides: boolean | null, base: string }} Said */
/** @param {Element} node */
const isOn = (node) => !OFF.includes(xml.value(node, "val", "1"));
/** @param {Element | null} node @param {...string} path */
const valueOf = (node, ...path) => {
  const mark = node && xml.find(node, ...path);
  return mark ? xml.value(mark, "val", "") : "";
};

// Knows the styles of a document; ``top`` is the root of styles.xml, null where there is none.
export class Hidden {
  /** @param {Element | null} top */
  constructor(top) {
    /** @type {Map<string, Said>} by style: whether it hides (null: it does not say), on what it rests */
    this.styles = new Map();
    for (const style of top ? xml.all(top, "style") : []) {
      const mark = xml.find(style, "rPr", "vanish");
      const said = { hides: mark && isOn(mark), base: valueOf(style, "basedOn") };
      this.styles.set(xml.value(style, "styleId", ""), said);
    }
    const every = top && xml.find(top, "docDefaults", "rPrDefault", "rPr", "vanish");
    this.everywhere = every ? isOn(every) : false;
  }

  // Whether a run is hidden; ``run`` its properties, ``paragraph`` the style around it.
  // Two styles that both hide show the text again, as Word has it.
  /** @param {Element | null} run @param {string} paragraph */
  isHidden(run, paragraph) {
    const own = run && xml.find(run, "vanish");
    if (own) return isOn(own);
    return this.everywhere || this.hides(valueOf(run, "rStyle")) !== this.hides(paragraph);
  }

  /** @param {string} name @returns {boolean} */
  hides(name) {
    let said = this.styles.get(name);
    for (let n = 0; n < DEEPEST && said; n += 1) {
      if (said.hides !== null) return said.hides;
      said = this.styles.get(said.base);
    }
    return false;
  }
}

// The style of a paragraph; empty, the name of none, for the usual one.
/** @param {Element | null} properties */
export const styleOf = (properties) => valueOf(properties, "pStyle");

/** @param {Element | null} properties */
export function isHiddenRow(properties) {
  const mark = properties && xml.find(properties, "hidden");
  return mark ? isOn(mark) : false;
}
