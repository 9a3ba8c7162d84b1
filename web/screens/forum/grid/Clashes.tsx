// All that speaks against the places where talks stand now, with who and what, and why somebody set it aside.
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clash } from '../../../../domain/forum/clashes.ts';
import type { Arranging } from './useArranging.ts';

export function Clashes({ arranging, clashes }: { arranging: Arranging; clashes: Clash[] }) {
  const { t } = useTranslation('schedule');
  const { words, forum } = arranging;
  const reasonOf = (talk: string | undefined, rule: string) =>
    forum.overrides.find((set) => set.talk === talk && set.rules.includes(rule))?.reason;
  const open = onceEach(clashes.filter(({ weight }) => weight !== 'note'));
  if (forum.placements.length === 0) return null;
  if (open.length === 0) return <Text size="sm">{t('noClashes')}</Text>;
  return (
    <Alert color="orange" title={t('clashTitle', { count: open.length })}>
      <List size="sm">
        {open.map((clash) => {
          const reason = reasonOf(clash.talk, clash.rule) ?? reasonOf(clash.other, clash.rule);
          return (
            <List.Item key={`${clash.talk} ${clash.rule} ${clash.other ?? ''} ${clash.from ?? ''}`}>
              {words.place(clash.place)} · {words.clash(clash)}
              {reason !== undefined && <em> {t('setAside', { reason })}</em>}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

/** What two talks have against each other is said of the first. */
const onceEach = (clashes: Clash[]): Clash[] =>
  clashes.filter(({ talk, other, rule }, index) => {
    const said = clashes.slice(0, index);
    return !said.some((one) => one.talk === other && one.other === talk && one.rule === rule);
  });
