// Where a delegate begins: the own country's delegation, of each cycle.
import { Card, Stack, Text } from '@mantine/core';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

export function Delegations() {
  const { t } = useTranslation('delegation');
  const held = useMe()?.roles.filter(({ role, country }) => role === 'delegate' && country !== null) ?? [];
  const cycles = useList('/cycles', {});
  const own = cycles.items.flatMap((cycle) =>
    held
      .filter(({ award }) => award === cycle.award)
      .map(({ country }) => ({
        cycle,
        iso2: country ?? '',
        to: `/cycles/${cycle.cycleId}/countries/${country}/delegation`,
      })),
  );
  const [first] = own;
  if (first !== undefined && own.length === 1 && cycles.more === undefined) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('own.title')} lead={t('own.lead')} width={860}>
      <Listing list={{ ...cycles, items: own }} empty={<Empty text={t('own.empty')} />}>
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ cycle, iso2, to }) => (
              <Card key={to} withBorder component="li">
                <Text component={Link} to={to} fw={600} size="lg" td="underline" display="inline-block" mih={24}>
                  <LocalText of={cycle.title} /> · {iso2}
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}
