// Mirrors scripts/lawbook/checks/filled_form.py: the check of a filled form (检查), all findings at once.
/** @import { Shelf } from "../cites/shelf" */
/** @import { Answers, Field, Finding, Form, Path, Plan, Remark, Section } from "./types" */
import { UNCHECKED, report } from "../cites/citations.js";
import { held } from "../shell/data.js";
import * as findings from "./findings.js";
import { OUR_ADVICE } from "./form.js";
import * as planChecks from "./plan_checks.js";
import * as planPaper from "./plan_paper.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import { filled } from "./text.js";
import * as shared from "./shared.js";

/** @typedef {import("../cites/shelf").Finding} Cited */


// What is to be said about answers: {field, path, where, reason, basis, remedy, advice, line}.
// ``faults`` are [field, message] that could not be read; ``altered`` are fixed fields whose text
// was changed in a Word file, null where none was read; ``plan`` are the rules to be asked. ``path`` leads
// to the words inside the answer.
/** @param {Form} form @param {Answers} answers @param {[string, string][] | null} faults
 * @param {string[] | null} altered @param {Plan | null} [plan] @returns {Remark[]} */
export function remarks(form, answers, faults, altered, plan = form.plan) {
  const unread = new Map(faults || []);
  const ours = ofPlan(plan, form, answers, altered || null);
  const all = [...ofReading(form, unread), ...ours, ...ofCitations(form, answers)];
  const beside = new Set(all.filter((finding) => finding.isRuled).map((finding) => finding.field));
  for (const finding of findings.findings(form, answers.values)) {
    const told = finding.advice && beside.has(finding.field) && finding.reason.includes(shared.UNEXPLAINED);
    if (!unread.has(finding.field) && !told) all.push(finding);
  }
  const order = new Map(form.fields.map(([, field], number) => [field.key, number]));
  /** @param {Finding} finding */
  const weight = (finding) => (finding.advice ? order.size : 0) + /** @type {number} */ (order.get(finding.field));
  const made = all.sort((finding, other) => weight(finding) - weight(other)).map((finding) => remark(form, finding));
  const lines = new Map();
  for (const told of made) {
    const key = `${told.field}\n${told.line}`;
    if (!lines.has(key)) lines.set(key, told);
  }
  return Array.from(lines.values());
}

/** @param {Form} form @param {Map<string, string>} unread @returns {Finding[]} */
function ofReading(form, unread) {
  // Without a message the finding of another field tells of this one too.
  return Array.from(unread).filter(([, message]) => message).map(([key, message]) => {
    const at = message.lastIndexOf("；");
    const [reason, remedy] = at < 0 ? ["", message] : [message.slice(0, at), message.slice(at + 1)];
    return findings.finding(key, [], reason || message, remedy, { basis: firm(form.field(key)) });
  });
}

// The remarks by which an answer must be changed.
/** @param {Form} form @param {Answers} answers @returns {Remark[]} */
export function musts(form, answers) {
  const { plan } = form;
  return remarks(form, answers, null, null, plan && planChecks.firm(plan)).filter((told) => !told.advice);
}

/** @param {Plan | null} plan @param {Form} form @param {Answers} answers @param {string[] | null} altered
 * @returns {Finding[]} */
function ofPlan(plan, form, answers, altered) {
  const hits = plan ? planChecks.findings(plan, new planPaper.Paper(form, answers, altered)) : [];
  const told = new Set(hits.map((finding) => finding.field));
  const changed = (altered || []).filter((key) => !told.has(key)).map((key) => {
    const basis = firm(form.field(key));
    return findings.finding(key, [], shared.FIXED_CHANGED, shared.COPY_FROM_BLANK, { basis });
  });
  return [...hits, ...changed];
}

const UNCITED = "引用没有核对：核对用的数据没有载入。请刷新本页，再检查一次。";
const UNQUOTED = "单文件查得出写错的文件名称、文号和不存在的条款，不对照引文的文字；请用本指南网站的“引用核对”。";

// Whether the data by which citations are held has come; what is found before is not the whole.
/** @param {Pick<Form, "data">} form */
export const isWhole = ({ data }) => !data.cites || Boolean(held(data.cites));

// What a check of the form leaves out, in one sentence; "" where it leaves out nothing.
/** @param {Form} form */
export function unchecked({ data }) {
  const cites = held(data.cites);
  if (data.cites && !cites) return UNCITED;
  return cites && cites.lean ? UNQUOTED : "";
}

// Citations that are wrong, and advice on those of our documents that cannot be compared.
/** @param {Form} form @param {Answers} answers @returns {Finding[]} */
function ofCitations(form, answers) {
  const cites = held(form.data.cites);
  if (!cites) return [];
  return form.fields.flatMap(([, field]) => findings.texts(field, trees.get(answers.values, field.key))
    .flatMap(([path, called, text]) => report(cites, text).findings
      .filter((finding) => finding.wrong || (finding.citation && UNCHECKED.includes(finding.verdict)))
      .map((finding) => ofCitation(cites, field, path, called, finding))));
}

/** @param {Shelf} cites @param {Field} field @param {Path} path @param {string} called @param {Cited} cited
 * @returns {Finding} */
function ofCitation(cites, field, path, called, cited) {
  const { label } = cites.verdicts[cited.verdict];
  const detail = cited.detail ? `；${cited.detail}` : "";
  const reason = filled(shared.CITED, { called, text: cited.text, label, detail });
  const remedy = cited.wrong ? shared.CORRECT_QUOTE : shared.CHECK_QUOTE;
  const advice = !cited.wrong || cited.verdict === "draft";
  return findings.finding(field.key, path, reason, remedy, { advice, basis: [cited.display] });
}

/** @param {Field} field */
const firm = (field) => field.basis.filter((basis) => basis !== OUR_ADVICE);

/** @param {Form} form @param {Finding} finding @returns {Remark} */
function remark(form, finding) {
  const [section, field] = /** @type {[Section, Field]} */ (form.fields.find((pair) => pair[1].key === finding.field));
  const shown = finding.basis.map((ground) => form.data.grounds[ground] || ground);
  const basis = Array.from(new Set(shown)).join("、") || OUR_ADVICE;
  const own = `「${field.called}」`;
  const reason = finding.reason.startsWith(own) ? finding.reason.slice(own.length) : finding.reason;
  let remedy = finding.remedy || field.help || shared.READ_AGAIN;
  const isMissing = [shared.FIELD_REQUIRED, shared.FIELD_ADVISED].some((words) => words === finding.remedy);
  if (isMissing && field.help) remedy = `${finding.remedy}：${field.help}`;
  remedy = strings.strippedRight(remedy, "。");
  const called = `${section.title}${own}`;
  const weight = finding.advice ? "提醒" : "必改";
  const line = filled(shared.FINDING_LINE, { weight, where: called, reason, basis, remedy });
  const { field: key, path, advice } = finding;
  return { field: key, path, where: called, reason, basis, remedy, advice, line };
}
