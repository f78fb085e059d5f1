// What the page's scripts may use: the oldest browsers stand in package.json (browserslist).
// esbuild lowers syntax; built-ins it leaves as they are, so that here they are refused.
const compat = require("eslint-plugin-compat").default ?? require("eslint-plugin-compat");
const esx = require("eslint-plugin-es-x");
const globals = require("globals");
const { builtinRules } = require("eslint/use-at-your-own-risk");
// What the browsers know, from the data that the plugin reads.
const known = require(require.resolve("@mdn/browser-compat-data", { paths: [require.resolve("eslint-plugin-compat")] }));
const { browserslist } = require("./package.json");

// Chromium 86 knows all of ES2021; Safari 15.4 no lookbehind (ES2018).
const YEARS = [2022, 2023, 2024, 2025, 2026];
// Of these years esbuild lowers the syntax.
const LOWERED = ["class-fields", "class-static-block", "private-in", "arbitrary-module-namespace-names"];

const refused = Object.assign({}, ...YEARS.map((year) => esx.configs[`flat/no-new-in-es${year}`].rules));
for (const name of LOWERED) delete refused[`es-x/no-${name}`];
// Iterators got methods that arrays have had for long, and a name does not tell whose it is.
for (const name of Object.getOwnPropertyNames(Array.prototype)) {
  delete refused[`es-x/no-iterator-prototype-${name.toLowerCase()}`];
}
// Names that our own objects have too: `at` is refused where it is called (below).
const OURS = ["array-prototype-at", "string-prototype-at", "typed-array-prototype-at", "iterator-prototype-drop",
  "iterator-prototype-take", "resizable-and-growable-arraybuffers"];
for (const name of OURS) delete refused[`es-x/no-${name}`];

// The set that eslint recommends; it stands in the rules themselves.
const recommended = Object.fromEntries([...builtinRules]
  .filter(([, rule]) => rule.meta.docs && rule.meta.docs.recommended).map(([name]) => [name, "error"]));

const OLDEST = browserslist.map((line) => line.split(" "));
/** Whether every browser of the list has what an entry of the data is about. */
const supported = ({ support }) => OLDEST.every(([browser, version]) =>
  [support[browser]].flat().some((kept) => kept && !kept.flags && !kept.partial_implementation && !kept.version_removed
    && kept.version_added && parseFloat(String(kept.version_added).replace("\u2264", "")) <= Number(version)));
// Objects whose kind is sure from their name.
const NAMED = { document: "Document", navigator: "Navigator", window: "Window", crypto: "Crypto", performance: "Performance" };
const members = Object.entries(known.api).flatMap(([kind, whole]) => Object.entries(whole)
  .filter(([name, entry]) => name !== "__compat" && entry.__compat && /^[a-z]\w*$/.test(name))
  .map(([name, entry]) => ({ kind, name, old: supported(entry.__compat) })));
const MESSAGE = "Not known to the oldest browsers of package.json.";
// Calls that are newer than the list: of a kind itself, and of an object that we know by its name.
const newer = [
  ...members.filter(({ name, old }) => !old && name.endsWith("_static"))
    .map(({ kind, name }) => ({ object: kind, property: name.replace("_static", ""), message: MESSAGE })),
  ...Object.entries(NAMED).flatMap(([object, owner]) => members.filter(({ kind, old }) => kind === owner && !old)
    .map(({ name }) => ({ object, property: name, message: MESSAGE }))),
];

module.exports = [
  { ignores: ["**", "!content/", "!content/assets/", "!content/assets/**"] },
  {
    files: ["content/assets/**/*.js"],
    plugins: { compat, "es-x": esx },
    languageOptions: {
      ecmaVersion: "latest",
      sourceType: "module",
      globals: globals.browser,
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    // A receiver of unknown type counts as an Array or String: `list.findLast(…)` is refused.
    settings: { "es-x": { aggressive: true } },
    rules: {
      ...recommended,
      "no-control-regex": "off", // control characters are sought on purpose
      "no-irregular-whitespace": ["error", { skipComments: true }],
      ...refused,
      "no-restricted-properties": ["error", ...newer],
      "es-x/no-regexp-lookbehind-assertions": "error",
      "compat/compat": "error",
      "no-var": "error",
      "prefer-arrow-callback": "error",
      "object-shorthand": "error",
      "no-unused-vars": ["error", { caughtErrors: "none", ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", {
        selector: "CallExpression > MemberExpression.callee[property.name='at']",
        message: "Array.prototype.at is not known to Chromium 86.",
      }, {
        // What a message, a rule or an export calls so may keep its key.
        selector: "Identifier[name=/^(one|found)$/]"
          + ":not(Property > .key):not(MemberExpression > .property):not(ExportSpecifier > .exported)",
        message: "This name says nothing; say what it is: finding, field, row, match, …",
      }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // Twins of Python modules: a sign is a code point there, never half of one.
    files: ["content/assets/{forms,cites,cases}/*.js"],
    rules: { "require-unicode-regexp": "error" },
  },
];
