// What differs between two states of a report, part by part.
import type { ReportContent, ReportPart } from './messages.ts';

export type ReportChange = {
  id: string;
  label: string;
  outcome: 'changed' | 'added' | 'removed' | 'conflict';
  /** In what it was made from, in the newest state, and in the one that is new. */
  before: string;
  now: string;
  after: string;
};

/** As one reads it: of a picture its caption and credit. */
export const wordsOf = (part: ReportPart | undefined): string => {
  if (part === undefined) return '';
  return part.kind === 'picture' ? [part.caption, part.credit].filter((text) => text !== '').join('\n') : part.text;
};

const labelOf = (part: ReportPart, parts: ReportPart[]): string => {
  if (part.kind !== 'picture' && part.label !== '') return part.label;
  const heads = parts
    .slice(0, parts.indexOf(part) + 1)
    .filter(({ kind }) => kind === 'heading' || kind === 'subheading');
  return wordsOf(heads.at(-1));
};

/** `newest` is where others have gone meanwhile; what they changed too, and otherwise, is a conflict. */
export function changesBetween(base: ReportContent, after: ReportContent, newest = base): ReportChange[] {
  const find = ({ parts }: ReportContent, id: string) => parts.find((part) => part.id === id);
  const titled: ReportChange[] = differing('title', after.title, base.title, newest.title, after.title);
  const kept = after.parts.flatMap((part) => {
    const [old, now] = [find(base, part.id), find(newest, part.id)];
    const label = labelOf(part, after.parts);
    if (old === undefined && now === undefined)
      return [{ id: part.id, label, outcome: 'added' as const, before: '', now: '', after: wordsOf(part) }];
    return differing(part.id, label, wordsOf(old ?? now), wordsOf(now), wordsOf(part));
  });
  const gone = base.parts.flatMap((part): ReportChange[] => {
    const now = find(newest, part.id);
    if (now === undefined || find(after, part.id) !== undefined) return [];
    const label = labelOf(part, base.parts);
    return [{ id: part.id, label, outcome: 'removed', before: wordsOf(part), now: wordsOf(now), after: '' }];
  });
  return [...titled, ...kept, ...gone];
}

function differing(id: string, label: string, before: string, now: string, after: string): ReportChange[] {
  if (after === before || after === now) return [];
  return [{ id, label, outcome: now === before ? 'changed' : 'conflict', before, now, after }];
}
