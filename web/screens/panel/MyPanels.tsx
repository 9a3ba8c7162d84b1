// The panels that I lead, and the cycles whose panels my desk keeps.
import { Anchor, Card, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useMaybeView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { StatusBadge } from './StatusBadge.tsx';

export function MyPanels() {
  const { t } = useTranslation('panel');
  const me = useMe();
  const led = (me?.roles ?? []).filter(({ role }) => role === 'chair' || role === 'deputy-chair');
  const keeps = holds(me, 'focal-point', 'approver', 'secretariat', 'auditor');
  return (
    <Page title={t('mine.title')} width={860}>
      <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {led.map(({ cycleId, group, role }) => (
          <Suspense
            key={`${cycleId}~${group}`}
            fallback={
              <li>
                <Loading />
              </li>
            }
          >
            <LedPanel panel={`${cycleId}~${group}`} role={role} />
          </Suspense>
        ))}
      </Stack>
      {led.length === 0 && !keeps && <Empty text={t('mine.empty')} />}
      {keeps && <KeptCycles />}
    </Page>
  );
}

function LedPanel({ panel, role }: { panel: string; role: string }) {
  const { t } = useTranslation('panel');
  const { data } = useMaybeView('/panels/:panel', { params: { panel } });
  if (data === undefined) return null;
  return (
    <Card withBorder component="li">
      <Anchor component={Link} to={`/panels/${panel}`} fw={600} size="lg">
        <PanelTitle cycleId={data.cycleId} category={data.category} country={data.country} />
      </Anchor>
      <Text size="sm">{t(role === 'chair' ? 'mine.chair' : 'mine.deputy')}</Text>
      <StatusBadge status={data.status} />
    </Card>
  );
}

function KeptCycles() {
  const { t } = useTranslation('panel');
  const cycles = useList('/cycles', {});
  return (
    <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {cycles.items.map(({ cycleId, title }) => (
        <Card key={cycleId} withBorder component="li">
          <Anchor component={Link} to={`/cycles/${cycleId}/panels`} fw={600} size="lg">
            {t('panels.title')}: <LocalText of={title} />
          </Anchor>
        </Card>
      ))}
    </Stack>
  );
}
