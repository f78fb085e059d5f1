// What the package `yaml` hangs its readings on, without the half that writes YAML and knows types: a text is
// a text (lawbook.base.minifier puts these classes in the place of its own; all that reads stays the package's).
const KIND = Symbol.for("yaml.node.type");
const SCALAR = Symbol.for("yaml.scalar");
const READING = { strict: true, logLevel: "warn", uniqueKeys: true, version: "1.2" };
const TEXT = { tag: "tag:yaml.org,2002:str", default: true, resolve: (text) => text };
const TEXTS = { tags: [TEXT], knownTags: {}, compat: null, [SCALAR]: TEXT };

class Kind {
  constructor(kind) {
    this[KIND] = Symbol.for(`yaml.${kind}`);
  }
}

export class Scalar extends Kind {
  constructor(value) {
    super("scalar");
    this.value = value;
  }
}
for (const way of ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_FOLDED", "BLOCK_LITERAL"]) Scalar[way] = way;

export class Alias extends Kind {
  constructor(source) {
    super("alias");
    this.source = source;
  }
}

export class Pair extends Kind {
  constructor(key, value = null) {
    super("pair");
    Object.assign(this, { key, value });
  }
}

export class YAMLMap extends Kind {
  constructor() {
    super("map");
    this.items = [];
  }
}

export class YAMLSeq extends Kind {
  constructor() {
    super("seq");
    this.items = [];
  }
}
YAMLMap.tagName = "tag:yaml.org,2002:map";
YAMLSeq.tagName = "tag:yaml.org,2002:seq";

export class Document extends Kind {
  constructor(value, options) {
    super("document");
    const { _directives, ...given } = options;
    Object.assign(this, { errors: [], warnings: [], contents: null, schema: TEXTS });
    this.options = { ...READING, ...given };
    this.directives = _directives.atDocument();
  }
}

export const visit = () => undefined;
