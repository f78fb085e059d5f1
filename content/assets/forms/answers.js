// Mirrors scripts/lawbook/answers.py: answers read from a tree and checked, all at once.
//
// THE SHAPE THAT ALL SCRIPTS OF THE FORMS FOLLOW
//
// answers = {form, key, title, mark, values}: texts, "" for none; values is a plain object
//   field key → value, in any order; a field without answer is absent (never null or "").
//   text, long_text   "…" (Unix line ends, trimmed)
//   date              {date: "2026-12-01"}
//   choice, choices   [{option: "key", text: "words beside it or empty"}], a choice has one
//   rows              [["cell", "cell", …], …], one text for each column, "" where empty
//   fixed             never there
//
// A tree is what an answer file holds, before it is read: text, null, array, Map or plain object
//   {form: "pilot-plan", title: "…", mark: "…", answers: {unit: "…", submit_date: "2026-12-01",
//    paths: ["key", {key: "words"}], rows: [{column: "…"}]}}
//   Both Map and plain object are understood; readAnswerFile gives Maps, which keep every order.
//   A page makes a tree from what stands in its inputs and calls reading: raw text is fine.
//   forms.answers.tree(form, answers) gives the tree of answers.
//
// form = forms.form(data): the declaration of data/forms/<key>.yml with every default filled in,
//   names as in form.py: form.fields = [[section, field], …], field.called, field.standing,
//   form.field(key), form.hints(field), form.hint(field), section.layout.arrange …
//
// reading(form, tree) = {answers, faults, findings, advice}; each of the three is a list of
//   {path: ["answers", "unit"] or ["answers", "rows", 1, "name"] or ["form"], message: "…"}.
//   path[1] is the field's key; message is the whole line as the command line words it.
//
// A Refusal (forms.Refusal, an Error) has problems: [line, …], shown as they are.
(function () {
  "use strict";
  const root = typeof window === "undefined" ? globalThis : window;
  const Lawbook = (root.Lawbook = root.Lawbook || {});
  const forms = (Lawbook.forms = Lawbook.forms || {});

  class Refusal extends Error {
    constructor(problems) {
      super(problems.join("\n"));
      this.name = "Refusal";
      this.problems = problems;
    }
  }

  forms.Refusal = Refusal;
})();
