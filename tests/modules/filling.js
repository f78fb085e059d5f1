// What the tests ask of the modules of the form pages, as one object.
import { troubles } from "../../content/assets/filling/troubles.js";

globalThis.Lawbook = { filling: { troubles } };
