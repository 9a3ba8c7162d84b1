// The talk in the hand, and what can be done with it besides putting it down.
import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ScheduleGrid.module.css';
import { placeOf } from './trying.ts';
import type { Arranging } from './useArranging.ts';

export function HeldBar({ arranging, talk }: { arranging: Arranging; talk: string }) {
  const { t } = useTranslation('schedule');
  const { words, board } = arranging;
  const from = placeOf(board, talk);
  return (
    <Paper withBorder p="sm" className={classes.bar}>
      <Text fw={600}>{t('inHand', { talk: words.talk(talk), from: words.place(from) })}</Text>
      <Text size="sm" mb="xs">
        {t('chooseSlot')}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={arranging.putBack}>
          {t('putBack')}
        </Button>
        {from !== null && (
          <>
            <Button variant="default" onClick={() => arranging.togglePin(talk)}>
              {t('hold')}
            </Button>
            <Button variant="default" onClick={() => arranging.takeOff(talk)}>
              {t('takeOff')}
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}
