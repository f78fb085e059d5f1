// Run the site's own search in Node: queries come as JSON lines, addresses go back.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const pages = process.argv[2];
const world = vm.createContext({ performance, console });
vm.runInContext("var self = this;", world);
for (const name of ["text", "sound", "cited", "store", "engine", "results"]) {
  vm.runInContext(fs.readFileSync(path.join(pages, "assets/search", name + ".js"), "utf8"), world, name);
}
let data;
world.lawbookIndex = (given) => { data = given; };
vm.runInContext(fs.readFileSync(path.join(pages, "search/index.js"), "utf8"), world);
const search = world.lawbookSearch;
const began = performance.now();
const engine = search.engine(data, search.wholeStore(data)), results = search.results(engine, data);
const built = performance.now() - began;
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = queries.map((one) => {
  const start = performance.now();
  const made = results(one.q, one.kind);
  return { q: one.q, found: search.shown(made.items), say: made.say, count: made.count, ms: performance.now() - start,
    items: made.items };
});
process.stdout.write(JSON.stringify({ built, answers }));
