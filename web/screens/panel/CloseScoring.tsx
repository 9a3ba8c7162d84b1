// Closes scoring that is due; the process does it by itself too.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import type { PanelOf } from './Decision.tsx';
import { roundFollows } from './Rounds.tsx';

export function CloseScoring({ panel }: { panel: PanelOf }) {
  const { t } = useTranslation('panel');
  const close = useAct('post', '/panels/:panel/close-scoring');
  return (
    <ConfirmButton
      variant="default"
      title={t('close.title')}
      body={<Text>{t(roundFollows(panel) ? 'close.meansRound' : 'close.means')}</Text>}
      confirm={t('close.confirm')}
      act={() => close.mutateAsync({ params: { panel: panel.id }, body: { round: panel.round } })}
    >
      {t('close.title')}
    </ConfirmButton>
  );
}
