// The search on an index in files: recall, bytes (gzip) and time of each query, from a cold start.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm"), zlib = require("zlib");
const folder = path.join(process.argv[2], "search");
const world = vm.createContext({ performance, console });
vm.runInContext("var self = this;", world);
const size = (text) => zlib.gzipSync(text, { level: 9 }).length;
const CONNECTIONS = 6; // of a browser to one host over HTTP/1.1
let fixed = 0;
for (const name of ["engine", "index"]) {
  const text = fs.readFileSync(path.join(folder, name + ".js"), "utf8");
  fixed += size(text);
  vm.runInContext(text, world, name);
}
const search = world.lawbookData.held.get("search/engine"), data = world.lawbookData.held.get("search/index");
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = queries.map((query) => {
  const store = search.store(data), engine = search.engine(data, store);
  const results = search.results(engine, data);
  let bytes = 0, rounds = 0, files = 0, waves = 1, busy = 0, made = null; // the first wave: engine and index
  const run = (final) => {
    const start = process.cpuUsage(), answer = results(query, null, final), used = process.cpuUsage(start);
    busy += (used.user + used.system) / 1000; // other work of the machine is not counted
    return answer;
  };
  search.paged(store, (names, again) => {
    rounds++;
    waves += Math.ceil(names.length / CONNECTIONS);
    for (const name of names) {
      const file = path.join(folder, name + ".js");
      if (!fs.existsSync(file)) continue;
      const text = fs.readFileSync(file, "utf8");
      bytes += size(text);
      files++;
      store.take(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
    }
    again();
  }, run, (answer) => { made = answer; });
  return { q: query, found: search.shown(made.items), count: made.count, bytes, rounds, files, waves, ms: busy };
});
process.stdout.write(JSON.stringify({ fixed, answers }));
