// Run the form scripts as a page would and answer one JSON line for each JSON line of a file, as often as asked.
"use strict";
const crypto = require("crypto");
const fs = require("fs");
const readline = require("readline");
const vm = require("vm");

const files = process.argv.slice(2); // the modules as one script, then data
const world = vm.createContext({ TextEncoder, TextDecoder });
for (const file of files) vm.runInContext(fs.readFileSync(file, "utf8"), world, { filename: file });
const forms = vm.runInContext("Lawbook.forms", world);
const made = new Map();

function form(key) {
  if (!made.has(key)) made.set(key, forms.form(key));
  return made.get(key);
}

function digest(bytes) {
  return crypto.createHash("sha256").update(bytes).digest("hex");
}

// Maps become lists of pairs, so that the order of keys is compared too.
function plain(tree) {
  if (Object.prototype.toString.call(tree) === "[object Map]") {
    return { map: [...tree].map(([key, value]) => [key, plain(value)]) };
  }
  return Array.isArray(tree) ? tree.map(plain) : tree;
}

function unplain(tree) {
  if (Array.isArray(tree)) return tree.map(unplain);
  if (tree === null || typeof tree !== "object") return tree;
  return new Map(tree.map.map(([key, value]) => [key, unplain(value)]));
}

function refused(act) {
  try {
    return act();
  } catch (fault) {
    if (!(fault instanceof forms.Refusal)) throw fault;
    return { refused: fault.problems };
  }
}

function again({ key }, text, name) {
  return forms.reading(form(key), forms.readAnswerFile(text, name).tree).answers;
}

const ACTS = {
  fill: ({ key, answers }) => digest(forms.fill(form(key), answers)),
  ministry: ({ key, answers }) => digest(forms.fillLikeMinistry(form(key), answers)),
  bytes: ({ key, answers }) => Buffer.from(forms.fill(form(key), answers)).toString("base64"),
  blank: ({ key }) => digest(forms.blank(form(key))),
  reading: ({ key, tree }) => {
    const read = forms.reading(form(key), unplain(tree));
    return { ...read, digest: read.faults.length > 0 ? "" : digest(forms.fill(form(key), read.answers)) };
  },
  normal: ({ key, answers }) => forms.normal.normalised(form(key), answers),
  remarks: ({ key, tree }) => {
    const { answers } = forms.reading(form(key), unplain(tree));
    return { lines: forms.remarks(form(key), answers).map((one) => one.line), whole: forms.whole(form(key), answers.values) };
  },
  carried: ({ key, origin, answers }) => {
    const source = forms.originOf(form(key), origin);
    const lists = form(key).fields.some(([, field]) => field.carries.some((one) => one.lacks));
    return forms.carried(form(key), source, answers, lists ? forms.remarks(source, answers) : []).values;
  },
  together: ({ key, origins }) => forms.together(form(key), new Map(origins.map(({ origin, answers }) => [
    origin, forms.carried(form(key), forms.originOf(form(key), origin), answers, [])]))).values,
  parsed: ({ text }) => forms.passage.parsed(text),
  canonical: ({ text }) => forms.passage.canonical(text),
  closest: ({ word, known }) => forms.closest(word, known),
  file: ({ text, name }) => refused(() => plain(forms.readAnswerFile(text, name).tree)),
  findings: ({ key, answers }) => forms.findings(form(key), answers.values).map((one) => [one.field, one.reason]),
  takes: ({ pattern }) => {
    try {
      return Boolean(new RegExp(pattern, "u"));
    } catch (fault) {
      return false;
    }
  },
  tooLarge: ({ length, name }) => refused(() => forms.unpacked({ length }, name)),
  bytesFile: ({ data, name }) =>
    refused(() => plain(forms.readAnswerFile(Uint8Array.from(Buffer.from(data, "base64")), name).tree)),
  fileReading: ({ key, text, name }) => refused(() => {
    const { answers, lines } = forms.readingOf(form(key), forms.readAnswerFile(text, name));
    return { answers, lines };
  }),
  yamlAgain: (given) => again(given, ACTS.yaml(given), "a.yml"),
  jsonAgain: (given) => again(given, ACTS.json(given), "a.json"),
  yaml: ({ key, answers, name }) => forms.answerFile(form(key), answers, name),
  json: ({ key, answers, name }) => forms.answerJson(form(key), answers, name),
  stateOf: ({ key, tree }) => forms.stateOf(form(key), unplain(tree)),
  shape: ({ key }) => forms.shape(form(key)),
  migrated: ({ data, saved }) => refused(() => forms.migrated(forms.form(data), saved)),
  migratedHere: ({ key, saved }) => refused(() => forms.migrated(form(key), saved)),
  defaults: ({ key }) => JSON.parse(JSON.stringify({ ...form(key), data: null })),
};

// A line of the input names two files: what is asked, and where the answers go.
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { given, made } = JSON.parse(line);
  const acts = fs.readFileSync(given, "utf8").split("\n").filter(Boolean).map((one) => JSON.parse(one));
  fs.writeFileSync(made, acts.map((asked) => JSON.stringify(ACTS[asked.act](asked)) + "\n").join(""));
  process.stdout.write("done\n");
});
