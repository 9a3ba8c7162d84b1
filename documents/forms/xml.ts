// XML read into a tree: the plain kind that office programs write, with no document type and nothing fetched.

/** `name` is without its prefix. */
export type XmlNode = { name: string; attributes: { [name: string]: string }; children: (XmlNode | string)[] };

/** Says what is wrong with a text that is no such XML. */
export class NoXml extends Error {
  override name = 'NoXml';
}

const deepest = 400;
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^"'<>]|"[^"]*"|'[^']*')*?)(\/?)>/y;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const named: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  token.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at) open.at(-1)?.children.push(decoded(text.slice(at, end)));
    if (next === -1) break;
    token.lastIndex = next;
    const found = token.exec(text);
    if (found === null) throw new NoXml('has a tag that cannot be read');
    at = token.lastIndex;
    step(open, found);
  }
  const [top] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || top === undefined) throw new NoXml('ends before its last tag');
  return top;
}

function step(open: XmlNode[], [, verbatim, closed, opened, attributes = '', empty]: RegExpExecArray): void {
  const parent = open.at(-1);
  if (verbatim !== undefined) parent?.children.push(verbatim);
  if (closed !== undefined) {
    if (open.length < 2 || parent?.name !== localName(closed)) throw new NoXml('has tags that do not match');
    open.pop();
  }
  if (opened === undefined) return;
  const node: XmlNode = { name: localName(opened), attributes: attributesOf(attributes), children: [] };
  parent?.children.push(node);
  if (empty !== '/') open.push(node);
  if (open.length > deepest) throw new NoXml(`is nested deeper than ${deepest} levels`);
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const attributesOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', double, single]) => [
      localName(name),
      decoded(double ?? single ?? ''),
    ]),
  );

const decoded = (text: string) =>
  text.includes('&')
    ? text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (_whole, name: string) => character(name))
    : text;

function character(name: string): string {
  if (!name.startsWith('#')) {
    const found = named[name];
    if (found === undefined) throw new NoXml(`uses &${name};, which is no character of XML`);
    return found;
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isCharacter) throw new NoXml(`uses &${name};, which is no character`);
  return String.fromCodePoint(code);
}

/** Every node of one of the names below a node, not looking inside those found. */
export function* nodesIn(node: XmlNode, ...names: string[]): Generator<XmlNode> {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (names.includes(child.name)) yield child;
    else yield* nodesIn(child, ...names);
  }
}
