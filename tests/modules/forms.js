// What the tests ask of the form modules, as one object.
import { compares } from "../../content/assets/cites/citations.js";
import { verdictOf } from "../../content/assets/cites/quoted.js";
import * as answerFile from "../../content/assets/forms/answer_file.js";
import { Refusal, reading } from "../../content/assets/forms/answers.js";
import { carried, originOf, together } from "../../content/assets/forms/carrying.js";
import { findings } from "../../content/assets/forms/findings.js";
import { remarks } from "../../content/assets/forms/filled_form.js";
import { whole } from "../../content/assets/forms/computed.js";
import { form } from "../../content/assets/forms/form.js";
import { migrated, shape } from "../../content/assets/forms/migrate.js";
import { closest } from "../../content/assets/forms/nearest.js";
import * as normal from "../../content/assets/forms/normal.js";
import * as passage from "../../content/assets/forms/passage.js";
import { readback } from "../../content/assets/forms/readback.js";
import { stateOf } from "../../content/assets/forms/state.js";
import { unpacked } from "../../content/assets/forms/unpack.js";
import { blank, fill, fillLikeMinistry } from "../../content/assets/forms/docx.js";
import { knows } from "../../content/assets/forms/plan_checks.js";
import * as kinds from "../../content/assets/forms/plan_every.js";

knows(kinds);
compares(verdictOf);
const forms = {
  ...answerFile, Refusal, reading, findings, remarks, whole, form, carried, originOf, together, migrated, shape, closest, normal, passage, readback, stateOf, unpacked, blank, fill, fillLikeMinistry,
};
globalThis.Lawbook = { forms };
