// Who speaks: invited, confirmed, declined; and laureates for whom nobody is invited yet.
import { Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { type List, useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { When } from '../../parts/When.tsx';
import { Section } from '../results/Section.tsx';
import { InvitePresenter } from './InvitePresenter.tsx';
import type { Forum } from './places.ts';

type Talk = ItemOf<'/forums/:forumId/talks'>;
const colours: { [status: string]: string } = { confirmed: 'green', presented: 'green', invited: 'orange' };
const path = '/forums/:forumId/talks';

export function Talks({ forum, talks, mayAct }: { forum: Forum; talks: List<Talk>; mayAct: boolean }) {
  const { t } = useTranslation('forum');
  const { forumId, cycleId } = forum;
  const laureates = useList(
    '/cycles/:cycleId/laureates',
    { params: { cycleId: cycleId ?? '' }, query: { limit: 200 } },
    { enabled: mayAct && cycleId !== null },
  );
  const asked = new Set(talks.items.map(({ laureateId }) => laureateId));
  const waiting = laureates.items.filter(
    ({ laureateId, place, current, endorsedAt, answer }) =>
      place === 'laureate' && current && endorsedAt !== null && answer !== 'declined' && !asked.has(laureateId),
  );
  return (
    <Section title={t('talks.title')}>
      {waiting.length > 0 && (
        <Stack gap="xs">
          <Text fw={600}>{t('talks.waiting', { count: waiting.length })}</Text>
          {waiting.map((one) => (
            <Group key={one.laureateId} justify="space-between">
              <span>
                <LocalText of={one.organisation} /> ({one.country})
              </span>
              <InvitePresenter forumId={forumId} laureateId={one.laureateId} />
            </Group>
          ))}
        </Stack>
      )}
      <Listing
        list={talks}
        empty={<Empty text={t('talks.empty')} />}
        exports={<ExportButton path={path} params={{ forumId }} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((talk) => (
              <Card key={talk.id} component="li" withBorder padding="sm">
                <Group justify="space-between" align="flex-start">
                  <div>
                    <Title order={3} size="h5">
                      <Anchor component={Link} to={`/talks/${talk.id}`} underline="always" inherit>
                        <LocalText of={talk.organisation} />
                      </Anchor>{' '}
                      ({talk.country})
                    </Title>
                    <Text size="sm">
                      {talk.presenter?.name ?? t('talks.nobody')}
                      {talk.topics.map((topic) => (
                        <span key={JSON.stringify(topic.title)}>
                          {' · '}
                          <LocalText of={topic.title} />
                        </span>
                      ))}
                    </Text>
                    {talk.status === 'invited' && (
                      <Text size="sm" component="div">
                        {t('talks.answerBy')} <When at={talk.answerBy} zone={talk.zone} relative />
                      </Text>
                    )}
                  </div>
                  <Group gap="xs">
                    {talk.status === 'confirmed' && (
                      <Badge variant="light" color={talk.slidesState === 'there' ? 'green' : 'gray'}>
                        {t(`talks.slides.${talk.slidesState}`)}
                      </Badge>
                    )}
                    <Badge color={colours[talk.status] ?? 'gray'}>{t(`talkStatus.${talk.status}`)}</Badge>
                  </Group>
                </Group>
                {mayAct && (talk.status === 'declined' || talk.status === 'lapsed') && (
                  <Group mt="xs">
                    <InvitePresenter forumId={forumId} laureateId={talk.laureateId} replaces={talk.id} />
                  </Group>
                )}
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Section>
  );
}
