// What a camera writes into a picture is found: place, device and time, in the kinds of pictures that are taken.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { photoNotes } from '../../domain/photo-notes.ts';
import { pngOf } from '../support/pdf.ts';

const photo = readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg'));
const exifAt = photo.indexOf('Exif');
/** Its directory alone, as PNG and WebP hold it. */
const tiff = photo.subarray(exifAt + 6, exifAt - 4 + 2 + photo.readUInt16BE(exifAt - 2));
const chunk = (name: string, data: Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
};
const segment = (mark: number, data: Buffer) =>
  Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, mark, 0, data.length + 2]), data, Buffer.from([0xff, 0xda])]);

describe('photoNotes', () => {
  it('finds place and device in a JPEG', () => {
    expect(photoNotes(photo)).toEqual({ any: true, place: true });
  });
  it('finds a device that says no place', () => {
    const noPlace = Buffer.from(photo);
    noPlace.writeUInt16BE(0x8769, photo.indexOf(Buffer.from([0x88, 0x25])));
    expect(photoNotes(noPlace)).toEqual({ any: true, place: false });
  });
  it('finds them in XMP, in a PNG and in a WebP', () => {
    const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="13,45N"/>');
    const png = pngOf(2, 2);
    const withExif = Buffer.concat([png.subarray(0, 33), chunk('eXIf', tiff), png.subarray(33)]);
    const riff = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPEXIF'), Buffer.alloc(4), tiff]);
    riff.writeUInt32LE(tiff.length, 16);
    for (const bytes of [segment(0xe1, xmp), withExif, riff])
      expect(photoNotes(bytes)).toEqual({ any: true, place: true });
  });
  it('finds nothing where nothing is, and bears bytes of any kind', () => {
    const plain = Buffer.concat([
      photo.subarray(0, 2),
      photo.subarray(exifAt - 4 + 2 + photo.readUInt16BE(exifAt - 2)),
    ]);
    for (const bytes of [plain, pngOf(2, 2), Buffer.from('%PDF-1.7'), Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(0)])
      expect(photoNotes(bytes)).toEqual({ any: false, place: false });
  });
});
