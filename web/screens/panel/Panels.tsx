// The panels of a cycle; the focal point invites the country's judges here and forms its panels.
import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList, useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { FormPanel } from './FormPanel.tsx';
import { InviteJudges } from './InviteJudges.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { StatusBadge } from './StatusBadge.tsx';

export function Panels() {
  const { t } = useTranslation('panel');
  const cycleId = useParam('cycleId');
  const me = useMe();
  const cycle = useView('/cycles/:cycleId', { params: { cycleId } });
  const panels = useList('/cycles/:cycleId/panels', { params: { cycleId } });
  const country = me?.roles.find(({ role }) => role === 'focal-point')?.country ?? null;
  const national = cycle.scope === 'national';
  const forms = national ? country !== null : holds(me, 'secretariat');
  return (
    <Page title={t('panels.title')} over={<LocalText of={cycle.title} />} lead={t('panels.lead')} width={960}>
      <Listing
        list={panels}
        empty={<Empty text={t(forms ? 'panels.emptyForms' : 'panels.empty')} />}
        exports={<ExportButton path="/cycles/:cycleId/panels" params={{ cycleId }} />}
      >
        {(items) => (
          <Stack component="ul" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
            {items.map((panel) => (
              <Card key={panel.id} withBorder component="li" padding="md">
                <Group justify="space-between">
                  <Anchor component={Link} to={`/panels/${panel.id}`} fw={600} size="lg">
                    <PanelTitle {...panel} />
                  </Anchor>
                  <StatusBadge status={panel.status} />
                </Group>
                <Text size="sm">
                  {t('panels.entries', { count: panel.entries.length })} ·{' '}
                  {t('panels.judges', { count: panel.judges.length })}
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
      {forms && (
        <>
          <Title order={2} size="h3">
            {t('invite.title')}
          </Title>
          <InviteJudges cycleId={cycleId} country={national ? country : null} />
          <Title order={2} size="h3">
            {t('form.title')}
          </Title>
          <FormPanel cycleId={cycleId} country={national ? country : null} formed={panels.items} />
        </>
      )}
    </Page>
  );
}
