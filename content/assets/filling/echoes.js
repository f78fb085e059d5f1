// What a check compares is typed once: an answer goes into the other fields that must say the same, is
// shown there as carried, and stays as soon as somebody writes there. What may stay empty, such as the
// name under a promise, is left to whoever fills it.

const ENDING = /\{([a-z_0-9]+)\}([^.*?+()[\]{}|\\]+)$/; // .{0,20}{place}人民政府
const PROVINCE = /^.{2,8}?(?:省|自治区)(?=.)/;

function ofSame({ fields }) {
  return fields.flatMap((from) => fields.filter((to) => to !== from).map((to) => ({ from, to, made: (text) => text })));
}

// A field that ends with another and fixed words, and the other way round.
function ofEnding({ field, pattern }) {
  const [, part, words] = ENDING.exec(pattern) || [];
  if (!part) return [];
  const cut = (text) => (text.endsWith(words) ? text.slice(0, -words.length).replace(PROVINCE, "") : "");
  return [{ from: part, to: field, made: (text) => text + words }, { from: field, to: part, made: cut }];
}

// [{from, to: keys of fields, made(text)}] as the form's checks compare them.
export function echoes(form) {
  const rules = form.data.plan ? form.data.plan.rules : [];
  const of = { same: ofSame, matches: ofEnding };
  return rules.map((rule) => rule.checks).flatMap((check) => (of[check.kind] ? of[check.kind](check) : []))
    .filter(({ to }) => (form.field(to) || {}).required);
}
