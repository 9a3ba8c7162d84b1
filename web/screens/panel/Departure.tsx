// A decision that departs from the ranking: why, and the ranking beside it.
import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import type { PanelOf } from './Decision.tsx';
import { useStanding } from './standing.ts';

export function Departure({ reason, panel }: { reason: string; panel: PanelOf }) {
  const { t } = useTranslation('panel');
  const { seesBoard } = useStanding(panel);
  const { data } = useMaybeView('/panels/:panel/board', { params: { panel: panel.id } }, { enabled: seesBoard });
  const ranked = (data?.entries ?? []).filter(({ rank }) => rank !== null);
  return (
    <Alert color="orange" variant="light" title={t('decision.departed', { reason })}>
      {ranked.length > 0 && (
        <>
          <Text size="sm">{t('decision.ranking')}</Text>
          <List size="sm" listStyleType="none">
            {ranked.map(({ nominationId, organisation, rank, shown }) => (
              <List.Item key={nominationId}>
                <LocalText of={organisation} />: {t('decision.ranked', { rank, shown })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}
