// Mirrors scripts/lawbook/word/layout/package.py: the .docx package, stored, of one date.

/** @typedef {[width: 2 | 4, number: number]} Number_ */
/** @typedef {{name: Uint8Array, data: Uint8Array, crc: number}} Member */

const SLOT = /(@[A-Z]+@)/u;
const DOS_DATE = (1 << 5) | 1;
const VERSION = 20;
const READABLE = 0o600 * 65536;
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let left = n;
  for (let bit = 0; bit < 8; bit += 1) left = left & 1 ? (left >>> 1) ^ 0xedb88320 : left >>> 1;
  return left;
});

/** @param {Uint8Array} data */
export function crc32(data) {
  let sum = 0xffffffff;
  for (let n = 0; n < data.length; n += 1) sum = TABLE[(sum ^ data[n]) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

// The package's bytes; fillings are part → place (@BODY@) → XML.
/** @param {Record<string, string>} parts @param {Record<string, Record<string, string>>} fillings */
export function packed(parts, fillings) {
  return zipped(Object.entries(parts).map(([name, template]) =>
    [name, name in fillings ? filled(template, fillings[name]) : template]));
}

// The bytes of a zip file of [name, text] pairs; names are ASCII.
/** @param {[name: string, text: string][]} members */
export function zipped(members) {
  const encoder = new TextEncoder();
  return stored(members.map(([name, text]) => {
    const data = encoder.encode(text);
    return { name: encoder.encode(name), data, crc: crc32(data) };
  }));
}

// What is put in is never searched for slots.
/** @param {string} template @param {Record<string, string>} filling */
function filled(template, filling) {
  const pieces = template.split(SLOT);
  return pieces.map((piece, number) => (number % 2 ? filling[piece] : piece)).join("");
}

// Little-endian numbers of two and four bytes: [width, number], …
/** @param {Number_[]} pairs */
function numbers(...pairs) {
  const made = new Uint8Array(pairs.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(made.buffer);
  let offset = 0;
  for (const [width, number] of pairs) {
    if (width === 2) view.setUint16(offset, number, true);
    else view.setUint32(offset, number, true);
    offset += width;
  }
  return made;
}

/** @param {Member} member @returns {Number_[]} */
function facts(member) {
  const size = member.data.length;
  return [
    [2, VERSION], [2, 0], [2, 0], [2, 0], [2, DOS_DATE], [4, member.crc], [4, size], [4, size],
    [2, member.name.length], [2, 0],
  ];
}

/** @param {Uint8Array[]} pieces */
function joined(pieces) {
  const made = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    made.set(piece, offset);
    offset += piece.length;
  }
  return made;
}

// The bytes of a package, uncompressed and of one date (PKWARE APPNOTE 4.3).
/** @param {Member[]} members */
function stored(members) {
  /** @type {[Uint8Array[], Uint8Array[]]} */
  const [pieces, directory] = [[], []];
  let offset = 0;
  for (const member of members) {
    const head = numbers([4, 0x04034b50], ...facts(member));
    /** @type {Number_[]} */
    const rest = [[2, 0], [2, 0], [2, 0], [4, READABLE], [4, offset]];
    pieces.push(head, member.name, member.data);
    directory.push(numbers([4, 0x02014b50], [2, VERSION], ...facts(member), ...rest), member.name);
    offset += head.length + member.name.length + member.data.length;
  }
  const listed = joined(directory);
  const count = members.length;
  /** @type {Number_[]} */
  const end = [[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, offset]];
  return joined([...pieces, listed, numbers(...end, [2, 0])]);
}
