// What an act changed, fact by fact: as it was, and as it is since.
import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryLine } from './HistoryOf.tsx';
import { type Texts, textIn } from './texts.ts';
import { instantIn, ownZone } from './times.ts';

type Names = { [id: string]: Texts };

export function FactChanges({ changes, names }: Pick<HistoryLine, 'changes' | 'names'>) {
  const { t } = useTranslation('history');
  const say = useWords(names);
  if (changes.length === 0) return null;
  // Of what begins here nothing was before.
  const isFirst = changes.every(({ before }) => before === null);
  return (
    <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing="xs" fz="sm" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="32%">
            <VisuallyHidden>{t('button')}</VisuallyHidden>
          </Table.Th>
          {!isFirst && (
            <Table.Th scope="col" fw={400}>
              {t('was')}
            </Table.Th>
          )}
          <Table.Th scope="col" fw={400}>
            {t('is')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ fact, before, after }) => (
          <Table.Tr key={fact}>
            <Table.Th scope="row" fw={400}>
              {say.fact(fact)}
            </Table.Th>
            {!isFirst && <Table.Td>{say.value(before)}</Table.Td>}
            <Table.Td fw={600}>{say.value(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;
const isTexts = (value: object): value is Texts =>
  Object.entries(value).length > 0 &&
  Object.entries(value).every(([key, text]) => tag.test(key) && key.length <= 8 && typeof text === 'string');

function useWords(names: Names) {
  const { t, i18n } = useTranslation('history');
  const one = (value: string): string => {
    const named = names[value];
    if (named !== undefined) return textIn(named, i18n.language).text;
    if (instant.test(value)) return instantIn(value, ownZone(), i18n.language);
    return i18n.exists(`history:value.${value}`) ? t(`value.${value}`) : value;
  };
  const value = (of: unknown): string => {
    if (of === null || of === undefined || of === '') return t('none');
    if (typeof of === 'string') return one(of);
    if (typeof of !== 'object') return one(String(of));
    if (Array.isArray(of)) return of.length === 0 ? t('none') : of.map(value).join(', ');
    if ('role' in of && 'scope' in of) return grant(of as Grant);
    if (isTexts(of)) return textIn(of, i18n.language).text;
    return Object.values(of).map(value).join(' · ');
  };
  type Grant = { role: string; scope: { country?: string }; until: string | null };
  const grant = ({ role, scope, until }: Grant): string =>
    [
      t(`role.${role}`, { defaultValue: role }),
      ...(scope.country === undefined ? [] : [scope.country]),
      ...(until === null ? [] : [t('until', { when: one(until) })]),
    ].join(' · ');
  const fact = (name: string): string => {
    const [base = '', ...rest] = name.split(':');
    const label = t(`facts.${base}`, { defaultValue: base });
    const of = rest.join(':');
    // The id of a role says nothing to anybody.
    return of === '' || base === 'grant' ? label : `${label}: ${one(of)}`;
  };
  return { fact, value };
}
