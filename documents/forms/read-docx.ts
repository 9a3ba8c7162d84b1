// A form that comes back as a Word document: the text of each place, however the program has cut it into runs and paragraphs.
import { strFromU8, unzipSync } from 'fflate';
import { carried } from './docx.ts';
import { type ReadForm, refsIn, withoutPlaceholder } from './form-places.ts';
import { nodesIn, readXml, type XmlNode } from './xml.ts';

const parts = { document: 'word/document.xml', properties: 'docProps/custom.xml' };

/** Undefined where the archive holds no Word document. Throws for one that is damaged. */
export function readFormDocx(bytes: Uint8Array): ReadForm | undefined {
  const files = unzipSync(bytes, { filter: ({ name }) => Object.values(parts).includes(name) });
  const document = files[parts.document];
  if (document === undefined) return undefined;
  const body = readXml(strFromU8(document));
  const properties = propertiesOf(files[parts.properties]);
  const said = /\[form ([0-9a-f-]{36}) v(\d+)\]/.exec(textOf(body));
  return {
    nominationId: properties.get(carried.form) ?? said?.[1] ?? null,
    version: Number(properties.get(carried.version) ?? said?.[2] ?? 0) || null,
    texts: textsOf(body),
    marks: marksOf(properties),
  };
}

export function propertiesOf(bytes: Uint8Array | undefined): Map<string, string> {
  if (bytes === undefined) return new Map();
  const all = [...nodesIn(readXml(strFromU8(bytes)), 'property')];
  return new Map(all.map((node) => [node.attributes.name ?? '', plainText(node)]));
}

const plainText = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : plainText(child))).join('');

function marksOf(properties: Map<string, string>): Map<string, string> {
  const said = [...properties].filter(([name]) => name.startsWith(carried.marks)).map(([, value]) => value);
  const pairs = said.flatMap((value) => value.split(' ').map((pair) => pair.split('=')));
  return new Map(pairs.map(([ref = '', mark = '']) => [ref, mark]));
}

/** By the words in brackets at the head of a row; where they are gone, by the tags of the controls. */
function textsOf(body: XmlNode): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const add = (ref: string, node: XmlNode) => {
    const said = withoutPlaceholder(textOf(node, true).trim());
    texts.set(ref, [...(texts.get(ref) ?? []), said]);
  };
  for (const row of nodesIn(body, 'tr')) for (const [ref, cell] of placesIn(row)) add(ref, cell);
  for (const control of nodesIn(body, 'sdt', 'tbl')) {
    const tag = control.name === 'sdt' && nodesIn(control, 'tbl').next().done ? tagsIn(control)[0] : undefined;
    if (tag !== undefined) add(tag, control);
  }
  return texts;
}

function placesIn(row: XmlNode): [ref: string, cell: XmlNode][] {
  const cells = [...nodesIn(row, 'tc')];
  const [head, ...answers] = cells;
  const refs = head === undefined ? [] : refsIn(textOf(head));
  if (refs.length > 0 && refs.length === answers.length) return answers.map((cell, index) => [refs[index] ?? '', cell]);
  return cells.flatMap((cell) =>
    tagsIn(cell)
      .slice(0, 1)
      .map((tag): [string, XmlNode] => [tag, cell]),
  );
}

/** The tags of the content controls in a node, and of itself. */
export function tagsIn(node: XmlNode): string[] {
  const own = node.name === 'sdtPr' ? [...nodesIn(node, 'tag')].map(({ attributes }) => attributes.val ?? '') : [];
  return [...own, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : tagsIn(child)))];
}

/** Settings, what was deleted while changes are tracked, field codes, and the second way to draw the same thing. */
const silent = /Pr$|^(del|moveFrom|instrText|delText|delInstrText|Fallback|rt)$/;
const signs: { [name: string]: string } = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** What somebody reads there, a line for each paragraph; with `filled`, without the words that ask for an answer. */
export function textOf(node: XmlNode, filled = false): string {
  if (silent.test(node.name) || (filled && isPlaceholder(node))) return '';
  if (node.name === 't') return node.children.filter((child) => typeof child === 'string').join('');
  const sign = signs[node.name];
  if (sign !== undefined) return sign;
  const inside = node.children.map((child) => (typeof child === 'string' ? '' : textOf(child, filled))).join('');
  if (node.name !== 'p') return inside;
  return `${inside !== '' && !nodesIn(node, 'numPr').next().done ? '- ' : ''}${inside}\n`;
}

const isPlaceholder = (node: XmlNode) =>
  node.name === 'sdt' &&
  node.children.some(
    (child) => typeof child !== 'string' && child.name === 'sdtPr' && !nodesIn(child, 'showingPlcHdr').next().done,
  );
