// The engine of the search as one file, fetched on first use (wire.js).
import { give } from "../shell/data.js";
import { adapter } from "./adapter.js";
import { engine } from "./engine.js";
import { results, shown } from "./results.js";
import { store } from "./store.js";

give("search/engine", { adapter, engine, results, shown, store });
