// A form with a field of every kind, as it is printed and filled in outside the browser.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sampleDefinition } from './samples.ts';

export const everyKind = sampleDefinition('national', {
  form: {
    sections: [
      {
        key: 'nominee',
        title: { en: 'Nominee', th: 'ผู้ได้รับการเสนอชื่อ' },
        fields: [
          { key: 'name', label: { en: 'Name', th: 'ชื่อ' }, kind: 'localized-text', required: true },
          { key: 'title', label: { en: 'Title', th: 'ชื่อโครงการ' }, kind: 'localized-text', required: true },
          { key: 'members', label: { en: 'Members' }, kind: 'number' },
          { key: 'since', label: { en: 'Since' }, kind: 'date' },
          { key: 'agreed', label: { en: 'Agreed' }, kind: 'yes-no' },
        ],
      },
      {
        key: 'work',
        title: { en: 'Work' },
        fields: [
          { key: 'summary', label: { en: 'Summary' }, kind: 'long-text', limit: { words: 6, characters: 12 } },
          {
            key: 'area',
            label: { en: 'Area' },
            kind: 'choice',
            choices: [
              { key: 'hills', label: { en: 'Hills & valleys', th: 'ภูเขา' } },
              { key: 'coast', label: { en: 'Coast', th: 'ชายฝั่ง' } },
            ],
          },
          { key: 'phone', label: { en: 'Telephone' }, kind: 'phone' },
          { key: 'shop', label: { en: 'Shop' }, kind: 'text', categories: ['private'] },
        ],
      },
    ],
    attachments: [{ key: 'certificate', label: { en: 'Certificate' }, types: ['application/pdf'], maxBytes: 1e6 }],
    organisationField: 'name',
    titleField: 'title',
  },
});

const part = 'word/document.xml';

/** The document as a word processor would leave it after `edit`. */
export function editDocx(bytes: Uint8Array, edit: (xml: string) => string, ...dropped: string[]): Buffer {
  const files = unzipSync(bytes);
  for (const name of dropped) delete files[name];
  return Buffer.from(zipSync({ ...files, [part]: strToU8(edit(strFromU8(files[part] ?? new Uint8Array()))) }));
}

export const documentOf = (bytes: Uint8Array, name = part): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** How deep each heading of a document is, in their order. */
export const headingsOf = (xml: string): number[] =>
  [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, depth]) => Number(depth));

/** Writes into a place as Word does: the words that asked for an answer are gone, the paragraphs within are `inside`. */
export function fillPlace(xml: string, ref: string, inside: string): string {
  const at = xml.indexOf(`<w:tag w:val="${ref}"/>`);
  if (at === -1) throw new Error(`There is no place ${ref}.`);
  const [start, end] = [xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length];
  const paragraph = xml.slice(start, end).replace('<w:showingPlcHdr/>', '');
  const filled = paragraph.replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent>${inside}</w:sdtContent>`);
  return xml.slice(0, start) + filled + xml.slice(end);
}

export const runs = (...texts: string[]) =>
  texts
    .map((text) => `<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`)
    .join('<w:proofErr w:type="spellStart"/>');
