// A talk as it stands in the grid: whose it is, who speaks, whether it is held, and how much speaks against its place.
import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPinFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../../parts/LocalText.tsx';
import type { Forum } from '../places.ts';
import classes from './ScheduleGrid.module.css';

type Props = {
  talk: Forum['placements'][number]['talk'];
  pinned: boolean;
  clashes: number;
  /** What is said instead of who speaks, while another talk is in the hand. */
  children?: ReactNode;
};

export function TalkCard({ talk, pinned, clashes, children }: Props) {
  const { t } = useTranslation('schedule');
  return (
    <>
      <Text size="sm" fw={600} lh={1.3}>
        <LocalText of={talk.organisation} /> ({talk.country})
      </Text>
      <Group gap={6} wrap="wrap">
        <Text size="xs">{children || (talk.presenter?.name ?? t('unknownPerson'))}</Text>
        {pinned && (
          <Text size="xs" fw={600} component="span" style={{ whiteSpace: 'nowrap' }}>
            <IconPinFilled size={12} aria-hidden /> {t('held')}
          </Text>
        )}
        {clashes > 0 && (
          <Text size="xs" fw={600} component="span" className={classes.warns} style={{ whiteSpace: 'nowrap' }}>
            <IconAlertTriangle size={12} aria-hidden /> {t('clashes', { count: clashes })}
          </Text>
        )}
      </Group>
    </>
  );
}
