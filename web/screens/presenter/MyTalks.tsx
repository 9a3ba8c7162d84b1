// The talks that one was asked to give.
import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';

export function MyTalks() {
  const { t } = useTranslation('presenter');
  const { items } = useView('/me/talks', {});
  return (
    <Page title={t('mine.title')} width={720}>
      {items.length === 0 && <Empty text={t('mine.empty')} />}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map(({ id, forum, organisation, status }) => (
          <Card withBorder component="li" key={id}>
            <Group justify="space-between">
              <Text component={Link} to={`/talks/${id}`} fw={600} td="underline" mih={24}>
                <LocalText of={forum.name} />
              </Text>
              <Badge>{t(`status.${status}`)}</Badge>
            </Group>
            <Text>
              <LocalText of={organisation} />
            </Text>
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
