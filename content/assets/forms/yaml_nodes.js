// What the package `yaml` hangs its readings on, without the half that writes YAML and knows types: a text is
// a text (lawbook.base.minifier puts these classes in the place of its own; all that reads stays the package's).
const KIND = Symbol.for("yaml.node.type");
const SCALAR = Symbol.for("yaml.scalar");
const READING = { strict: true, logLevel: "warn", uniqueKeys: true, version: "1.2" };
/** @param {string} text */
const same = (text) => text;
const TEXT = { tag: "tag:yaml.org,2002:str", default: true, resolve: same };
const TEXTS = { tags: [TEXT], knownTags: {}, compat: null, [SCALAR]: TEXT };

class Kind {
  /** @param {string} kind */
  constructor(kind) {
    Object.assign(this, { [KIND]: Symbol.for(`yaml.${kind}`) });
  }
}

export class Scalar extends Kind {
  /** @param {string} value */
  constructor(value) {
    super("scalar");
    this.value = value;
  }
}
const WAYS = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_FOLDED", "BLOCK_LITERAL"];
Object.assign(Scalar, Object.fromEntries(WAYS.map((way) => [way, way])));

export class Alias extends Kind {
  /** @param {string} source */
  constructor(source) {
    super("alias");
    this.source = source;
  }
}

export class Pair extends Kind {
  /** @param {Kind} key @param {Kind | null} value */
  constructor(key, value = null) {
    super("pair");
    Object.assign(this, { key, value });
  }
}

export class YAMLMap extends Kind {
  constructor() {
    super("map");
    /** @type {Pair[]} */
    this.items = [];
  }
}

export class YAMLSeq extends Kind {
  constructor() {
    super("seq");
    /** @type {Kind[]} */
    this.items = [];
  }
}
YAMLMap.tagName = "tag:yaml.org,2002:map";
YAMLSeq.tagName = "tag:yaml.org,2002:seq";

export class Document extends Kind {
  /** @param {undefined} value @param {{ _directives: { atDocument(): object } }} options */
  constructor(value, options) {
    super("document");
    const { _directives, ...given } = options;
    Object.assign(this, { errors: [], warnings: [], contents: null, schema: TEXTS });
    this.options = { ...READING, ...given };
    this.directives = _directives.atDocument();
  }
}

export const visit = () => undefined;
