// Pictures put into a Word document as word processors do it: a drawing in a paragraph, the file beside, a caption below.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Put = { name: string; bytes: Uint8Array; caption?: string; isCropped?: boolean; link?: string };
const part = 'word/document.xml';
const relations = 'word/_rels/document.xml.rels';
const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/** Behind the paragraph of the control with that tag. */
export function putPictures(docx: Uint8Array, tag: string, pictures: Put[]): Buffer {
  const files = unzipSync(docx);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const related = pictures.map(({ name, link }, at) =>
    link === undefined
      ? `<Relationship Id="rIdPut${at}" Type="${image}" Target="media/${name}"/>`
      : `<Relationship Id="rIdPut${at}" Type="${image}" Target="${link}" TargetMode="External"/>`,
  );
  const xml = read(part);
  const end = xml.indexOf('</w:p>', xml.indexOf(`<w:tag w:val="${tag}"/>`)) + '</w:p>'.length;
  const drawn = pictures.map(drawing).join('');
  return Buffer.from(
    zipSync({
      ...files,
      ...Object.fromEntries(pictures.map(({ name, bytes }) => [`word/media/${name}`, bytes])),
      [relations]: strToU8(read(relations).replace('</Relationships>', `${related.join('')}</Relationships>`)),
      [part]: strToU8(xml.slice(0, end) + drawn + xml.slice(end)),
    }),
  );
}

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
function drawing({ name, caption, isCropped = false, link }: Put, at: number): string {
  const way = link === undefined ? `r:embed="rIdPut${at}"` : `r:link="rIdPut${at}"`;
  const crop = isCropped ? '<a:srcRect r="40000"/>' : '';
  const fill = `<pic:blipFill><a:blip ${way}/>${crop}</pic:blipFill>`;
  const picture = `<a:graphic xmlns:a="${main}"><a:graphicData><pic:pic xmlns:pic="p">${fill}</pic:pic></a:graphicData></a:graphic>`;
  const frame = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="${900 + at}" name="${name}"/>${picture}</wp:inline></w:drawing></w:r></w:p>`;
  if (caption === undefined) return frame;
  const number = '<w:r><w:instrText xml:space="preserve"> SEQ Figure \\* ARABIC </w:instrText></w:r>';
  return `${frame}<w:p>${number}<w:r><w:t>${caption}</w:t></w:r></w:p>`;
}
