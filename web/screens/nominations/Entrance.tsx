// The menu's line: straight to the nominations of the only running cycle, else a choice of cycles.
import { Anchor, Card, Stack, Text } from '@mantine/core';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

export function Entrance() {
  const { t } = useTranslation('nominations');
  const cycles = useList('/cycles', {});
  const running = cycles.items.filter(({ status }) => status === 'running' || status === 'suspended');
  const [only] = running;
  if (only !== undefined && running.length === 1 && cycles.more === undefined)
    return <Navigate to={`/cycles/${only.cycleId}/nominations`} replace />;
  return (
    <Page title={t('entrance.title')} width={760}>
      <Listing list={{ ...cycles, items: running }} empty={<Empty text={t('entrance.empty')} />}>
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ cycleId, title, year }) => (
              <Card key={cycleId} component="li" withBorder>
                <Anchor component={Link} to={`/cycles/${cycleId}/nominations`} fw={600} mih={24}>
                  <LocalText of={title} />
                </Anchor>
                <Text size="sm">{year}</Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}
