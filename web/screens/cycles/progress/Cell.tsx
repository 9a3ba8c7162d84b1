// One step of one country: its state in a word, until when, who is next to act, when one of them was last heard of or written to.
import { Badge, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session.ts';
import { fromNow, instantIn, ownZone } from '../../../parts/times.ts';
import type { Line } from './Progress.tsx';

const colours = { upcoming: 'gray', waiting: 'lake', paused: 'gray', done: 'green', over: 'gray' } as const;

type Props = { line: Line; onNudge: ((line: Line) => void) | undefined; long?: boolean };

export function Cell({ line, onNudge, long = false }: Props) {
  const { t, i18n } = useTranslation('cycles');
  const { state, late, owed, due, daysLeft, next, lastContact } = line;
  const zone = useMe()?.zone ?? ownZone();
  const [first, ...others] = next;
  const waits = state === 'waiting';
  return (
    <Stack gap={2} align="flex-start">
      <Badge color={late ? 'orange' : colours[state]} size="md">
        {late ? t('progress.isLate') : t(`progressState.${state}`)}
      </Badge>
      {waits && daysLeft !== null && due !== null && (
        <Text size="sm" title={instantIn(due.at, due.zone, i18n.language)}>
          {t('progress.owed', { count: owed })} · {t('progress.daysLeft', { count: daysLeft })}
          {long && <> · {instantIn(due.at, due.zone, i18n.language)}</>}
        </Text>
      )}
      {first !== undefined && (
        <Text size="sm">
          {t('progress.next', { name: first.name, part: t(`part.${first.part}`) })}
          {others.length > 0 && ` ${t('progress.others', { count: others.length })}`}
        </Text>
      )}
      {waits && first === undefined && <Text size="sm">{t('progress.noActor')}</Text>}
      {waits && (
        <Text size="sm" title={lastContact === null ? undefined : instantIn(lastContact, zone, i18n.language)}>
          {lastContact === null
            ? t('progress.noContact')
            : t('progress.contact', { when: fromNow(lastContact, i18n.language) })}
        </Text>
      )}
      {late && onNudge && first !== undefined && (
        <Button size="compact-sm" variant="light" aria-haspopup="dialog" onClick={() => onNudge(line)}>
          {t('progress.nudgeOne')}
        </Button>
      )}
    </Stack>
  );
}
