// What a Word, Excel, PowerPoint or OpenDocument file tells beside its text: properties, comments, tracked changes, what is embedded.
import { strFromU8, unzipSync } from 'fflate';
import { holdsAtMost } from '../zip-bounds.ts';
import type { Telling } from './telling.ts';

const mostUnpacked = 200_000_000;
/** With words in them: an element that stands there empty tells nothing. */
const saysWho =
  /<(?:dc:(?:creator|title|subject|description)|cp:(?:lastModifiedBy|keywords|category|contentStatus)|meta:(?:initial-creator|printed-by|keyword|user-defined)|Company|Manager|HyperlinkBase|vt:lpwstr)\b[^>]*>\s*[^<\s]/;
const tracked = /<(?:w:(?:ins|del|moveFrom|moveTo)|text:tracked-changes)\b/;
const commented = /<office:annotation\b/;

const properties = /^(docProps\/(core|app|custom)\.xml|meta\.xml)$/;
/** A picture of the first page, as it was when the file was last saved. */
const preview = /^(docProps\/thumbnail\.|Thumbnails\/)/;
const notes = /comment|^word\/people\.xml$|^xl\/persons\//i;
const files = /\/(embeddings|externalLinks)\/|^Object /;
const changes = /^(word\/[^/]+|content)\.xml$|^xl\/revisions\//;
const links = /<Relationship\b[^>]*hyperlink[^>]*TargetMode="External"/;

/** Null for what cannot be unpacked. */
export function tellingOffice(bytes: Buffer): Telling[] | null {
  if (!holdsAtMost(bytes, mostUnpacked, 5_000)) return null;
  const unpacked = Object.entries(
    unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) || isNamed(name) }),
  );
  const some = (name: RegExp, text: RegExp = /(?:)/) =>
    unpacked.some(([part, content]) => name.test(part) && text.test(strFromU8(content)));
  const found: [Telling, boolean][] = [
    ['properties', some(properties, saysWho) || some(preview)],
    ['files', some(files)],
    ['notes', some(notes) || some(/^content\.xml$/, commented) || some(/\.rels$/, links)],
    ['earlier', some(changes, tracked) || some(/^xl\/revisions\//)],
  ];
  return found.flatMap(([what, is]) => (is ? [what] : []));
}

const isNamed = (name: string) => preview.test(name) || notes.test(name) || files.test(name);
