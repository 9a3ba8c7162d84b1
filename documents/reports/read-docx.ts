// A mission report that comes back as a Word document: the text of each part, and what somebody wrote or put between them.
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { propertiesOf, tagsIn, textOf } from '../forms/read-docx.ts';
import type { NoForm } from '../forms/read-form.ts';
import { nodesIn, readXml, type XmlNode } from '../forms/xml.ts';
import { holdsAtMost } from '../zip-bounds.ts';
import { carriedReport } from './docx.ts';
import {
  captionStyles,
  type DocxPicture,
  isCaption,
  isOfPictures,
  pictureReader,
  picturesInMargins,
} from './docx-pictures.ts';
import { reportLanguages, reportWords } from './words.ts';

export type ReadReport = {
  /** Whose report it is; null where the file has lost it. */
  report: { forumId: string; country: string } | null;
  version: number;
  /** By the id of the part; of a picture by `<id>.caption` and `<id>.credit`. */
  texts: Map<string, string>;
  /** What stands in no part, each with the part that it follows; of a picture the text is its caption. */
  loose: Loose[];
};
export type Loose = { after: string | null; label: string; text: string; picture?: DocxPicture };

const parts = { document: 'word/document.xml', properties: 'docProps/custom.xml', styles: 'word/styles.xml' };
const mostUnpacked = 200_000_000;

export function readReportDocx(bytes: Buffer): ReadReport | NoForm {
  if (bytes.length === 0) return { fault: 'damaged', what: 'is empty' };
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return { fault: 'foreign', what: 'is of an older Office program, or locked with a password: save it as .docx' };
  if (!holdsAtMost(bytes, mostUnpacked))
    return { fault: 'damaged', what: 'is no Word document (.docx), or it is damaged' };
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => Object.values(parts).includes(name) || isOfPictures(name) });
    const document = files[parts.document];
    const read = document === undefined ? undefined : readDocument(strFromU8(document), files);
    if (read === undefined || read.texts.size === 0)
      return { fault: 'foreign', what: 'is no mission report of this system: download the report and edit that file' };
    return read;
  } catch (error) {
    return { fault: 'damaged', what: `is damaged (${error instanceof Error ? error.message : 'unknown'})` };
  }
}

const mark = /\[report ([0-9a-f-]{36})\/([A-Z]{2}) v(\d+)\]/;

function readDocument(xml: string, files: Unzipped): ReadReport {
  const body = readXml(xml);
  const properties = propertiesOf(files[parts.properties]);
  const [, forumId, country, version] = mark.exec(textOf(body)) ?? [];
  const [ownForum = forumId, ownCountry = country] = properties.get(carriedReport.report)?.split('/') ?? [];
  const reading: Reading = { texts: new Map(), loose: [], last: null, uncaptioned: null };
  const styles = captionStyles(files[parts.styles]);
  const picturesIn = pictureReader(files);
  for (const node of blocksIn(body)) {
    const pictures = picturesIn(node);
    readBlock(node, reading, isCaption(node, styles) ? { pictures, isCaption: true } : { pictures });
  }
  for (const picture of picturesInMargins(files)) reading.loose.push({ after: null, label: '', text: '', picture });
  return {
    report: ownForum === undefined || ownCountry === undefined ? null : { forumId: ownForum, country: ownCountry },
    version: Number(properties.get(carriedReport.version) ?? version ?? 0) || 0,
    ...{ texts: reading.texts, loose: reading.loose },
  };
}

type Reading = {
  texts: Map<string, string>;
  loose: Loose[];
  last: string | null;
  /** The picture that a caption right below belongs to. */
  uncaptioned: Loose | null;
};

/** Paragraphs, and the rows of tables, in their order, whatever stands around them. */
function* blocksIn(node: XmlNode): Generator<XmlNode> {
  for (const found of nodesIn(node, 'p', 'tr')) yield found;
}

const notStated = reportLanguages.map((language) => reportWords(language).notStated);
const noPicture = reportLanguages.map((language) => reportWords(language).noPicture);
const said = (node: XmlNode): string => {
  const text = textOf(node, true).trim();
  return notStated.includes(text) ? '' : text;
};

type Drawn = { pictures: DocxPicture[]; isCaption?: true };
function readBlock(node: XmlNode, reading: Reading, { pictures, isCaption }: Drawn): void {
  const [tag] = tagsIn(node);
  const cells = node.name === 'tr' ? [...nodesIn(node, 'tc')] : [];
  const value = cells.length > 1 ? cells.slice(1) : [node];
  const text = value
    .map(said)
    .filter((one) => one !== '')
    .join('\n');
  const label = tag === undefined && cells.length > 1 && cells[0] !== undefined ? said(cells[0]) : '';
  if (isCaption && tag === undefined) readCaption(text, reading, pictures);
  else {
    if (tag !== undefined) readPart(tag, text, reading);
    else if ((text !== '' || label !== '') && !mark.test(text) && !noPicture.includes(text))
      reading.loose.push({ after: reading.last, label, text });
    if (tag !== undefined || text !== '' || label !== '') reading.uncaptioned = null;
    putPictures(pictures, reading);
  }
}

function readPart(tag: string, text: string, reading: Reading): void {
  const id = tag.replace(/\.(caption|credit)$/, '');
  // A part that was copied is there twice: what the copy says differently is something of its own.
  if (reading.texts.has(tag)) {
    if (reading.texts.get(tag) !== text) reading.loose.push({ after: id, label: '', text });
  } else reading.texts.set(tag, text);
  reading.last = id;
}

function putPictures(pictures: DocxPicture[], reading: Reading): void {
  for (const picture of pictures) {
    reading.uncaptioned = { after: reading.last, label: '', text: '', picture };
    reading.loose.push(reading.uncaptioned);
  }
}

/** It goes with the picture in it or above it; with none it is a paragraph like any other. */
function readCaption(text: string, reading: Reading, pictures: DocxPicture[]): void {
  putPictures(pictures, reading);
  if (reading.uncaptioned !== null) reading.uncaptioned.text = text;
  else if (text !== '') reading.loose.push({ after: reading.last, label: '', text });
  reading.uncaptioned = null;
}
