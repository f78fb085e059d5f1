// What a query asks to be done rather than known: a paper to be written, a tool to be used.

const ANY_PAPER = "模板|模版|范本|范文|样本|样板|样式|空白|空表|表格|表单|下载|打印|格式"; // words that name no paper
const PAPERS = /* @__PURE__ */ new RegExp(ANY_PAPER +
  "|台账|怎么写|怎么填|咋写|咋填|怎么记|怎么出|怎么拟|起草|填啥|填什么|写啥|写什么|[函表书]$|通知|告知|报告|年报|纪要|记录|请示|意见书");
const EACH_PAPER = /* @__PURE__ */ new RegExp(ANY_PAPER, "g");
const ASKS = /几[天日个人票次种份类]|哪[些几]|多久|多少|什么时候|哪天|谁|是否|能不能|要不要|会不会|可以|可否|[吗么]$|哪个部门|哪里|哪儿/;
// 填请示, 在线填写实施方案, 想起草受理通知: the verb comes first.
const WRITES = /^(?:[我想要请帮替给咱把先]|在线|网上|一份|一下)*(?:填|写|拟|起草|出|出具|开|做|打印|下载|导出|检查|生成)/;
const EMPTY = /模板|模版|样式|空白|空表|下载|word/;
const BEFORE = 6; // characters that may stand before the verb of a task: 想帮委员会算

/** The query without the words for any paper, where it asks for one: 受理通知模板 → 受理通知; null where it does not.
 * @param {string} folded */
export function paperIn(folded) {
  if (ASKS.test(folded) || !PAPERS.test(folded) && !WRITES.test(folded)) return null;
  return folded.replace(EACH_PAPER, " ");
}

/** Whether a query begins with the writing of a paper or asks for an empty one, and is no question.
 * @param {string} folded */
export function writes(folded) { return (WRITES.test(folded) || EMPTY.test(folded)) && !ASKS.test(folded); }

/** The paths to which the tasks lead that a query sets: rows of [paths, verbs, what they are done to].
 * @param {string} folded @param {[string[], string[], string[]][]} tasks @returns {string[]} */
export function pathsOf(folded, tasks) {
  /** @type {string[]} */
  let reached = [];
  tasks.forEach((task) => {
    const begun = task[1].some((verb) => { const at = folded.indexOf(verb); return at >= 0 && at < BEFORE; });
    if (begun && task[2].some((what) => { return folded.indexOf(what) >= 0; })) reached = reached.concat(task[0]);
  });
  return reached;
}
