// Talks without a place: each can be taken into the hand; what is dropped here loses its place.
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../../parts/LocalText.tsx';
import type { Forum } from '../places.ts';
import classes from './ScheduleGrid.module.css';
import type { Arranging } from './useArranging.ts';

type Props = { arranging: Arranging; mayAct: boolean };

export function Tray({ arranging, mayAct }: Props) {
  const { t } = useTranslation('schedule');
  const { forum } = arranging;
  const { setNodeRef, isOver } = useDroppable({ id: 'tray' });
  const { unplaced } = forum;
  if (unplaced.length === 0 && !mayAct) return null;
  return (
    <div ref={setNodeRef} className={isOver ? classes.over : undefined}>
      <Alert color={unplaced.length === 0 ? 'gray' : 'orange'} title={t('unplaced', { count: unplaced.length })}>
        {mayAct && unplaced.length === 0 && <Text size="sm">{t('trayHint')}</Text>}
        <Stack gap="sm">
          {unplaced.map((one) => (
            <Waiting key={one.talk.id} one={one} arranging={arranging} mayAct={mayAct} />
          ))}
        </Stack>
      </Alert>
    </div>
  );
}

function Waiting({ one, arranging, mayAct }: Props & { one: Forum['unplaced'][number] }) {
  const { t } = useTranslation(['schedule', 'forum-quality']);
  const { talk, slots = 0, excluded, reasons } = one;
  const said =
    excluded?.map(({ rule, slots: count }) => t(`forum-quality:rule.${rule}`, { count, of: slots })) ?? reasons;
  const { held, words } = arranging;
  const { setNodeRef, listeners } = useDraggable({ id: talk.laureateId, disabled: !mayAct });
  const isHeld = held === talk.laureateId;
  return (
    <div>
      <Group gap="sm" align="center">
        <div ref={setNodeRef} {...listeners} className={mayAct ? classes.movable : undefined}>
          <Text fw={600}>
            <LocalText of={talk.organisation} /> ({talk.country})
          </Text>
        </div>
        {mayAct && (
          <Button
            size="compact-md"
            variant={isHeld ? 'filled' : 'default'}
            aria-pressed={isHeld}
            aria-label={t('placeIt', { talk: words.talk(talk.laureateId) })}
            onClick={() => (isHeld ? arranging.putBack() : arranging.pickUp(talk.laureateId))}
          >
            {t('place')}
          </Button>
        )}
      </Group>
      {said.map((reason) => (
        <Text key={reason} size="sm">
          {reason}
        </Text>
      ))}
    </div>
  );
}
