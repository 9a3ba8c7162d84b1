// Where what is written now stands: on the server, on this device, or on its way.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { Saved } from './sheet-state.ts';

export function SavedLine({ saved }: { saved: Saved }) {
  const { t, i18n } = useTranslation('judge');
  if (saved.how === 'failed' && saved.problem.code !== 'draft-conflict')
    return <ProblemAlert problem={saved.problem} />;
  return (
    <Text size="sm" role="status" mih={22}>
      {saved.how === 'saved'
        ? t('saved.saved', {
            time: new Intl.DateTimeFormat(i18n.language, {
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            }).format(new Date(saved.at)),
          })
        : t(`saved.${saved.how}`)}
    </Text>
  );
}
