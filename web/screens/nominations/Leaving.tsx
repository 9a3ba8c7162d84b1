// Withdrawing a nomination, and objecting to its rejection: each says what it does, and asks for the reason.
import { Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import type { Submitted } from './Nomination.tsx';

const withdrawable = ['submitted', 'returned', 'rejection-proposed', 'forwarded'];

export function Leaving({ nomination }: { nomination: Submitted }) {
  const { status, objection, objectionEnds, nominationId } = nomination;
  const mayObject = status === 'rejected' && objection === null && objectionEnds !== null;
  return (
    <Group gap="xs">
      {mayObject && <WithReason nominationId={nominationId} kind="object" />}
      {withdrawable.includes(status) && <WithReason nominationId={nominationId} kind="withdraw" />}
    </Group>
  );
}

const paths = { object: '/nominations/:nominationId/object', withdraw: '/nominations/:nominationId/withdraw' } as const;

function WithReason({ nominationId, kind }: { nominationId: string; kind: keyof typeof paths }) {
  const { t } = useTranslation('nominations');
  const [reason, setReason] = useState('');
  const act = useAct('post', paths[kind]);
  const body = (
    <Stack gap="sm">
      <Text size="sm">{t(`leaving.${kind}.means`)}</Text>
      <Textarea
        label={t('leaving.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Stack>
  );
  return (
    <ConfirmButton
      variant="light"
      color={kind === 'withdraw' ? 'red' : undefined}
      title={t(`leaving.${kind}.title`)}
      body={body}
      confirm={t(`leaving.${kind}.act`)}
      act={() => act.mutateAsync({ params: { nominationId }, body: { reason } })}
    >
      {t(`leaving.${kind}.title`)}
    </ConfirmButton>
  );
}
