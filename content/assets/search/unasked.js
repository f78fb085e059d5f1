// Only on pages that may connect to nobody: the theme asks for its own index, which is empty on
// this site (ours is a script); here it gets the empty index without asking.
(function () {
  "use strict";
  var EMPTY = '{"config":{"lang":["en"],"separator":"[\\\\s]+","pipeline":[]},"docs":[]}';
  var open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send;
  var asking = new WeakSet();

  XMLHttpRequest.prototype.open = function (method, address) {
    if (/\/search\/search_index\.json$/.test(String(address))) asking.add(this);
    return open.apply(this, arguments);
  };

  XMLHttpRequest.prototype.send = function (body) {
    if (!asking.has(this)) return send.call(this, body);
    var request = this, answer = new Blob([EMPTY], { type: "application/json" });
    Object.defineProperty(request, "status", { value: 200 });
    Object.defineProperty(request, "response", { value: answer });
    window.setTimeout(function () { request.dispatchEvent(new ProgressEvent("load")); }, 0);
  };
})();
