// What moved since the last release: how many talks stay, and what each move bought.
import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { Section } from '../../results/Section.tsx';
import { useWords } from '../grid/words.ts';
import type { Forum } from '../places.ts';

type Quality = Contract<'get', '/forums/:forumId/schedule/quality'>['answer'];
type Move = NonNullable<Quality['replan']>['moves'][number];

export function Replan({ forum, replan }: { forum: Forum; replan: Quality['replan'] }) {
  const { t } = useTranslation('forum-quality');
  const words = useWords(forum);
  if (replan === null) return null;
  const { stays, moves, came, lost, gone } = replan;
  const moved = moves.reduce((all, { talks }) => all + talks.length, 0);
  const named = (ids: string[]) => ids.map(words.talk).join(', ');
  return (
    <Section title={t('replan.title')} lead={t('replan.lead')}>
      <Text fw={700}>
        {t('replan.moved', { count: moved })}, {t('replan.stay', { count: stays })}
      </Text>
      {gone.length > 0 && <Text size="sm">{t('replan.gone', { count: gone.length })}</Text>}
      {came.length > 0 && <Text size="sm">{t('replan.came', { talks: named(came) })}</Text>}
      {lost.length > 0 && <Text size="sm">{t('replan.lost', { talks: named(lost) })}</Text>}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {moves.map((move) => (
          <Card component="li" key={move.talks.map(({ talk }) => talk).join()} withBorder padding="sm">
            <Bought forum={forum} move={move} />
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

function Bought({ forum, move }: { forum: Forum; move: Move }) {
  const { t, i18n } = useTranslation('forum-quality');
  const words = useWords(forum);
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  const { talks, bought, price, needed } = move;
  return (
    <Stack gap={4}>
      {talks.map(({ talk, from, to }) => (
        <Text key={talk}>
          <b>{words.talk(talk)}</b>: {t('replan.from', { from: words.place(from), to: words.place(to) })}
        </Text>
      ))}
      <Group gap="xs">
        {needed.map((rule) => (
          <Badge key={rule} color="orange" variant="light" tt="none">
            {t('replan.needed', { rule: t(`short.${rule}`) })}
          </Badge>
        ))}
        {bought.map(({ term, points }) => (
          <Badge key={term} color={points > 0 ? 'green' : 'gray'} variant="light" tt="none">
            {t(`term.${term}`)}: {number.format(points)}
          </Badge>
        ))}
      </Group>
      <Text size="sm">{t('replan.price', { points: new Intl.NumberFormat(i18n.language).format(price) })}</Text>
    </Stack>
  );
}
