// What a file tells beside what it shows: found in each kind of file, and not found where there is nothing.
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { findTelling } from '../../documents/telling/telling.ts';
import { pngOf } from '../support/pdf.ts';
import { type Hidden, tellingPdf } from '../support/telling-pdf.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const openText = 'application/vnd.oasis.opendocument.text';
const pdfType = 'application/pdf';
const lookInto = async (bytes: Uint8Array, type: string) => findTelling(Buffer.from(bytes), type);

describe('a PDF', () => {
  const ways: [Hidden, string][] = [
    ['author', 'properties'],
    ['xmp', 'properties'],
    ['private', 'properties'],
    ['bookmark', 'bookmarks'],
    ['file', 'files'],
    ['note', 'notes'],
    ['link', 'notes'],
  ];
  it.each(ways)('that hides a name as %s is told by its %s', async (way, what) => {
    expect(await lookInto(await tellingPdf({ [way]: 'Zzbody' }), pdfType)).toEqual([what]);
  });

  it('that was saved onto itself still holds the version before', async () => {
    const plain = await tellingPdf({});
    const saved = Buffer.concat([plain, Buffer.from('\nstartxref\n0\n%%EOF\n')]);
    expect(await lookInto(saved, pdfType)).toEqual(['earlier']);
  });

  it('that tells several things is told by each', async () => {
    const bytes = await tellingPdf({ author: 'Zzbody', bookmark: 'Zzbody', file: 'Zzbody', note: 'Zzbody' });
    expect(await lookInto(bytes, pdfType)).toEqual(['properties', 'bookmarks', 'files', 'notes']);
  });

  it('with pages alone tells nothing, whatever program made it', async () => {
    expect(await lookInto(await tellingPdf({}), pdfType)).toEqual([]);
    const made = await PDFDocument.create();
    made.addPage();
    expect(await lookInto(await made.save(), pdfType)).toEqual([]);
  });

  it('that cannot be opened is not taken for one that tells nothing', async () => {
    expect(await lookInto(Buffer.from('%PDF-1.7\nbroken'), pdfType)).toBeNull();
  });
});

describe('a Word document', () => {
  const plain = async () => {
    const made = new Document({ creator: '', lastModifiedBy: '', sections: [{ children: [new Paragraph('Words')] }] });
    const parts = unzipSync(await Packer.toBuffer(made));
    const core = 'docProps/core.xml';
    const said = Buffer.from(parts[core] ?? []).toString('utf8');
    return { ...parts, [core]: strToU8(said.replace(/<(dc:creator|cp:lastModifiedBy)>[^<]*<\/\1>/g, '<$1></$1>')) };
  };
  const text = (body: string) => strToU8(`<w:document><w:body>${body}</w:body></w:document>`);

  it('tells nothing where nobody is named', async () => {
    const parts = await plain();
    delete (parts as { [name: string]: unknown })['word/comments.xml'];
    expect(await lookInto(zipSync(parts), word)).toEqual([]);
  });

  const changes: [string, Zippable, string][] = [
    ['an author', { 'docProps/core.xml': strToU8('<x><dc:creator>Zzbody</dc:creator></x>') }, 'properties'],
    [
      'who saved it last',
      { 'docProps/core.xml': strToU8('<x><cp:lastModifiedBy>Zz</cp:lastModifiedBy></x>') },
      'properties',
    ],
    ['a company', { 'docProps/app.xml': strToU8('<x><Company>Zzbody</Company></x>') }, 'properties'],
    ['a property of its own', { 'docProps/custom.xml': strToU8('<x><vt:lpwstr>Zz</vt:lpwstr></x>') }, 'properties'],
    ['a picture of its first page', { 'docProps/thumbnail.jpeg': strToU8('x') }, 'properties'],
    ['a comment', { 'word/comments.xml': strToU8('<w:comment w:author="Zzbody"/>') }, 'notes'],
    ['who wrote in it', { 'word/people.xml': strToU8('<w15:person/>') }, 'notes'],
    [
      'a link',
      {
        'word/_rels/document.xml.rels': strToU8(
          '<Relationship Type="…/hyperlink" Target="https://zz.org" TargetMode="External"/>',
        ),
      },
      'notes',
    ],
    [
      'a change that can be undone',
      { 'word/document.xml': text('<w:del w:author="a"><w:t>Zz</w:t></w:del>') },
      'earlier',
    ],
    ['another file', { 'word/embeddings/sheet.xlsx': strToU8('x') }, 'files'],
  ];
  it.each(changes)('tells by %s', async (_what, changed, found) => {
    const { 'word/comments.xml': _none, ...parts } = (await plain()) as Zippable;
    expect(await lookInto(zipSync({ ...parts, ...changed }), word)).toEqual([found]);
  });

  it('of OpenDocument tells in its own way', async () => {
    const parts = {
      'content.xml': strToU8('<text:p>Words</text:p>'),
      'meta.xml': strToU8('<meta:generator>Sample</meta:generator>'),
    };
    expect(await lookInto(zipSync(parts), openText)).toEqual([]);
    const made = { ...parts, 'meta.xml': strToU8('<meta:initial-creator>Zzbody</meta:initial-creator>') };
    expect(await lookInto(zipSync(made), openText)).toEqual(['properties']);
    const changed = { ...parts, 'content.xml': strToU8('<office:annotation/><text:tracked-changes/>') };
    expect(await lookInto(zipSync(changed), openText)).toEqual(['notes', 'earlier']);
  });

  it('that is none is not taken for one that tells nothing', async () => {
    expect(await lookInto(strToU8('words'), word)).toBeNull();
  });
});

describe('another file', () => {
  const box = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length + 8);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const video = (words: string) =>
    Buffer.concat([box('ftyp', Buffer.from('isom0000')), box('moov', box('udta', Buffer.from(words, 'latin1')))]);

  it('tells by what is written into a picture', async () => {
    const png = pngOf(2, 2);
    expect(await lookInto(png, 'image/png')).toEqual([]);
    const said = Buffer.from('Author\0Zzbody');
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, said.length]), Buffer.from('tEXt'), said, Buffer.alloc(4)]);
    const bytes = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
    expect(await lookInto(bytes, 'image/png')).toEqual(['properties']);
  });

  it('tells by the title of a video, and not by the program that made it', async () => {
    expect(await lookInto(video('\xa9tooSample encoder'), 'video/mp4')).toEqual([]);
    expect(await lookInto(video('\xa9namZzbody'), 'video/mp4')).toEqual(['properties']);
    expect(await lookInto(Buffer.alloc(64), 'video/mp4')).toBeNull();
  });

  it('of a kind that nobody can look into is not taken', async () => {
    expect(await lookInto(Buffer.from('x'), 'application/msword')).toBeNull();
    expect(await lookInto(Buffer.from('Words'), 'text/plain')).toEqual([]);
  });
});
