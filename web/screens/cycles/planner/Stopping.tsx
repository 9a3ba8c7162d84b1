// A cycle suspended, resumed or cancelled: each shows first what it would do.
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { rulesOf } from '../../../parts/fields.ts';
import type { Cycle } from '../CyclePage.tsx';
import { DayField } from '../DayField.tsx';
import { cutOffOf, type Local, localOf } from '../instants.ts';
import { ReasonField } from '../ReasonField.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';

type Kind = 'suspend' | 'resume' | 'cancel';

export function Stopping({ cycle, mayCancel }: { cycle: Cycle; mayCancel: boolean }) {
  const { t } = useTranslation('cycles');
  const [open, setOpen] = useState<Kind | null>(null);
  const close = () => setOpen(null);
  const kinds: Kind[] = [
    ...(cycle.status === 'running' ? (['suspend'] as const) : []),
    ...(cycle.status === 'suspended' ? (['resume'] as const) : []),
    ...(mayCancel && (cycle.status === 'running' || cycle.status === 'suspended') ? (['cancel'] as const) : []),
  ];
  return (
    <>
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant={kind === 'resume' ? 'filled' : 'light'}
          color={kind === 'cancel' ? 'red' : undefined}
          aria-haspopup="dialog"
          onClick={() => setOpen(kind)}
        >
          {t(`${kind}.button`)}
        </Button>
      ))}
      {open === 'resume' && <Resume cycle={cycle} onClose={close} />}
      {(open === 'suspend' || open === 'cancel') && <Stop kind={open} cycle={cycle} onClose={close} />}
    </>
  );
}

function Stop({ kind, cycle, onClose }: { kind: 'suspend' | 'cancel'; cycle: Cycle; onClose: () => void }) {
  const { t } = useTranslation('cycles');
  const [reason, setReason] = useState('');
  const suspend = useAct('post', '/cycles/:cycleId/suspend');
  const cancel = useAct('post', '/cycles/:cycleId/cancel');
  const said = { params: { cycleId: cycle.cycleId }, body: { reason } };
  return (
    <ChangeDialog
      title={t(`${kind}.title`)}
      lead={t(`${kind}.lead`)}
      onClose={onClose}
      said={said}
      danger={kind === 'cancel'}
      fields={(problem) => <ReasonField value={reason} onChange={setReason} error={rulesOf(problem).reason} />}
      preview={() => ask('post', `/cycles/:cycleId/${kind}/preview`, said)}
      act={() => (kind === 'suspend' ? suspend : cancel).mutateAsync(said)}
      confirm={t(`${kind}.confirm`)}
    />
  );
}

/** Every open phase gets a new instant: as far later as the suspension has lasted, unless it is changed. */
function Resume({ cycle, onClose }: { cycle: Cycle; onClose: () => void }) {
  const { t } = useTranslation('cycles');
  const { zone } = cycle;
  const open = cycle.phases.filter(({ status, closesAt }) => status === 'open' && closesAt !== null);
  const [reason, setReason] = useState('');
  const [instants, setInstants] = useState<{ [phase: string]: Local }>(() =>
    Object.fromEntries(open.map(({ phase, closesAt }) => [phase, localOf(closesAt ?? '', zone)])),
  );
  const resume = useAct('post', '/cycles/:cycleId/resume');
  const closesAt = Object.fromEntries(Object.entries(instants).map(([phase, local]) => [phase, cutOffOf(local, zone)]));
  const said = { params: { cycleId: cycle.cycleId }, body: { reason, closesAt } };
  return (
    <ChangeDialog
      title={t('resume.title')}
      lead={t('resume.lead')}
      onClose={onClose}
      said={said}
      fields={(problem) => (
        <Stack gap="sm">
          {open.length === 0 && <Text size="sm">{t('resume.none')}</Text>}
          {open.map(({ phase }) => (
            <DayField
              key={phase}
              label={t('resume.closes', { phase: t(`phase.${phase}`) })}
              zone={zone}
              value={instants[phase] ?? { day: '', time: '' }}
              onChange={(value) => setInstants({ ...instants, [phase]: value })}
              error={rulesOf(problem)[`closesAt.${phase}`]}
            />
          ))}
          <ReasonField value={reason} onChange={setReason} error={rulesOf(problem).reason} />
        </Stack>
      )}
      preview={() => ask('post', '/cycles/:cycleId/resume/preview', said)}
      act={() => resume.mutateAsync(said)}
      confirm={t('resume.confirm')}
    />
  );
}
