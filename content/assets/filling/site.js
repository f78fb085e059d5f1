// A form's page on the site: what every such page does, and what only the site has.
/** @import { Page } from "./types" */
import { knows } from "../forms/plan_checks.js";
import * as kinds from "../forms/plan_every.js";
import { BEGUN } from "./start.js";
import { samples } from "./samples.js";

knows(kinds);
document.addEventListener(BEGUN, (event) => {
  const { detail } = /** @type {CustomEvent<Page>} */ (event);
  samples(detail.host, detail.form, detail.entries);
});
