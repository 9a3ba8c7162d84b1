// The cycles whose results the own country endorses.
import { Card, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

export function MyNotes() {
  const { t } = useTranslation('endorser');
  const cycles = useList('/cycles', {});
  return (
    <Page title={t('notes.title')} lead={t('notes.lead')} width={720}>
      <Listing list={cycles} empty={<Empty text={t('notes.empty')} />}>
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ cycleId, title, year }) => (
              <Card withBorder component="li" key={cycleId}>
                <Text component={Link} to={`/cycles/${cycleId}/endorse`} fw={600} td="underline" mih={24}>
                  <LocalText of={title} />
                </Text>
                <Text size="sm">{t('notes.year', { year })}</Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}
