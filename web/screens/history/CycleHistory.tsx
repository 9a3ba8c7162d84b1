// All that was done in a cycle, the newest first.
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { HistoryOf } from '../../parts/HistoryOf.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';

export function CycleHistory() {
  const { t } = useTranslation('history');
  const cycleId = useParam('cycleId');
  const cycle = useView('/cycles/:cycleId', { params: { cycleId } });
  return (
    <Page title={t('cycleTitle')} over={<LocalText of={cycle.title} />} lead={t('cycleLead')} width={960}>
      <HistoryOf path="/cycles/:cycleId/history" params={{ cycleId }} zone={cycle.zone} />
    </Page>
  );
}
