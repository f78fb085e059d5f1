// What the tests ask of the modules of 委员会工作台.
import { held } from "../../content/assets/shell/data.js";
import { form } from "../../content/assets/forms/form.js";
import { fill } from "../../content/assets/forms/docx.js";
import { reading } from "../../content/assets/forms/answers.js";
import { answerTree } from "../../content/assets/forms/answer_file.js";
import { readAnswerFile } from "../../content/assets/forms/answer_file.js";
import * as folderFile from "../../content/assets/cases/folder_file.js";
import * as findings from "../../content/assets/cases/findings.js";
import * as flow from "../../content/assets/cases/flow.js";
import * as register from "../../content/assets/cases/register.js";
import * as papers from "../../content/assets/cases/papers.js";
import * as taking from "../../content/assets/cases/taking.js";
import * as takeaway from "../../content/assets/cases/takeaway.js";
import * as year from "../../content/assets/cases/year.js";
import { knows } from "../../content/assets/forms/plan_checks.js";
import * as kinds from "../../content/assets/forms/plan_every.js";

knows(kinds);
globalThis.Cases = {
  ...folderFile, readAnswerFile, reading, ...findings, ...flow, ...papers, ...register, ...takeaway, ...taking, ...year, answerTree, fill, form, held,
};
