// An assignment as its parts show it, and how its people, entries, languages and themes are called.
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { inARow } from '../lists.ts';
import { useText } from '../texts.ts';

export type Assignment = Contract<'get', '/panels/:panel/assignment'>['answer'];
export type AssignedEntry = Assignment['entries'][number];
export type Change = Contract<'post', '/panels/:panel/assignment/change'>['answer'];

/** Seats that somebody has left, to which nobody was called yet. */
export const emptySeats = ({ missing }: AssignedEntry) => missing.filter(({ called }) => called === null);

export function useNaming({ judges, entries, themes }: Assignment) {
  const { t, i18n } = useTranslation('panel');
  const text = useText();
  const list = (names: string[]) => inARow(names, i18n.language);
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const judge = (id: string) => judges.find(({ judgeId }) => judgeId === id)?.name || t('nameless');
  const entry = (id: string) => {
    const found = entries.find(({ nominationId }) => nominationId === id);
    return found === undefined ? id : text(found.organisation);
  };
  const theme = (key: string) => {
    const found = themes.find((one) => one.key === key);
    return found === undefined ? key : text(found.label);
  };
  const broken = ({ rule, of }: { rule: string; of: string[] }) => {
    const [first = '', second = ''] = of;
    const isEntry = entries.some(({ nominationId }) => nominationId === first);
    const named = { entry: isEntry ? entry(first) : '', judge: judge(isEntry ? second : first) };
    return t(`assignment.broken.${rule as 'twice'}`, named);
  };
  return {
    ...{ judge, entry, theme, broken },
    join: list,
    judges: (ids: string[]) => list(ids.map(judge)),
    entries: (ids: string[]) => list(ids.map(entry)),
    language: (tag: string) => languageNames.of(tag) ?? tag,
  };
}
