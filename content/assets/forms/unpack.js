// Mirrors scripts/lawbook/word/read/unpack.py: a .docx that came from outside, refused by rule first.
/** @import { Member } from "./archive.js" */
import { Refusal } from "./answers.js";
import * as archive from "./archive.js";
import * as shared from "./word_shared.js";
import { ending, filled } from "./text.js";
import * as xml from "./xml.js";

const MEGABYTE = 1 << 20;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Array.from("EncryptedPackage").flatMap((sign) => [sign.charCodeAt(0), 0]);
const HEAD = 200; // of a file, to see what else it is
const OTHERS = [
  ["{\\rtf", shared.RTF_FORMAT], ["<!doctype html", "网页"], ["<html", "网页"], ["mime-version:", "网页"],
  ["<?xml", shared.XML_FORMAT], ["%pdf", " PDF"],
];
const TAG = /<(\/?)[^<>!?/][^<>]*>/gu;
const ZIP = [0x50, 0x4b];
const DECLARATION = /^[ \t\r\n]*<\?xml[^>]*\?>/u;
const DTD = /<!(?:DOCTYPE|ENTITY)/u;
const RELATIONS = /<(?:[A-Za-z0-9]+:)?Relationship[ \t\r\n][^>]*>/gu;
const ATTRIBUTE = /[ \t\r\n](Type|Target)[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/gu;
// Strict Open XML says the same things under names of its own.
const STRICT = Object.entries(shared.STRICT);
const METHODS = [0, 8]; // stored, deflated: Word uses no other
const XML = [".xml", ".rels"];

/** @param {Uint8Array} data @param {number[]} octets */
const startsWith = (data, octets) => octets.every((octet, n) => data[n] === octet);
/** @param {string} name */
const isXml = (name) => XML.some((ending) => name.endsWith(ending));

/** @param {string} name @param {string} reason */
export function refused(name, reason) {
  return new Refusal([`${name}: ${reason}`]);
}

// The package of a .docx: names and ways to read. Throws Refusal with the one reason.
/** @param {Uint8Array} data @param {string} name @returns {Package} */
export function unpacked(data, name) {
  if (data.length > shared.LARGEST_FILE) throw tooLarge(name, shared.WORD_FILE);
  if (startsWith(data, OLE)) throw refused(name, ofOle(data, name));
  let members;
  try {
    members = archive.members(data);
  } catch (error) {
    if (!(error instanceof archive.BadZip)) throw error;
    throw refused(name, ofNoZip(data));
  }
  const reason = reasonAgainst(members);
  if (reason) throw refused(name, reason);
  const made = new Package(data, name, new Map(members.map((member) => [member.name, member])));
  if (!made.members.has(made.main())) throw refused(name, shared.NO_BODY);
  return made;
}

// What is said of a file that is too large to be what is wanted.
/** @param {string} name */
export function tooLarge(name, wanted = shared.FILLED_FORM) {
  return refused(name, filled(shared.TOO_LARGE, { most: shared.LARGEST_FILE / MEGABYTE, wanted }));
}

export class Package {
  /** @param {Uint8Array} data @param {string} name @param {Map<string, Member>} members */
  constructor(data, name, members) {
    this.data = data;
    this.name = name;
    this.members = members;
  }

  // The part with the body: the usual one, else the one that the package names.
  main() {
    return this.related("_rels/.rels", "officeDocument", "word/document.xml");
  }

  // The part of a kind (styles, numbering) that belongs to the body.
  /** @param {string} kind */
  part(kind) {
    const cut = this.main().lastIndexOf("/");
    const [folder, name] = [this.main().slice(0, Math.max(cut, 0)), this.main().slice(cut + 1)];
    return this.related(`${folder}/_rels/${name}.rels`, kind, `word/${kind}.xml`);
  }

  /** @param {string} relations @param {string} kind @param {string} usual */
  related(relations, kind, usual) {
    const folder = relations.replace(/\/?_rels\/[^/]*$/u, "");
    const text = new TextDecoder().decode(this.read(relations));
    for (const relation of text.match(RELATIONS) || []) {
      const said = new Map(Array.from(relation.matchAll(ATTRIBUTE), ([, name, value]) => [name, value]));
      const target = said.get("Target") || "";
      if (!(said.get("Type") || "").endsWith(`/${kind}`)) continue;
      if (target.startsWith("/")) return target.slice(1);
      return folder ? `${folder}/${target}` : target;
    }
    return usual;
  }

  // The bytes of a member, empty where there is none. Throws Refusal.
  /** @param {string} member */
  read(member) {
    if (!this.members.has(member)) return new Uint8Array(0);
    try {
      return archive.read(this.data, /** @type {Member} */ (this.members.get(member)));
    } catch (error) {
      if (!(error instanceof archive.BadZip)) throw error;
      throw refused(this.name, shared.DAMAGED);
    }
  }

  // The root of an XML member, null where there is none. Throws Refusal.
  /** @param {string} member */
  xml(member) {
    const data = this.read(member);
    return data.length ? parsed(data, this.name) : null;
  }
}

/** @param {Uint8Array} data @param {string} name */
function ofOle(data, name) {
  if (holds(data, ENCRYPTED)) return shared.HAS_PASSWORD;
  const kind = ending(name) === ".wps" ? shared.WPS_FORMAT : shared.OLD_FORMAT;
  return filled(shared.SAVE_AS_DOCX, { kind });
}

/** @param {Uint8Array} data @param {number[]} octets */
function holds(data, octets) {
  for (let at = data.indexOf(octets[0]); at >= 0; at = data.indexOf(octets[0], at + 1)) {
    if (octets.every((octet, n) => data[at + n] === octet)) return true;
  }
  return false;
}

/** @param {Uint8Array} data */
function ofNoZip(data) {
  if (startsWith(data, ZIP)) return shared.INCOMPLETE;
  const start = new TextDecoder().decode(data.subarray(0, HEAD)).replace(/^[\ufeff \t\r\n]+/u, "").toLowerCase();
  const other = OTHERS.find(([sign]) => start.startsWith(sign));
  if (other) return filled(shared.OTHER_KIND, { kind: other[1] });
  return data.length ? shared.NOT_WORD : shared.EMPTY_WORD_FILE;
}

// Why a package is refused; empty for a sound one.
/** @param {Member[]} members */
function reasonAgainst(members) {
  const names = members.map((member) => member.name);
  if (names.length > shared.MOST_PARTS) return filled(shared.TOO_MANY_PARTS, { count: names.length });
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    return shared.PARTS_TWICE;
  }
  for (const member of members) {
    const reason = ofMember(member);
    if (reason) return reason;
  }
  if (together(members) > shared.LARGEST_WHOLE) return tooMuch(shared.LARGEST_WHOLE);
  if (together(members.filter((member) => isXml(member.name))) > shared.LARGEST_XML) return tooMuch(shared.LARGEST_XML);
  return "";
}

/** @param {Member[]} members */
const together = (members) => members.reduce((sum, member) => sum + member.size, 0);
/** @param {number} most */
const tooMuch = (most) => filled(shared.UNPACKS_TOO_MUCH, { most: most / MEGABYTE });

/** @param {Member} member */
function ofMember(member) {
  const path = member.name.replace(/\\/gu, "/");
  if (path.startsWith("/") || path.split("/").includes("..") || member.name.includes(":")) {
    return filled(shared.PATH_OUTSIDE, { path: member.name });
  }
  if (member.flags & 1) return shared.ENCRYPTED;
  if (!METHODS.includes(member.method)) return shared.OTHER_METHOD;
  const most = isXml(member.name) ? shared.LARGEST_PART : shared.LARGEST_FILE;
  const ratio = member.size / Math.max(member.packed, 1);
  if (member.size > most || (member.size > MEGABYTE && ratio > shared.LARGEST_RATIO)) {
    return filled(shared.PART_TOO_LARGE, { part: member.name });
  }
  return "";
}

// The root of an XML text in UTF-8 or UTF-16, without DTD. Throws Refusal.
/** @param {Uint8Array} data @param {string} name */
export function parsed(data, name) {
  // The declaration goes, so that the parser cannot read other characters than were searched here.
  let text = decoded(data, name).replace(DECLARATION, "");
  for (const [strict, usual] of STRICT) text = text.split(strict).join(usual);
  if (DTD.test(text)) throw refused(name, shared.HAS_DTD);
  if (tags(text) > shared.MOST_TAGS) throw refused(name, shared.TOO_MANY_TAGS);
  const top = xml.parsed(text);
  if (!top) throw refused(name, isNested(text) ? shared.TOO_NESTED : shared.NOT_XML);
  return top;
}

// Whether a text that cannot be read has too many elements one inside the other.
/** @param {string} text */
function isNested(text) {
  let [depth, most] = [0, 0];
  for (const match of text.matchAll(TAG)) {
    depth += match[1] ? -1 : match[0].endsWith("/>") ? 0 : 1;
    most = Math.max(most, depth);
  }
  return most > shared.DEEPEST_XML;
}

/** @param {string} text */
function tags(text) {
  let count = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) count += 1;
  return count;
}

/** @param {Uint8Array} data @param {string} name */
function decoded(data, name) {
  const [first, second] = data;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  try {
    return new TextDecoder(wide || "utf-8", { fatal: true }).decode(data);
  } catch (error) {
    throw refused(name, shared.NOT_UTF8);
  }
}
