// Every kind of rule that a plan can have, by its name; a file that stands alone takes those that its form has.
export * from "./plan_denials.js";
export * from "./plan_figures.js";
export * from "./plan_kinds.js";
export * from "./plan_lacking.js";
export * from "./plan_matching.js";
export * from "./plan_near.js";
export * from "./plan_progress.js";
export * from "./plan_quantities.js";
export * from "./plan_rows.js";
export * from "./plan_spans.js";
export * from "./plan_strange.js";
export * from "./plan_sums.js";
export * from "./plan_tallies.js";
export * from "./plan_terms.js";
export * from "./plan_ticks.js";
export * from "./plan_words.js";
