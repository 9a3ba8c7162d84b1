// What a report that was edited elsewhere changes in the newest version: part by part, and nothing without being asked.
import { changesBetween, type ReportChange } from './changes.ts';
import type { ReportContent, ReportPart } from './messages.ts';

/** What came back: texts by part, and what was written between the parts. */
export type CameBack = {
  texts: ReadonlyMap<string, string>;
  loose: readonly Loose[];
};
/** Of a picture the text is its caption. */
export type Loose = { after: string | null; label: string; text: string; fileId?: string };

/**
 * `base` is the version that the document was made from, `newest` the one that stands now. The content is the newest with all
 * that is changed and added; what the document no longer has stays, and is told.
 */
export function takeBack(
  base: ReportContent,
  newest: ReportContent,
  { texts, loose }: CameBack,
  show: (text: string) => string,
): { changes: ReportChange[]; content: ReportContent } {
  const told = (ref: string, old: string) => {
    const now = texts.get(ref);
    // What was only shown in other digits was not changed.
    return now === undefined || now === old || now === show(old).trim() ? old : now;
  };
  const edited = (part: ReportPart): ReportPart => {
    if (part.kind === 'picture') {
      const [caption, credit] = [told(`${part.id}.caption`, part.caption), told(`${part.id}.credit`, part.credit)];
      return { ...part, caption, credit };
    }
    const text = told(part.id, part.text);
    // Word may have made a list of its own of the lines.
    return { ...part, text: part.kind === 'list' ? text.replaceAll(/^[-•] /gm, '') : text };
  };
  const isThere = ({ id }: ReportPart) => texts.has(id) || texts.has(`${id}.caption`) || texts.has(`${id}.credit`);
  const labels = new Set(
    base.parts.flatMap((part) => ('label' in part && part.label !== '' ? [part.label, show(part.label)] : [])),
  );
  const added = loose
    .filter(({ label, text, fileId }) => fileId !== undefined || label !== '' || !labels.has(text))
    .map((one, at) => ({ after: one.after, part: ownPart(one, newest, at) }));
  const parts = base.parts.filter(isThere).map(edited);
  const came = { ...base, title: told('title', base.title) || base.title, parts: withAdded(parts, added) };
  return { changes: changesBetween(base, came, newest), content: merged(base, newest, came, added) };
}

type Added = { after: string | null; part: ReportPart };

/** Named after what is there already, so that the same document gives the same. */
function ownPart({ label, text, fileId }: Loose, { parts }: ReportContent, at: number): ReportPart {
  const taken = new Set(parts.map(({ id }) => id));
  let number = at + 1;
  while (taken.has(`own-docx-${number}`)) number += 1 + at;
  const id = `own-docx-${number}`;
  if (fileId !== undefined) return { id, kind: 'picture', fileId, caption: text.slice(0, 500), credit: '' };
  return { id, kind: label === '' ? 'text' : 'fact', label, text };
}

function withAdded(parts: ReportPart[], added: Added[]): ReportPart[] {
  const known = new Set(parts.map(({ id }) => id));
  const first = added.filter(({ after }) => after === null || !known.has(after)).map(({ part }) => part);
  const behind = (id: string) => added.flatMap(({ after, part }) => (after === id ? [part] : []));
  return [...parts.flatMap((part) => [part, ...behind(part.id)]), ...first];
}

function merged(base: ReportContent, newest: ReportContent, came: ReportContent, added: Added[]): ReportContent {
  const find = ({ parts }: ReportContent, id: string) => parts.find((part) => part.id === id);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const parts = newest.parts.map((part) => {
    const edited = find(came, part.id);
    return edited === undefined || same(edited, find(base, part.id)) ? part : edited;
  });
  return {
    ...newest,
    title: came.title === base.title ? newest.title : came.title,
    parts: withAdded(parts, added),
  };
}
