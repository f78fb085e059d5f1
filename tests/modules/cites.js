// What the tests ask of the citation modules, as one object.
import { compares, report } from "../../content/assets/cites/citations.js";
import { mentions } from "../../content/assets/cites/mention.js";
import { verdictOf } from "../../content/assets/cites/quoted.js";

compares(verdictOf);
globalThis.Lawbook = { cites: { report, mentions } };
