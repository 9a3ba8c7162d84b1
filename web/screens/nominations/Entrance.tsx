// The menu's line: straight to the nominations of the only running cycle, else a choice of cycles.
import { Anchor, Card, Stack, Text } from '@mantine/core';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { When } from '../../parts/When.tsx';

export function Entrance() {
  const { t } = useTranslation('nominations');
  const cycles = useList('/cycles', {});
  const countries = useMe()?.roles.flatMap(({ country }) => country ?? []) ?? [];
  // Whoever works for a country alone finds the cycles that it takes part in.
  const running = cycles.items.filter(
    (cycle) =>
      (cycle.status === 'running' || cycle.status === 'suspended') &&
      (countries.length === 0 || cycle.countries.some((iso2) => countries.includes(iso2))),
  );
  const [only] = running;
  if (only !== undefined && running.length === 1 && cycles.more === undefined)
    return <Navigate to={`/cycles/${only.cycleId}/nominations`} replace />;
  return (
    <Page title={t('entrance.title')} width={760}>
      <Listing list={{ ...cycles, items: running }} empty={<Empty text={t('entrance.empty')} />}>
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ cycleId, title, zone, phases }) => (
              <Card key={cycleId} component="li" withBorder>
                <Anchor component={Link} to={`/cycles/${cycleId}/nominations`} fw={600} mih={24}>
                  <LocalText of={title} />
                </Anchor>
                <Text size="sm" component="div">
                  <Taken until={openUntil(phases)} zone={zone} />
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}

const openUntil = (phases: ItemOf<'/cycles'>['phases']): string | null =>
  phases.find(({ phase, status }) => phase === 'nomination' && status === 'open')?.closesAt ?? null;

function Taken({ until, zone }: { until: string | null; zone: string }) {
  const { t } = useTranslation('nominations');
  if (until === null) return <>{t('entrance.notOpen')}</>;
  return (
    <>
      {t('entrance.open')} <When at={until} zone={zone} />
    </>
  );
}
