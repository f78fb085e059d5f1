// Run the site's own search in Node: queries come as JSON lines, addresses go back. With `first` the texts stay away.
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
const made = (texts) => {
  const store = search.store(data);
  store.take("sounds", script("sounds"));
  if (texts) store.take("texts", script("texts"));
  return search.results(search.engine(data, store), data);
};
const whole = made(true), first = made(false);
const answer = (one) => {
  const start = performance.now(), found = (one.first ? first : whole)(one.q, one.kind, one.exact);
  return { q: one.q, found: search.shown(found.items), say: found.say, count: found.count, ms: performance.now() - start,
    items: found.items };
};
// A line of the input names two files: what is asked, and where the answers go.
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { given, made } = JSON.parse(line);
  const queries = fs.readFileSync(given, "utf8").split("\n").filter(Boolean);
  fs.writeFileSync(made, queries.map((one) => JSON.stringify(answer(JSON.parse(one))) + "\n").join(""));
  process.stdout.write("done\n");
});
