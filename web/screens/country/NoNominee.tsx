// The country's word that it puts nobody forward in a category.
import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import type { useDesk } from './here.ts';

export function NoNominee({ here, category }: { here: ReturnType<typeof useDesk>; category: string }) {
  const { t } = useTranslation('country');
  const { cycleId, iso2 } = here;
  const declare = useAct('post', '/cycles/:cycleId/countries/:iso2/declare-no-nominee');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      mt="sm"
      variant="outline"
      title={t('signing.declare.title', { category: here.categoryName(category) })}
      confirm={t('signing.declare.act')}
      body={
        <Stack gap="xs">
          <Text>{t('signing.declare.means')}</Text>
          <Textarea
            label={t('decide.reason')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      }
      act={() => declare.mutateAsync({ params: { cycleId, iso2 }, body: { category, reason } })}
    >
      {t('signing.declare.act')}
    </ConfirmButton>
  );
}
