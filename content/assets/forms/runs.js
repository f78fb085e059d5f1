// The inside of a paragraph, for content.js: what word/content.py reads of runs, controls and fields.
(function () {
  "use strict";
  const root = typeof window === "undefined" ? globalThis : window;
  const Lawbook = (root.Lawbook = root.Lawbook || {});
  const forms = (Lawbook.forms = Lawbook.forms || {});
  const word = (forms.word = forms.word || {});

  const GONE = new Set([
    "del", "moveFrom", "rubyPr", "rt", "pPr", "rPr", "sdtPr", "tblPr", "instrText", "delText", "trPr", "tcPr",
    "tblGrid", "mc:Fallback",
  ]);
  const REVISIONS = new Set(["ins", "del", "moveFrom", "moveTo"]);
  const SIGNS = new Map([["tab", "\t"], ["ptab", "\t"], ["br", "\n"], ["cr", "\n"], ["noBreakHyphen", "-"]]);
  const NOTES = {
    footnoteReference: "脚注", endnoteReference: "尾注", drawing: "图片或图形", pict: "图片或图形", object: "嵌入对象",
  };
  const EMBEDDED = ["altChunk", "subDoc"];
  const FILE = "插入的另一份文件";
  const OFF = ["0", "false", "off", "none"];
  const isOn = (node, name, prefix) => !OFF.includes(forms.xml.value(node, name, "1", prefix));

  function keepFirst(map, name, one) {
    if (!map.has(name)) map.set(name, one);
  }

  // Reads what stands inside paragraphs into the content that was ``found``.
  class Runs {
    constructor(found, hidden) {
      Object.assign(this, { found, hidden, inHiddenRow: false });
    }

    inline(node, made, tag) {
      for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
        const kind = forms.xml.kind(child);
        if (kind === "r") this.run(child, made, tag);
        else if (kind === "sdt") this.control(child, made, tag);
        else if (kind === "bookmarkStart") keepFirst(this.found.bookmarks, forms.xml.value(child, "name", ""), made);
        else if (kind === "m:t") made.pieces.push([forms.xml.text(child), false, tag]);
        else if (EMBEDDED.includes(kind)) this.found.note(FILE, made);
        else if (!GONE.has(kind)) {
          if (REVISIONS.has(kind)) this.found.revised = true;
          this.inline(child, made, tag);
        } else if (REVISIONS.has(kind)) this.found.revised = true;
      }
    }

    control(node, made, outer) {
      const tag = this.tag(node);
      if (tag) {
        keepFirst(this.found.controls, tag, made);
        made.pieces.push(["", false, tag]); // a control without text has its place too
      }
      const inside = forms.xml.find(node, "sdtContent");
      if (inside) this.inline(inside, made, tag || outer);
    }

    tag(node) {
      const properties = forms.xml.find(node, "sdtPr");
      const found = properties && forms.xml.find(properties, "tag");
      if (!found) return "";
      const tag = forms.xml.value(found, "val", "");
      const state = forms.xml.find(properties, "w14:checkbox", "w14:checked");
      if (state) this.found.checked.set(tag, isOn(state, "val", "w14"));
      return tag;
    }

    run(node, made, tag) {
      const properties = forms.xml.find(node, "rPr");
      const mark = properties && forms.xml.find(properties, "b");
      const bold = Boolean(mark) && isOn(mark, "val");
      const hidden = this.inHiddenRow || this.hidden.isHidden(properties, made.style);
      for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
        const kind = forms.xml.kind(child);
        const text = textOf(child, kind);
        if (text && hidden) this.found.hide(text, made);
        else if (text) made.pieces.push([text, bold, tag]);
        else if (kind !== "t" && !GONE.has(kind)) this.other(child, kind, made, tag);
      }
    }

    // What a run can hold beside text: text boxes are read, pictures are named.
    other(node, kind, made, tag) {
      const boxes = kind === "txbxContent" ? [node] : boxesOf(node, kind);
      for (const box of boxes) {
        for (const part of forms.xml.all(box, "p")) {
          made.pieces.push(["\n", false, tag]);
          this.inline(part, made, tag);
        }
      }
      if (boxes.length) return;
      for (const child of forms.xml.all(node, ...Object.keys(NOTES))) {
        this.found.note(NOTES[forms.xml.kind(child)], made);
      }
      if (kind === "ruby") this.inline(node, made, tag);
    }
  }

  // The text that a part of a run stands for, empty for none.
  function textOf(node, kind) {
    if (kind === "sym") return word.symbol(forms.xml.value(node, "font", ""), forms.xml.value(node, "char", ""));
    return kind === "t" ? forms.xml.text(node) : SIGNS.get(kind) || "";
  }

  function boxesOf(node, kind) {
    const chosen = kind === "mc:AlternateContent" ? forms.xml.find(node, "mc:Choice") : node;
    return chosen ? forms.xml.all(chosen, "txbxContent") : [];
  }

  word.runs = { EMBEDDED, FILE, GONE, REVISIONS, Runs, keepFirst };
})();
