// A deadline that moves later, for all.
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { rulesOf } from '../../../parts/fields.ts';
import { When } from '../../../parts/When.tsx';
import type { Cycle } from '../CyclePage.tsx';
import { DayField } from '../DayField.tsx';
import { cutOffOf, localOf } from '../instants.ts';
import { ReasonField } from '../ReasonField.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';

type Props = { cycle: Cycle; phase: string; closesAt: string; onClose: () => void };

export function MoveDeadline({ cycle, phase, closesAt, onClose }: Props) {
  const { t } = useTranslation('cycles');
  const [at, setAt] = useState(localOf(closesAt, cycle.zone));
  const [reason, setReason] = useState('');
  const move = useAct('post', '/cycles/:cycleId/phases/:phase/move-deadline');
  const now = cycle.phases.find((one) => one.phase === phase)?.closesAt ?? null;
  const said = {
    params: { cycleId: cycle.cycleId, phase },
    body: { closesAt: cutOffOf(at, cycle.zone), reason },
  };
  return (
    <ChangeDialog
      title={t('move.title', { phase: t(`phase.${phase}`) })}
      lead={
        <>
          {t('move.lead')} {now !== null && <When at={now} zone={cycle.zone} />}
        </>
      }
      onClose={onClose}
      said={said}
      fields={(problem) => (
        <Stack gap="sm">
          <DayField
            label={t('move.to')}
            zone={cycle.zone}
            value={at}
            onChange={setAt}
            error={rulesOf(problem).closesAt}
          />
          <ReasonField value={reason} onChange={setReason} error={rulesOf(problem).reason} />
        </Stack>
      )}
      preview={() => ask('post', '/cycles/:cycleId/phases/:phase/move-deadline/preview', said)}
      act={() => move.mutateAsync(said)}
      confirm={t('move.confirm')}
    />
  );
}
