// An entry before the panel: its name, and its place in the ranking or why it has none.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { LocalText } from '../../parts/LocalText.tsx';

type Entry = ItemOf<'/cycles/:cycleId/board'>['entries'][number];

export function RankedEntry({ entry, children }: { entry: Entry; children?: ReactNode }) {
  const { t } = useTranslation('panel');
  const { rank, shown, unranked, organisation } = entry;
  return (
    <div>
      <Text fw={600}>
        <LocalText of={organisation} />
      </Text>
      <Text size="sm">
        {rank === null ? t(`unranked.${unranked ?? 'below-threshold'}`) : t('decision.ranked', { rank, shown })}
      </Text>
      {children}
    </div>
  );
}
