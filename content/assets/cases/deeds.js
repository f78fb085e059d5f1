// What can be done with a case; each deed leaves the page showing what it led to.
/** @import { Answers, Form } from "../forms/types" */
/** @import { Act, Bare, Entry, Row } from "./types" */
import { reading } from "../forms/answers.js";
import { isLacking } from "../forms/carrying.js";
import { remarks } from "../forms/filled_form.js";
import { WORD, fill } from "../forms/docx.js";
import { sure, told } from "../filling/draft_list.js";
import { NotStored } from "../filling/draft_store.js";
import { go, save } from "../tools/common-page.js";
import { actsOf, keyOf } from "./flow.js";
import { prepared } from "./members.js";
import { here, needed } from "./needed.js";
import { begun } from "./papers.js";
import { completed, corrigible, taken } from "./taking.js";
import { meetingOf } from "./votes.js";
import * as writing from "./writing.js";

// The address of the first field that is empty or has to be changed.
/** @param {Form} form @param {Answers} answers */
function firstOpen(form, answers) {
  const open = remarks(form, answers, null, null).filter(isLacking).map((remark) => remark.field);
  const [, field] = form.fields.find(([, asked]) => open.includes(asked.key)) || [];
  return field ? `#field-${field.key}` : "";
}

// The papers that are being written on their form's page, by the number of a case or of a year.
/** @param {Bare} page */
function drafting(page) {
  const { tool, folder } = page;
  /** @param {Form} form @param {Answers} answers */
  const open = (form, answers) => location.assign(writing.pageOf(tool.root, form.key) + firstOpen(form, answers));
  /** @param {string} number */
  const home = (number) => (folder.of(number) ? [`案件 ${number}`, `case=${encodeURIComponent(number)}`] : ["年度统计", "view=year"]);
  /** @param {string} number @param {string} key */
  const read = (number, key) => writing.read(tool.root, key, folder.written(number, key));
  const papers = {
    /** @param {string} number @param {string} key */
    isWriting: (number, key) => Boolean(read(number, key)),
    /** @param {string} number @param {string} key */
    writingTree: (number, key) => {
      const draft = read(number, key);
      return draft && { form: key, mark: (draft.head || {}).mark, answers: writing.treeOf(here(key), draft.state) };
    },
    /** @param {string} number @param {Answers} answers @param {string} label */
    beginWith: (number, answers, label) => {
      const form = here(answers.form);
      try {
        const id = writing.begin(tool.root, form, answers, `${number} ${label}`, home(number));
        folder.write(number, form.key, id);
        open(form, answers);
      } catch (fault) {
        if (!(fault instanceof NotStored)) throw fault;
        told("浏览器没有地方存这份草稿；请先删除不用的草稿，或者下载 Word 接着写。");
      }
    },
    /** @param {string} number @param {string} key */
    goOnWith: (number, key) => {
      const { answers } = reading(here(key), papers.writingTree(number, key));
      if (writing.goOn(tool.root, key, folder.written(number, key))) open(here(key), answers);
    },
    /** @param {string} number @param {string} key */
    forgets: (number, key) => {
      const id = folder.written(number, key);
      folder.write(number, key, "");
      if (id) writing.forget(tool.root, key, id);
    },
  };
  return papers;
}

/** @param {Bare} page */
export function deeds(page) {
  const { tool, folder } = page;
  const papers = drafting(page);
  /** @param {Row} record @param {Entry[]} entries */
  const changed = (record, entries) => {
    folder.replaced(record.now.tree.case, { ...record.now.tree, entries });
    page.show(true);
  };
  /** @param {Row} record @param {Act} paper */
  const name = (record, paper) => `${record.now.tree.case} ${paper.label}`;
  /** @param {Row} record */
  const numberOf = (record) => record.now.tree.case;
  /** @param {Row} record @param {Act} paper */
  const answers = (record, paper) =>
    prepared(tool.data.flow.roll, here(paper.key), begun(tool.data, here, record.now.tree, paper, page.now), folder.members(), folder.votes(meetingOf(record.now)));
  /** @param {Row} record @param {Act} paper @param {Answers} given */
  const word = (record, paper, given) => save(`${name(record, paper)}.docx`, WORD, fill(here(paper.key), given));
  return {
    ...papers,
    answers,
    /** @param {Row} record @param {Act} paper */
    begin: (record, paper) => papers.beginWith(numberOf(record), answers(record, paper), paper.label),
    /** @param {Row} record @param {Act} paper */
    drop: (record, paper) => sure(`不要这份${paper.label}的草稿？删除后找不回来。`, "删除", () => {
      papers.forgets(numberOf(record), paper.key);
      page.show(true);
    }),
    /** @param {Row} record @param {Act} paper */
    word: (record, paper) => word(record, paper, answers(record, paper)),
    /** @param {Row} record @param {Entry} entry */
    download: (record, entry) => needed(tool.root, [keyOf(entry)]).then(() => {
      const paper = actsOf(tool.data.flow).get(entry.paper);
      const form = here(keyOf(entry));
      word(record, paper, reading(form, { form: form.key, mark: record.now.tree.mark || "", answers: entry.answers }).answers);
    }),
    /** @param {Row} record @param {Act} paper @param {Answers} given */
    take: (record, paper, given) => {
      const tree = corrigible(record.now, paper);
      const { entry, problems } = taken(tool.data, here, tree, here(paper.key), given, page.now, page.people());
      if (problems.length > 0) return told(`${problems.join("；")}。`);
      changed(record, [...tree.entries, entry]);
      papers.forgets(numberOf(record), paper.key);
      return told(`${paper.label}已记入 ${numberOf(record)}。`);
    },
    /** @param {Row} record @param {Entry} entry */
    record: (record, entry) => {
      changed(record, [...record.now.tree.entries, entry]);
      told(`已记下：${actsOf(tool.data.flow).get(entry.event).label}。`);
    },
    /** @param {Row} record @param {string} key @param {Record<string, string>} said */
    complete: (record, key, said) => {
      const full = completed(tool.data.flow, record.now.tree, key, said);
      if (!full) return;
      changed(record, full.entries);
      told(`已补写：${Object.values(said).join("，")}。`);
    },
    /** @param {Row} record */
    undo: (record) => sure("撤销最后一项？这一项的内容会删除。", "撤销", () => changed(record, record.now.tree.entries.slice(0, -1))),
    /** @param {Row} record */
    remove: (record) => sure(`删除案件 ${numberOf(record)}？删除后找不回来。`, "删除", () => {
      folder.removed(numberOf(record));
      go([]);
    }),
  };
}
