// The schema of schedule.xml as its readers publish it (voc/schedule, schedule.xml.xsd), written down as data, and a checker of its own.
import { readXml, type XmlNode } from '../../documents/forms/xml.ts';

type Type = RegExp;
/** `all`: each at most once, in any order. Names with a question mark may be left out. */
type Shape =
  | { text: Type; attributes?: { [name: string]: Type } }
  | { all: { [name: string]: Shape }; attributes?: { [name: string]: Type } }
  | { list: { [name: string]: Shape }; attributes?: { [name: string]: Type } };

const any = /^[\s\S]*$/;
const positive = /^\+?0*[1-9]\d*$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const duration = /^\d{1,2}:\d{2}(:\d{1,2})?$/;
const start = /^[0-2]\d:[0-5]\d(:[0-5]\d)?$/;
const uuid = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const uri = /^https?:\/\/.*$/;
const text = { text: any };
const link = { text: any, attributes: { 'href?': any } };

const event: Shape = {
  attributes: { id: positive, guid: uuid },
  all: {
    ...{ room: text, title: text, subtitle: text, type: text, abstract: text, slug: text, track: text },
    ...{ date: { text: instant }, start: { text: start }, duration: { text: duration } },
    ...{ 'logo?': text, 'language?': text, 'description?': text, 'url?': { text: uri } },
    'persons?': { list: { person: { text: any, attributes: { 'id?': positive } } } },
    'recording?': { all: { license: text, optout: { text: /^(true|false|0|1)$/ } } },
    'links?': { list: { link } },
    'attachments?': { list: { attachment: link } },
    'video_download_url?': { text: uri },
  },
};
const schedule: Shape = {
  list: {
    generator: { text: /^\s*$/, attributes: { 'name?': any, 'version?': any } },
    version: text,
    conference: {
      all: {
        ...{ title: text, acronym: text, 'start?': { text: date }, 'end?': { text: date } },
        ...{ 'days?': { text: /^\d+$/ }, 'timeslot_duration?': { text: duration }, 'base_url?': { text: uri } },
        'time_zone_name?': text,
      },
    },
    day: {
      attributes: { 'date?': date, 'start?': instant, 'end?': instant, 'index?': positive },
      list: { room: { attributes: { 'name?': any }, list: { event } } },
    },
  },
};

/** What breaks the schema, each with the place where; none for a file that keeps it. */
export function frabBreaches(xml: string): string[] {
  const root = readXml(xml);
  if (root.name !== 'schedule') return [`The root is ${root.name}.`];
  const order = elementsOf(root).map(({ name }) => name);
  const expected = /^(generator )?version conference( day)+$/;
  return [
    ...(expected.test(order.join(' ')) ? [] : [`The schedule has ${order.join(', ')} in this order.`]),
    ...check(root, schedule, 'schedule'),
    ...twice(root, 'guid'),
    ...twice(root, 'id'),
    ...doubled(eventsOf(root).map((one) => textOf(elementsOf(one).find(({ name }) => name === 'slug')))),
  ];
}

const elementsOf = ({ children }: XmlNode) => children.filter((child) => typeof child !== 'string');
const textOf = (node: XmlNode | undefined) =>
  node?.children.filter((child) => typeof child === 'string').join('') ?? '';
const eventsOf = (root: XmlNode): XmlNode[] =>
  elementsOf(root).flatMap((node) => (node.name === 'event' ? [node] : eventsOf(node)));

function check(node: XmlNode, shape: Shape, at: string): string[] {
  const attributes = checkAttributes(node, shape.attributes ?? {}, at);
  const children = elementsOf(node);
  if ('text' in shape) {
    const wrong = children.length > 0 || !shape.text.test(textOf(node).trim());
    return [...attributes, ...(wrong ? [`${at} is "${textOf(node)}".`] : [])];
  }
  const stray = textOf(node).trim() === '' ? [] : [`${at} holds text.`];
  const known = 'all' in shape ? shape.all : shape.list;
  const shapeOf = (name: string) => known[name] ?? known[`${name}?`];
  const inside = children.flatMap((child) => {
    const own = shapeOf(child.name);
    return own === undefined ? [`${at} has no ${child.name}.`] : check(child, own, `${at}/${child.name}`);
  });
  const counts =
    'all' in shape
      ? Object.keys(known).flatMap((name) => {
          const count = children.filter((child) => child.name === name.replace('?', '')).length;
          return count === 1 || (count === 0 && name.endsWith('?')) ? [] : [`${at} has ${count} of ${name}.`];
        })
      : [];
  return [...attributes, ...stray, ...inside, ...counts];
}

function checkAttributes({ attributes }: XmlNode, known: { [name: string]: Type }, at: string): string[] {
  const given = Object.entries(attributes).flatMap(([name, value]) => {
    const type = known[name] ?? known[`${name}?`];
    return type?.test(value) === true ? [] : [`${at}@${name} is "${value}".`];
  });
  const missing = Object.keys(known).filter((name) => !name.endsWith('?') && attributes[name] === undefined);
  return [...given, ...missing.map((name) => `${at} lacks @${name}.`)];
}

const twice = (root: XmlNode, name: string) => doubled(eventsOf(root).map(({ attributes }) => attributes[name] ?? ''));
const doubled = (values: string[]) =>
  values.filter((value, at) => values.indexOf(value) !== at).map((value) => `${value} stands twice.`);
