// How much a ZIP archive holds once it is unpacked: looked at with a bound, before anybody unpacks it for good.
import { inflateRawSync } from 'node:zlib';

const ends = { signature: 0x06054b50, bytes: 22, longestComment: 65_535 };
const entry = { signature: 0x02014b50, bytes: 46 };
const local = { signature: 0x04034b50, bytes: 30 };

/** False for what is no archive, has too many entries, or more than `most` bytes in all; nothing larger is ever unpacked. */
export function holdsAtMost(bytes: Buffer, most: number, mostEntries = 1_000): boolean {
  try {
    const end = findEnd(bytes);
    const count = end === -1 ? 0 : bytes.readUInt16LE(end + 10);
    if (end === -1 || count === 0 || count > mostEntries) return false;
    let left = most;
    let place = bytes.readUInt32LE(end + 16);
    for (let read = 0; read < count; read += 1) {
      if (bytes.readUInt32LE(place) !== entry.signature) return false;
      left -= sizeOf(bytes, place, left);
      if (left < 0) return false;
      place +=
        entry.bytes + bytes.readUInt16LE(place + 28) + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
    }
    return true;
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return false;
    throw error;
  }
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - ends.bytes - ends.longestComment);
  for (let place = bytes.length - ends.bytes; place >= first; place -= 1)
    if (bytes.readUInt32LE(place) === ends.signature) return place;
  return -1;
}

/** What the entry really unpacks to, whatever it says of itself. Throws when that is more than `most`. */
function sizeOf(bytes: Buffer, place: number, most: number): number {
  const [method, packed, at] = [
    bytes.readUInt16LE(place + 10),
    bytes.readUInt32LE(place + 20),
    bytes.readUInt32LE(place + 42),
  ];
  if (bytes.readUInt32LE(at) !== local.signature) throw new RangeError('There is no such entry.');
  const start = at + local.bytes + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (method === 0) return packed;
  if (method !== 8) throw new RangeError('The entry is packed in another way.');
  return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length;
}
