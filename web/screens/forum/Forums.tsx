// The forums of one's awards, and planning a further one.
import { Anchor, Card, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { dayIn } from '../../parts/times.ts';
import { PlanForum } from './PlanForum.tsx';

export function Forums() {
  const { t, i18n } = useTranslation('forum');
  const me = useMe();
  const forums = useList('/forums', {});
  return (
    <Page
      title={t('forums.title')}
      lead={t('forums.lead')}
      width={860}
      actions={holds(me, 'secretariat') && <PlanForum />}
    >
      <Listing list={forums} empty={<Empty text={t('forums.empty')} />} exports={<ExportButton path="/forums" />}>
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map(({ forumId, name, day, venue, releases }) => (
              <Card key={forumId} component="li" withBorder padding="md">
                <Anchor component={Link} to={`/forums/${forumId}`} fw={600} size="lg" underline="always">
                  <LocalText of={name} />
                </Anchor>
                <Text>
                  <time dateTime={day}>{dayIn(`${day}T00:00:00Z`, 'UTC', i18n.language)}</time> ·{' '}
                  <LocalText of={venue} />
                </Text>
                <Text size="sm">{t('forums.releases', { count: releases })}</Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}
