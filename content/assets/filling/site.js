// A form's page on the site: what every such page does, and what only the site has.
import { BEGUN } from "./start.js";
import { samples } from "./samples.js";

document.addEventListener(BEGUN, ({ detail }) => samples(detail.host, detail.form, detail.entries));
