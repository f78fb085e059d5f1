// What the tests ask of the citation modules, as one object.
import { report } from "../../content/assets/cites/citations.js";
import { mentions } from "../../content/assets/cites/mention.js";

globalThis.Lawbook = { cites: { report, mentions } };
