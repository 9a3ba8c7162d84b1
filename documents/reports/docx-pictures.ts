// The pictures in a Word document: their bytes, and why one of them cannot be taken.
import { createHash } from 'node:crypto';
import { strFromU8, type Unzipped } from 'fflate';
import { photoNotes } from '../../domain/photo-notes.ts';
import { nodesIn, readXml, type XmlNode } from '../forms/xml.ts';
import { isShowable, pointsOf } from '../print/images.ts';

/** `cropped`: what was cut off is still in the file. `margin`: it stands in a header or footer. */
export type WhyNot =
  | ('kind' | 'size' | 'place' | 'damaged' | 'cropped' | 'linked' | 'drawing' | 'margin')
  | ('exchanged' | 'too-many');
export type DocxPicture = {
  /** Of the file in the document. */
  name: string;
  /** What the document calls it: of a picture of the report the id of its part. */
  part: string;
  bytes: Uint8Array;
  type: PictureType | null;
  hash: string;
  why: WhyNot | null;
};
export type PictureType = 'image/png' | 'image/jpeg';
export const largestPicture = 20_000_000;

const folder = 'word/';
const relations = `${folder}_rels/document.xml.rels`;
const marginal = /^word\/_rels\/(header|footer)\d*\.xml\.rels$/;
export const isOfPictures = (name: string): boolean =>
  name === relations || marginal.test(name) || name.startsWith(`${folder}media/`);

type Relation = { target: string; isImage: boolean; isElsewhere: boolean };
function relationsIn(bytes: Uint8Array | undefined): Map<string, Relation> {
  if (bytes === undefined) return new Map();
  const all = [...nodesIn(readXml(strFromU8(bytes)), 'Relationship')];
  return new Map(
    all.map(({ attributes: { Id = '', Target = '', Type = '', TargetMode } }) => [
      Id,
      { target: Target, isImage: Type.endsWith('/image'), isElsewhere: TargetMode === 'External' },
    ]),
  );
}

const lastOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
const nothing = new Uint8Array();
const notTaken = (name: string, why: WhyNot, part = ''): DocxPicture => ({
  ...{ name, part, why, bytes: nothing, type: null, hash: '' },
});

/** Finds the pictures below a node of the document, in their order. */
export function pictureReader(files: Unzipped): (node: XmlNode) => DocxPicture[] {
  const related = relationsIn(files[relations]);
  const pictureOf = (id: string, part: string, isCropped: boolean): DocxPicture => {
    const relation = related.get(id);
    if (relation === undefined) return notTaken(part, 'damaged', part);
    const { target, isElsewhere } = relation;
    const name = lastOf(target);
    if (isElsewhere) return notTaken(name, 'linked', part);
    const bytes = files[target.startsWith('/') ? target.slice(1) : `${folder}${target}`];
    if (bytes === undefined) return notTaken(name, 'damaged', part);
    const { type, why } = judged(bytes);
    return { name, part, bytes, type, hash: hashOf(bytes), why: why ?? (isCropped ? 'cropped' : null) };
  };
  return (node) => [...drawnIn(node)].flatMap((drawn) => read(drawn, pictureOf));
}

/** What stands in the heads and feet of pages: told, never taken. */
export function picturesInMargins(files: Unzipped): DocxPicture[] {
  const margins = Object.entries(files).filter(([name]) => marginal.test(name));
  const images = margins.flatMap(([, bytes]) => [...relationsIn(bytes).values()].filter(({ isImage }) => isImage));
  return [...new Set(images.map(({ target }) => lastOf(target)))].map((name) => notTaken(name, 'margin'));
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function judged(bytes: Uint8Array): { type: PictureType | null; why: WhyNot | null } {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg) return { type: null, why: 'kind' };
  const type = isPng ? 'image/png' : 'image/jpeg';
  if (pointsOf(bytes) === null) return { type, why: 'damaged' };
  if (bytes.length > largestPicture || !isShowable(bytes)) return { type, why: 'size' };
  return { type, why: photoNotes(bytes).place ? 'place' : null };
}

const frames = ['drawing', 'pict', 'object'];
/** Not the second way to draw the same thing, nor what was deleted while changes are tracked. */
const silent = ['Fallback', 'del', 'moveFrom'];
function* drawnIn(node: XmlNode): Generator<XmlNode> {
  for (const child of node.children) {
    if (typeof child === 'string' || silent.includes(child.name)) continue;
    // A frame with text holds pictures of its own.
    if (frames.includes(child.name) && drawnIn(child).next().done) yield child;
    else yield* drawnIn(child);
  }
}

type PictureOf = (id: string, part: string, isCropped: boolean) => DocxPicture;
function read(drawn: XmlNode, pictureOf: PictureOf): DocxPicture[] {
  const part = [...nodesIn(drawn, 'docPr')][0]?.attributes.name ?? '';
  const isCropped = [...nodesIn(drawn, 'srcRect')].some(cuts);
  const filled = [...nodesIn(drawn, 'blip', 'imagedata')];
  if (filled.length > 0)
    return filled.map(({ attributes: { embed, link, id = '' } }) =>
      embed === undefined && link !== undefined
        ? notTaken(part, 'linked', part)
        : pictureOf(embed ?? id, part, isCropped),
    );
  const isText = !nodesIn(drawn, 'txbxContent').next().done;
  return drawn.name === 'drawing' && !isText ? [notTaken(part, 'drawing', part)] : [];
}

/** In thousandths of a percent; less than one percent is how programs round. */
const cuts = ({ attributes }: XmlNode): boolean =>
  ['l', 't', 'r', 'b'].some((side) => Number(attributes[side] ?? 0) >= 1_000);

const captions = /^(caption|figure|illustration|drawing)\b/i;
/** The ids of the styles in which programs write below pictures, whatever their language calls them. */
export function captionStyles(styles: Uint8Array | undefined): Set<string> {
  if (styles === undefined) return new Set();
  const all = [...nodesIn(readXml(strFromU8(styles)), 'style')];
  const named = all.filter((style) => captions.test([...nodesIn(style, 'name')][0]?.attributes.val ?? ''));
  return new Set(named.map(({ attributes }) => attributes.styleId ?? ''));
}

/** By its style, or by the number that the program counts. */
export function isCaption(node: XmlNode, styles: ReadonlySet<string>): boolean {
  if ([...nodesIn(node, 'pStyle')].some(({ attributes }) => styles.has(attributes.val ?? ''))) return true;
  const fields = [...nodesIn(node, 'instrText', 'fldSimple')];
  return fields.some(({ attributes, children }) => /^\s*SEQ\b/.test(attributes.instr ?? children.join('')));
}
