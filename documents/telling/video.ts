// What an MP4 tells beside its pictures: title, artist, place and comment, which lie in its head and nowhere else.
import type { Telling } from './telling.ts';

/** Marks of what somebody wrote; encoder and day are a program's own. */
const written =
  /\xa9(?!too|enc|swr|day|mak|mod)\w{3}|com\.apple\.quicktime\.(?!make|model|software|creationdate)|titl|auth|cprt|dscp|loci/;

/** Null for a file whose head is not there. */
export function tellingVideo(bytes: Buffer): Telling[] | null {
  const head = findHead(bytes);
  if (head === null) return null;
  return written.test(head.toString('latin1')) ? ['properties'] : [];
}

/** Boxes follow each other, each with its length and name; one of length 1 says it in eight bytes behind the name. */
function findHead(bytes: Buffer): Buffer | null {
  for (let at = 0; at + 16 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at);
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (bytes.toString('latin1', at + 4, at + 8) === 'moov') return bytes.subarray(at, at + length);
    if (length < 8) return null;
    at += length;
  }
  return null;
}
