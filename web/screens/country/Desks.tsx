// The desks that a person works at: one for each cycle and country; where there is one only, it opens at once.
import { Card, Stack, Text } from '@mantine/core';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

const deskRoles = ['focal-point', 'screener', 'approver'];

export function Desks() {
  const { t } = useTranslation('country');
  const me = useMe();
  const cycles = useList('/cycles', {});
  const held = me?.roles.filter(({ role, country }) => deskRoles.includes(role) && country !== null) ?? [];
  const desks = cycles.items.flatMap((cycle) => {
    const own = held.filter(({ award }) => award === cycle.award).flatMap(({ country }) => country ?? []);
    return [...new Set(own)]
      .filter((iso2) => cycle.countries.includes(iso2))
      .map((iso2) => ({ cycle, iso2, place: `/cycles/${cycle.cycleId}/countries/${iso2}` }));
  });
  const running = desks.filter(({ cycle }) => cycle.status === 'running');
  const [first] = running;
  if (first !== undefined && running.length === 1 && cycles.more === undefined)
    return <Navigate to={first.place} replace />;
  return (
    <Page title={t('desks.title')} lead={t('desks.lead')} width={860}>
      <Listing list={{ ...cycles, items: desks }} empty={<Empty text={t('desks.empty')} />}>
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ cycle, iso2, place }) => (
              <Card key={place} withBorder component="li">
                <Text component={Link} to={place} fw={600} size="lg" td="underline" display="inline-block" mih={24}>
                  <LocalText of={cycle.title} /> · {iso2}
                </Text>
                <Text size="sm">{t(`cycleStatus.${cycle.status}`)}</Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}
