// An officer's own part in a nomination: a counter-check where a country has one person only, and a conflict of interest.
import { Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Reason } from './Reason.tsx';

export function CounterCheck({ id, subject }: { id: string; subject: 'forwarding' | 'rejection' }) {
  const { t } = useTranslation('country');
  const act = useAct('post', '/nominations/:nominationId/counter-check');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      variant="outline"
      title={t('decide.counter.title')}
      confirm={t('decide.counter.act')}
      body={
        <Stack gap="xs">
          <Text>{t(`decide.counter.${subject}`)}</Text>
          <Reason value={reason} onChange={setReason} />
        </Stack>
      }
      act={() => act.mutateAsync({ params: { nominationId: id }, body: { subject, reason } })}
    >
      {t('decide.counter.act')}
    </ConfirmButton>
  );
}

const kinds = ['own-body', 'nominator', 'family', 'financial', 'adviser', 'other'] as const;

export function OfficerConflict({ id }: { id: string }) {
  const { t } = useTranslation('country');
  const navigate = useNavigate();
  // From then on this page is not there for who declared it.
  const onDone = () => void navigate({ to: '/' });
  const act = useAct('post', '/nominations/:nominationId/officer-conflict', { onDone });
  const [kind, setKind] = useState<(typeof kinds)[number]>('own-body');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      variant="outline"
      color="orange"
      title={t('decide.conflict.title')}
      confirm={t('decide.conflict.act')}
      body={
        <Stack gap="xs">
          <Text>{t('decide.conflict.means')}</Text>
          <Select
            label={t('decide.conflict.kind')}
            allowDeselect={false}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'other')}
            data={kinds.map((value) => ({ value, label: t(`decide.conflict.${value}`) }))}
          />
          <Reason value={reason} onChange={setReason} />
        </Stack>
      }
      act={() => act.mutateAsync({ params: { nominationId: id }, body: { kind, reason } })}
    >
      {t('decide.conflict.act')}
    </ConfirmButton>
  );
}
