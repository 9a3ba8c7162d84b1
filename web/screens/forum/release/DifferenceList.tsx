// How two schedules differ: new, moved and gone talks with where they were and where they are; the others counted.
import { Badge, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { LocalText } from '../../../parts/LocalText.tsx';
import { useWords } from '../grid/words.ts';
import type { Forum } from '../places.ts';

type Compared = Contract<'get', '/forums/:forumId/schedule/difference'>['answer'];
type Line = Compared['lines'][number];
const colours = { new: 'green', moved: 'yellow', gone: 'red', same: 'gray' } as const;

type Props = { forum: Forum; compared: Compared };

export function DifferenceList({ forum, compared }: Props) {
  const { t } = useTranslation('schedule');
  const { lines, from, to } = compared;
  const changed = lines.filter(({ change }) => change !== 'same');
  const stay = lines.length - changed.length;
  const count = (change: Line['change']) => lines.filter((line) => line.change === change).length;
  const [a, b] = [from === null ? t('difference.none') : `${from}`, to === null ? t('difference.working') : `${to}`];
  return (
    <Stack gap="xs">
      <Text fw={600}>{t(from === null ? 'difference.first' : 'difference.title', { from: a, to: b })}</Text>
      <Text size="sm">
        {t('difference.counts', { added: count('new'), moved: count('moved'), gone: count('gone'), stay })}
      </Text>
      {changed.length === 0 && lines.length > 0 && <Text size="sm">{t('difference.nothing')}</Text>}
      <List size="sm" spacing={4}>
        {changed.map((line) => (
          <List.Item key={line.talk}>
            <Badge color={colours[line.change]} variant="light">
              {t(`difference.${line.change}`)}
            </Badge>{' '}
            <LocalText of={line.organisation} /> ({line.country}) <Where forum={forum} line={line} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Where({ forum, line: { from, to, change } }: { forum: Forum; line: Line }) {
  const words = useWords(forum);
  return change === 'new' ? words.place(to) : `${words.place(from)} → ${words.place(to)}`;
}
