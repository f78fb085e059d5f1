// Reads a zip file as Python's zipfile does: the directory at the end is what counts.
import { Inflate } from "fflate";
import { crc32 } from "./package.js";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;
const FULL = 0xffffffff;
const UTF8_NAME = 0x800;
const NEWEST = 63; // the version of the format up to which a member can be read
const CHUNK = 4096; // packed bytes at a time: what they unpack to stays small
const UPPER = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

export class BadZip extends Error {}

/**
 * @typedef {{name: string, whole: string, flags: number, method: number, crc: number, packed: number, size: number,
 *   start: number}} Member
 */

/** @param {Uint8Array} bytes */
const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** @param {DataView} data @param {number} at */
const short = (data, at) => data.getUint16(at, true);
/** @param {DataView} data @param {number} at */
const long = (data, at) => data.getUint32(at, true);
/** @param {DataView} data @param {number} at */
const huge = (data, at) => long(data, at) + long(data, at + 4) * 2 ** 32;

// The members of an archive: {name, raw, flags, method, crc, packed, size, start}. Throws BadZip.
/** @param {Uint8Array} bytes @returns {Member[]} */
export function members(bytes) {
  const data = view(bytes);
  const end = directory(data, lastEnd(data));
  const begins = end.at - end.size;
  const apart = begins - end.offset; // something stands before the archive
  if (begins < 0 || begins + end.size > bytes.length) throw new BadZip("directory");
  /** @type {Member[]} */
  const members = [];
  for (let at = begins; at < begins + end.size;) {
    if (at + 46 > begins + end.size || long(data, at) !== ENTRY) throw new BadZip("entry");
    const [name, extra, comment] = [28, 30, 32].map((offset) => short(data, at + offset));
    const listed = bytes.subarray(at + 46, begins + end.size);
    const raw = listed.subarray(0, name);
    const rest = listed.subarray(name, name + extra);
    members.push(entry(data, at, raw, rest, apart));
    at += 46 + name + extra + comment;
  }
  return members;
}

// Where the last end record stands: at the very end, or before a comment of up to 64 KB.
/** @param {DataView} data */
function lastEnd(data) {
  const last = data.byteLength - 22;
  if (last >= 0 && long(data, last) === END && short(data, last + 20) === 0) return last;
  const first = Math.max(last - 0x10000, 0);
  for (let at = data.byteLength - 4; at >= first; at -= 1) {
    if (long(data, at) === END) {
      if (at > last) break;
      return at;
    }
  }
  throw new BadZip("no end");
}

/** @param {DataView} data @param {number} at */
function directory(data, at) {
  const plain = { at, size: long(data, at + 12), offset: long(data, at + 16) };
  const locator = at - 20;
  if (locator < 0 || long(data, locator) !== LOCATOR_64) return plain;
  if (long(data, locator + 4) !== 0 || long(data, locator + 16) > 1) throw new BadZip("disks");
  const wide = locator - 56;
  if (wide < 0 || long(data, wide) !== END_64) return plain;
  return { at: wide, size: huge(data, wide + 40), offset: huge(data, wide + 48) };
}

/** @param {DataView} data @param {number} at @param {Uint8Array} raw @param {Uint8Array} extra @param {number} apart
 * @returns {Member} */
function entry(data, at, raw, extra, apart) {
  const flags = short(data, at + 8);
  const whole = named(raw, flags);
  if (short(data, at + 6) % 256 > NEWEST) throw new BadZip("version");
  const made = {
    name: whole.split("\0", 1)[0],
    whole,
    flags,
    method: short(data, at + 10),
    crc: long(data, at + 16),
    packed: long(data, at + 20),
    size: long(data, at + 24),
    start: long(data, at + 42),
  };
  widened(made, extra);
  made.start += apart;
  return made;
}

/** @param {Uint8Array} raw @param {number} flags */
function named(raw, flags) {
  try {
    if (flags & UTF8_NAME) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (error) {
    throw new BadZip("name");
  }
  return Array.from(raw, (octet) => (octet < 128 ? String.fromCharCode(octet) : UPPER[octet - 128])).join("");
}

// Sizes of more than four gigabytes stand in an extra field.
/** @param {Member} made @param {Uint8Array} extra */
function widened(made, extra) {
  const data = view(extra);
  for (let at = 0; extra.length - at >= 4;) {
    const length = short(data, at + 2);
    if (at + 4 + length > extra.length) throw new BadZip("extra");
    if (short(data, at) === 1) {
      let position = at + 4;
      for (const name of /** @type {("size" | "packed" | "start")[]} */ (["size", "packed", "start"])) {
        if (made[name] !== FULL) continue;
        if (position + 8 > at + 4 + length) throw new BadZip("extra");
        made[name] = huge(data, position);
        position += 8;
      }
    }
    at += 4 + length;
  }
}

// The bytes of a member, never more than it said it has. Throws BadZip.
/** @param {Uint8Array} bytes @param {Member} member */
export function read(bytes, member) {
  const data = view(bytes);
  const { start } = member;
  if (start < 0 || start + 30 > bytes.length || long(data, start) !== HEADER) throw new BadZip("header");
  const name = start + 30;
  const begins = name + short(data, start + 26) + short(data, start + 28);
  const called = named(bytes.subarray(name, name + short(data, start + 26)), short(data, start + 6));
  if (called !== member.whole || member.flags & 0x60) throw new BadZip("header");
  const packed = bytes.subarray(begins, begins + member.packed);
  const made = member.method === 0 ? packed.subarray(0, member.size) : inflated(packed, member.size);
  if (crc32(made) !== member.crc) throw new BadZip("sum");
  return made;
}

/** @param {Uint8Array} packed @param {number} size */
function inflated(packed, size) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let got = 0;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    got += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && got < size; at += CHUNK) stream.push(packed.subarray(at, at + CHUNK));
  } catch (error) {
    throw new BadZip("packed");
  }
  const whole = new Uint8Array(got);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.subarray(0, size);
}
