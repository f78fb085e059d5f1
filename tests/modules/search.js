// How the search cuts text, for the comparison with Python.
import { folding, terms } from "../../content/assets/search/text.js";

globalThis.lawbookSearch = { folding, terms };
