// What the tests ask of the modules of the tools, as one object, and the data that the page has.
import { held } from "../../content/assets/shell/data.js";
import * as count from "../../content/assets/tools/deadlines-count.js";
import * as book from "../../content/assets/tools/deadlines-book.js";
import * as route from "../../content/assets/tools/navigator-route.js";
import * as result from "../../content/assets/tools/navigator-result.js";
import * as elements from "../../content/assets/tools/common-elements.js";
import * as text from "../../content/assets/tools/common-text.js";
import * as select from "../../content/assets/tools/obligations-select.js";
import * as xlsx from "../../content/assets/tools/common-xlsx.js";

const data = ["navigator", "deadlines", "obligations"].map((name) => held(`tools/${name}`)).find(Boolean);
globalThis.Lawbook = { ...count, ...book, ...route, ...result, ...elements, ...text, ...select, ...xlsx, data };
