// What a camera or a program writes into a picture beside its pixels: place, device, time and words, in JPEG, PNG and WebP. Nothing of it is needed here.

export type PhotoNotes = { any: boolean; place: boolean };

/** What the bytes of a picture carry; nothing where they are of another kind. */
export function photoNotes(bytes: Uint8Array): PhotoNotes {
  const notes = [...notesIn(bytes)];
  return { any: notes.length > 0, place: notes.some(saysPlace) };
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function notesIn(bytes: Uint8Array): Generator<Uint8Array> | [] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return inJpeg(bytes);
  if (ascii(bytes, 1, 4) === 'PNG')
    return inChunks(bytes, { at: 8, isLittle: false, names: ['eXIf', 'iTXt', 'tEXt', 'zTXt'] });
  if (ascii(bytes, 8, 12) === 'WEBP') return inChunks(bytes, { at: 12, isLittle: true, names: ['EXIF', 'XMP '] });
  return [];
}

/** Exif and XMP lie in APP1, what agencies write in APP13, a comment in one of its own; behind the start of the scan there are pixels only. */
function* inJpeg(bytes: Uint8Array): Generator<Uint8Array> {
  const view = viewOf(bytes);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const mark = bytes[at + 1] ?? 0;
    // A mark may be filled up with further 0xff before it.
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xda) return;
    const end = at + 2 + view.getUint16(at + 2);
    if (mark === 0xe1 || mark === 0xed || mark === 0xfe) yield bytes.subarray(at + 4, end);
    at = end;
  }
}

type Chunks = { at: number; isLittle: boolean; names: string[] };
/** A PNG's chunk has its length, name and a sum; a WebP's its name and length, filled up to be even. */
function* inChunks(bytes: Uint8Array, { at: first, isLittle, names }: Chunks): Generator<Uint8Array> {
  const view = viewOf(bytes);
  for (let at = first; at + 8 <= bytes.length; ) {
    const length = view.getUint32(isLittle ? at + 4 : at, isLittle);
    const name = isLittle ? ascii(bytes, at, at + 4) : ascii(bytes, at + 4, at + 8);
    if (names.includes(name)) yield bytes.subarray(at + 8, at + 8 + length);
    at += isLittle ? 8 + length + (length % 2) : 12 + length;
  }
}

/** By the pointer to where the camera was in its first directory, or by its name in XMP. */
function saysPlace(note: Uint8Array): boolean {
  const start = ascii(note, 0, 6) === 'Exif\0\0' ? 6 : 0;
  const tiff = note.subarray(start);
  const order = ascii(tiff, 0, 2);
  if (order === 'II' || order === 'MM') return hasPlaceTag(viewOf(tiff), order === 'II');
  return new TextDecoder('latin1').decode(note).includes('GPSL');
}

const placeTag = 0x8825;
function hasPlaceTag(tiff: DataView, isLittle: boolean): boolean {
  if (tiff.byteLength < 8) return false;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return false;
  const entries = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 2 > tiff.byteLength) return false;
    if (tiff.getUint16(at, isLittle) === placeTag) return true;
  }
  return false;
}
