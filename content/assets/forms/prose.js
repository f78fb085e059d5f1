// Mirrors scripts/lawbook/word/layout/prose.py: long answers as paragraphs and tables of Word.
(function () {
  "use strict";
  const root = typeof window === "undefined" ? globalThis : window;
  const Lawbook = (root.Lawbook = root.Lawbook || {});
  const forms = (Lawbook.forms = Lawbook.forms || {});
  const FIRST = /^[一二三四五六七八九十]+、/;
  const SECOND = /^（[一二三四五六七八九十]+）/;
  const LONGEST_HEADING = 40;
  const GRID_WIDTH = 6960;

  // A paragraph of a long answer.
  function line(runs) {
    return forms.markup.paragraph("Passage", runs);
  }

  // The paragraphs and tables of an answer; a cell must not end with a table.
  function render(text) {
    const blocks = forms.passage.parsed(text);
    const pieces = blocks.map((block, number) => {
      if (block.kind === "line") return set(block);
      const next = blocks[number + 1];
      // Two tables would become one; the last child of a cell is a paragraph.
      const end = !next || next.kind === "grid" ? forms.markup.paragraph("TableEnd") : "";
      return table(block) + end;
    });
    return pieces.join("");
  }

  function plain(runs) {
    return runs.map(([text]) => text).join("");
  }

  function set(block) {
    const { FANG, FONTS, paragraph } = forms.markup;
    if (block.item) return paragraph("PassageItem", runsOf(block.runs, FANG));
    const text = plain(block.runs);
    const style = FIRST.test(text) ? "TableHead1" : SECOND.test(text) ? "TableHead2" : null;
    if (style === null) return line(runsOf(block.runs, FANG));
    const end = headingEnds(text);
    const [heading, rest] = split(block.runs, end);
    const whole = end > 0 && rest.length === 0 ? style : "Passage";
    return paragraph(whole, runsOf(heading, FONTS[style]) + runsOf(rest, FANG));
  }

  // Where a numbered line's heading ends, 0 where the line is too long to be one.
  function headingEnds(text) {
    const stop = text.indexOf("。");
    const end = forms.text.length(stop < 0 ? text : text.slice(0, stop + 1));
    return end <= LONGEST_HEADING ? end : 0;
  }

  // Runs before and after a number of characters.
  function split(runs, end) {
    const [before, after] = [[], []];
    let left = end;
    for (const [text, bold] of runs) {
      before.push([forms.text.slice(text, 0, left), bold]);
      after.push([forms.text.slice(text, left), bold]);
      left = Math.max(0, left - forms.text.length(text));
    }
    const kept = (pieces) => pieces.filter(([text]) => text);
    return [kept(before), kept(after)];
  }

  function runsOf(runs, font) {
    return runs.map(([text, bold]) => forms.markup.run(text, font, { bold })).join("");
  }

  function table(grid) {
    const columns = grid.rows[0].length;
    const width = Math.floor(GRID_WIDTH / columns);
    const caption = forms.text.slice(grid.rows[0].map(plain).join("、"), 0, 200);
    const rows = grid.rows.map((row, number) =>
      forms.markup.row(440, cells(row, width, number), grid.header && number === 0));
    return forms.markup.table(width, columns, caption, rows.join(""));
  }

  function cells(row, width, number) {
    const { FANG, FONTS, cell, paragraph } = forms.markup;
    const style = number ? "TableText" : "ColumnHead";
    const font = FONTS[style] || FANG;
    return row.map((one) => cell(width, paragraph(style, runsOf(one, font)))).join("");
  }

  forms.prose = { line, render };
})();
