// What is due from me, across all my roles: the soonest first.
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList } from '../../api/query.ts';
import { usePlaces } from '../../app/places.ts';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { When } from '../../parts/When.tsx';
import { placeOf } from './task-places.ts';

type Task = ItemOf<'/me/tasks'>;
const aDay = 24 * 60 * 60 * 1000;

export function Home() {
  const { t } = useTranslation('home');
  const me = useMe();
  if (me?.roles.length !== 0) return <Due />;
  return (
    <Page title={t('title')} width={860}>
      <Empty text={t('noRole')} />
    </Page>
  );
}

function Due() {
  const { t } = useTranslation('home');
  const tasks = useList('/me/tasks', {});
  return (
    <Page title={t('title')} lead={t('lead')} width={860}>
      <Listing list={tasks} empty={<Empty text={t('empty')} />} exports={<ExportButton path="/me/tasks" />}>
        {(items) => (
          <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((task) => (
              <TaskCard key={`${task.kind} ${task.link} ${task.category}`} task={task} />
            ))}
          </Stack>
        )}
      </Listing>
      <Places />
    </Page>
  );
}

/** Where this person's roles work, whether something is due or not. */
function Places() {
  const { t } = useTranslation('home');
  const { t: inShell } = useTranslation();
  const places = usePlaces().filter(({ to }) => to !== '/');
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="places">
      <Title order={2} size="h4" id="places" mb="xs">
        {t('places')}
      </Title>
      <Group gap="xs">
        {places.map(({ to, key }) => (
          <Button key={to} component={Link} to={to} variant="default">
            {inShell(`nav.${key}`)}
          </Button>
        ))}
      </Group>
    </section>
  );
}

function TaskCard({ task }: { task: Task }) {
  const { t } = useTranslation('home');
  const { kind, title, count, country, dueAt, zone } = task;
  const isSoon = dueAt !== null && Date.parse(dueAt) - Date.now() < 3 * aDay;
  return (
    <Card withBorder component="li" padding="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text component={Link} to={placeOf(task)} fw={600} size="lg" td="underline" display="inline-block" mih={24}>
            {t(`task.${kind}`, { count })}
          </Text>
          <Text>
            <LocalText of={title} />
            {country !== null && ` · ${country}`}
            {task.category !== null && (
              <>
                {' · '}
                {task.categoryNames === null ? task.category : <LocalText of={task.categoryNames} />}
              </>
            )}
          </Text>
        </div>
        {isSoon && (
          <Badge color="orange">{t(dueAt !== null && Date.parse(dueAt) < Date.now() ? 'late' : 'soon')}</Badge>
        )}
      </Group>
      <Text size="sm" mt={4} component="div">
        {dueAt === null ? t('noInstant') : <When at={dueAt} zone={zone} relative />}
      </Text>
    </Card>
  );
}
