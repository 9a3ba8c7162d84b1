// Closes scoring that is due; the process does it by itself too.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';

export function CloseScoring({ id }: { id: string }) {
  const { t } = useTranslation('panel');
  const close = useAct('post', '/panels/:panel/close-scoring');
  return (
    <ConfirmButton
      variant="default"
      title={t('close.title')}
      body={<Text>{t('close.means')}</Text>}
      confirm={t('close.confirm')}
      act={() => close.mutateAsync({ params: { panel: id }, body: {} })}
    >
      {t('close.title')}
    </ConfirmButton>
  );
}
