// Run the site's own search in Node: queries come as JSON lines, addresses go back. With `first` only the files of the query come.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const pages = process.argv[2];
const world = vm.createContext({ performance, console });
vm.runInContext("var self = this;", world);
const script = (name) => {
  vm.runInContext(fs.readFileSync(path.join(pages, "search", name + ".js"), "utf8"), world, name);
  return world.lawbookData.held.get("search/" + name);
};
const search = script("engine"), data = script("index");
const sounds = script("sounds"), held = new Map();
const later = (name) => held.get(name) || held.set(name, script(name)).get(name);
const made = (names) => {
  const store = search.store(data);
  store.take("sounds", sounds);
  names(store).forEach((name) => store.take(name, later(name)));
  return search.results(search.engine(data, store), data);
};
const whole = made(() => ["texts"]);
// Each first answer from a store that knows of no query before.
const answer = (one) => {
  let files = [];
  const first = one.first && made((store) => (files = store.shards(one.q)));
  const start = performance.now(), found = (first || whole)(one.q, one.kind, one.exact);
  return { q: one.q, found: search.shown(found.items), say: found.say, count: found.count, ms: performance.now() - start,
    items: found.items, files };
};
// A line of the input names two files: what is asked, and where the answers go.
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { given, made } = JSON.parse(line);
  const queries = fs.readFileSync(given, "utf8").split("\n").filter(Boolean);
  fs.writeFileSync(made, queries.map((one) => JSON.stringify(answer(JSON.parse(one))) + "\n").join(""));
  process.stdout.write("done\n");
});
