// A form's page on the site: what every such page does, and what only the site has.
/** @import { Page } from "./types" */
import { compares } from "../cites/citations.js";
import { verdictOf } from "../cites/quoted.js";
import { knows } from "../forms/plan_checks.js";
import * as kinds from "../forms/plan_every.js";
import * as address from "./navigator_answers.js";
import { brings } from "./opening.js";
import { BEGUN } from "./start.js";
import { samples } from "./samples.js";

knows(kinds);
compares(verdictOf);
brings(address);
document.addEventListener(BEGUN, (event) => {
  const { detail } = /** @type {CustomEvent<Page>} */ (event);
  samples(detail.host, detail.form, detail.entries);
});
