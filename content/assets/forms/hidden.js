// Mirrors scripts/lawbook/word/read/hidden.py: which text of a document Word does not show.
import * as xml from "./xml.js";

const DEEPEST = 20;
const OFF = ["0", "false", "off", "none"];
const isOn = (node) => !OFF.includes(xml.value(node, "val", "1"));
const valueOf = (node, ...path) => {
  const mark = node && xml.find(node, ...path);
  return mark ? xml.value(mark, "val", "") : "";
};

// Knows the styles of a document; ``top`` is the root of styles.xml, null where there is none.
export class Hidden {
  constructor(top) {
    // By style: whether it hides (null: it does not say) and what it rests on.
    this.styles = new Map();
    for (const style of top ? xml.all(top, "style") : []) {
      const mark = xml.find(style, "rPr", "vanish");
      const said = { hides: mark && isOn(mark), base: valueOf(style, "basedOn") };
      this.styles.set(xml.value(style, "styleId", ""), said);
    }
    const every = top && xml.find(top, "docDefaults", "rPrDefault", "rPr", "vanish");
    this.everywhere = Boolean(every) && isOn(every);
  }

  // Whether a run is hidden; ``run`` its properties, ``paragraph`` the style around it.
  // Two styles that both hide show the text again, as Word has it.
  isHidden(run, paragraph) {
    const own = run && xml.find(run, "vanish");
    if (own) return isOn(own);
    return this.everywhere || this.hides(valueOf(run, "rStyle")) !== this.hides(paragraph);
  }

  hides(name) {
    let style = name;
    for (let n = 0; n < DEEPEST && this.styles.has(style); n += 1) {
      const { hides, base } = this.styles.get(style);
      if (hides !== null) return hides;
      style = base;
    }
    return false;
  }
}

// The style of a paragraph; empty, the name of none, for the usual one.
export const styleOf = (properties) => valueOf(properties, "pStyle");

export function isHiddenRow(properties) {
  const mark = properties && xml.find(properties, "hidden");
  return Boolean(mark) && isOn(mark);
}
