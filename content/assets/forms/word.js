// Mirrors scripts/lawbook/word/__init__.py: the blank form and the filled one, byte for byte.
(function () {
  "use strict";
  const root = typeof window === "undefined" ? globalThis : window;
  const Lawbook = (root.Lawbook = root.Lawbook || {});
  const forms = (Lawbook.forms = Lawbook.forms || {});

  // The blank form as a .docx (Uint8Array).
  function blank(form) {
    return packed(form, forms.slots.blank(form.data.word.segments), form.title, "");
  }

  // The filled form as a .docx: the bytes that the command line writes.
  function fill(form, answers) {
    const body = forms.slots.filled(form.data.word.segments, answers);
    return packed(form, body, title(form, answers), answers.mark);
  }

  // The document's title: as the answers name it, else the form's with what it asks for.
  function title(form, answers) {
    if (answers.title) return answers.title;
    const { field, text } = form.layout.title;
    return (field ? forms.answers.text(answers, field) : "") + text.replace(/\n/g, "");
  }

  function packed(form, body, name, mark) {
    const { SONG, run, safe } = forms.markup;
    return forms.package.packed(form.data.word.parts, {
      "docProps/core.xml": { "@TITLE@": safe(name) },
      "docProps/custom.xml": { "@KEY@": safe(form.key), "@VERSION@": safe(form.version) },
      "word/document.xml": { "@BODY@": body },
      "word/header.xml": { "@MARK@": mark ? run(mark, SONG) : "" },
    });
  }

  // A long answer as it will be set: the blocks of passage.parsed, for a preview.
  function preview(text) {
    return forms.passage.parsed(forms.values.trimmed(forms.values.clean(text)));
  }

  Object.assign(forms, { blank, fill, preview, title });
})();
