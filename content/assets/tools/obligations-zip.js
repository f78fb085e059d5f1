// A zip file whose members are stored as they are: nothing to compress, nothing to depend on.

const DAY = (46 << 9) | (1 << 5) | 1; // 2026-01-01: the same content gives the same file
const UTF8 = 0x0800;
const TABLE = Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const octet of bytes) value = TABLE[(value ^ octet) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

// Little-endian numbers, each [value, octets].
function packed(numbers) {
  return numbers.flatMap(([value, octets]) =>
    Array.from({ length: octets }, (_, n) => Math.floor(value / 256 ** n) % 256));
}

// What the local and the central header of a member have in common.
function described(name, bytes) {
  return [
    [20, 2], [UTF8, 2], [0, 2], [0, 2], [DAY, 2], [crc32(bytes), 4], [bytes.length, 4],
    [bytes.length, 4], [name.length, 2], [0, 2],
  ];
}

// ``members``: [name, bytes]. Gives the bytes of the file.
export function zip(members) {
  const parts = [];
  const central = [];
  let at = 0;
  for (const [path, bytes] of members) {
    const name = new TextEncoder().encode(path);
    const common = described(name, bytes);
    const local = [...packed([[0x04034b50, 4], ...common]), ...name];
    central.push(...packed([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]),
      ...name);
    parts.push(Uint8Array.from(local), bytes);
    at += local.length + bytes.length;
  }
  const count = members.length;
  const end = packed([
    [0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [central.length, 4], [at, 4], [0, 2],
  ]);
  return joined([...parts, Uint8Array.from([...central, ...end])]);
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
