// A change of the dossier that waits for leave: who leads the panel sees what it changes, and gives or refuses it.
import { Alert, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Changes } from '../country/Changes.tsx';

export function Amendment({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation('panel');
  const { data } = useMaybeView('/nominations/:nominationId', { params: { nominationId } });
  const isPending = Boolean(data?.amendment);
  const changed = useMaybeView(
    '/nominations/:nominationId/changes',
    { params: { nominationId }, query: { to: 'pending' } },
    { enabled: isPending },
  );
  const [reason, setReason] = useState('');
  const allow = useAct('post', '/nominations/:nominationId/amendment/allow');
  const refuse = useAct('post', '/nominations/:nominationId/amendment/refuse');
  if (!data?.amendment) return null;
  const params = { nominationId };
  const why = (
    <Stack>
      <Text>{t('amendment.refuseMeans')}</Text>
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Stack>
  );
  return (
    <Alert color="orange" title={t('amendment.title')}>
      <Text mb="sm">{data.amendment.reason}</Text>
      {changed.data && <Changes changes={changed.data} />}
      <Group mt="md">
        <ConfirmButton
          title={t('amendment.allow')}
          body={<Text>{t('amendment.allowMeans')}</Text>}
          confirm={t('amendment.allow')}
          act={() => allow.mutateAsync({ params, body: {} })}
        >
          {t('amendment.allow')}
        </ConfirmButton>
        <ConfirmButton
          variant="default"
          title={t('amendment.refuse')}
          body={why}
          confirm={t('amendment.refuse')}
          act={() => refuse.mutateAsync({ params, body: { reason } })}
        >
          {t('amendment.refuse')}
        </ConfirmButton>
      </Group>
    </Alert>
  );
}
