// Run the site's own search in Node with all of its index at hand: queries come as JSON lines, addresses go back.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const pages = process.argv[2];
const world = vm.createContext({ performance, console });
vm.runInContext("var self = this;", world);
const script = (name) => vm.runInContext(fs.readFileSync(path.join(pages, "search", name + ".js"), "utf8"), world, name);
script("engine");
script("index");
const door = world.lawbookData, search = door.held.get("search/engine");
const data = door.held.get("search/index"), store = search.store(data);
const take = (name) => {
  script(name);
  store.take(name, door.held.get("search/" + name));
};
if (data.whole) take("all");
const fetch = (names, done) => {
  names.forEach(take);
  done();
};
const engine = search.engine(data, store), results = search.results(engine, data);
const answer = (one) => {
  let made = null, start = 0;
  search.paged(store, fetch, (final) => {
    start = performance.now();
    return results(one.q, one.kind, final);
  }, (answer) => { made = answer; });
  return { q: one.q, found: search.shown(made.items), say: made.say, count: made.count, ms: performance.now() - start,
    items: made.items };
};
// A line of the input names two files: what is asked, and where the answers go.
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { given, made } = JSON.parse(line);
  const queries = fs.readFileSync(given, "utf8").split("\n").filter(Boolean);
  fs.writeFileSync(made, queries.map((one) => JSON.stringify(answer(JSON.parse(one))) + "\n").join(""));
  process.stdout.write("done\n");
});
