// Who is late: countries in protocol order beside the steps, with who is next to act, the days left and the last contact.
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../../api/contract.ts';
import { useList } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { Empty } from '../../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../../parts/Listing.tsx';
import { useParam } from '../../../parts/params.ts';
import { CyclePage, useCycle } from '../CyclePage.tsx';
import { Nudge, type Only } from './Nudge.tsx';
import { ProgressCards } from './ProgressCards.tsx';
import { ProgressTable } from './ProgressTable.tsx';

export type Line = ItemOf<'/cycles/:cycleId/progress'>;
const shown = ['all', 'late'] as const;

export function Progress() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const [filter, setFilter] = useState<(typeof shown)[number]>('all');
  const [only, setOnly] = useState<Only | null>(null);
  const isNarrow = useMediaQuery('(max-width: 75em)');
  const mayWrite = holds(useMe(), 'secretariat', 'standby') && cycle.status === 'running';
  const params = { cycleId: cycle.cycleId };
  const query = { limit: 200, ...(filter === 'late' && { late: true }) };
  const lines = useList('/cycles/:cycleId/progress', { params, query });
  const late = lines.items.filter((line) => line.late).length;
  const View = isNarrow ? ProgressCards : ProgressTable;
  return (
    <CyclePage
      cycle={cycle}
      title={t('progress.title')}
      lead={t('progress.lead')}
      actions={
        mayWrite &&
        late > 0 && (
          <Button aria-haspopup="dialog" onClick={() => setOnly('all')}>
            {t('progress.nudge', { count: late })}
          </Button>
        )
      }
    >
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('progress.filter')}
          value={filter}
          onChange={(value) => setFilter(shown.find((one) => one === value) ?? 'all')}
          data={shown.map((value) => ({ value, label: t(`progress.${value}`) }))}
        />
        <Text size="sm" role="status">
          {lines.isLoading ? '' : t('progress.count', { count: late })}
        </Text>
      </Group>
      <Listing
        list={lines}
        empty={<Empty text={t('progress.nobody')} />}
        exports={
          <ExportButton
            path="/cycles/:cycleId/progress"
            params={params}
            query={filter === 'late' ? { late: true } : {}}
          />
        }
      >
        {(items) => <View lines={items} onNudge={mayWrite ? (line) => setOnly([line]) : undefined} />}
      </Listing>
      {only !== null && <Nudge cycleId={cycle.cycleId} only={only} onClose={() => setOnly(null)} />}
    </CyclePage>
  );
}
