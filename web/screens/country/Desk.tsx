// A country's desk: where it stands, what is left of its quota, and the nominations that wait for somebody there.
import { Badge, Card, Group, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList, useMaybeView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { When } from '../../parts/When.tsx';
import { DeskPage } from './DeskPage.tsx';
import { useDesk } from './here.ts';
import { StatusBadge } from './StatusBadge.tsx';

type Here = ReturnType<typeof useDesk>;
type Row = ItemOf<'/cycles/:cycleId/nominations'>;

export function Desk() {
  const { t } = useTranslation('country');
  const here = useDesk();
  const { desk } = here;
  const closes = desk.phase === null ? undefined : desk.deadlines[desk.phase];
  const lead = (
    <Group gap="xs">
      <Badge>{desk.phase === null ? t('desk.noPhase') : t(`phase.${desk.phase}`)}</Badge>
      {closes && (
        <span>
          {t('desk.closes')} <When at={closes.at} zone={closes.zone} relative />
        </span>
      )}
    </Group>
  );
  return (
    <DeskPage
      here={here}
      title={t('desk.title')}
      lead={lead}
      actions={
        <HistoryButton
          path="/cycles/:cycleId/countries/:iso2/history"
          params={{ cycleId: here.cycleId, iso2: here.iso2 }}
          of={here.say(desk.names)}
          zone={desk.zone}
        />
      }
    >
      {desk.dispensations.map(({ step, category, ends }) => (
        <Text key={`${step} ${category}`}>
          {t('desk.dispensation', { step: t(`phase.${step}`) })}
          {category === null ? '' : ` (${here.categoryName(category)})`} <When at={ends.at} zone={ends.zone} />
        </Text>
      ))}
      <Categories here={here} />
      <Queue here={here} />
    </DeskPage>
  );
}

function Categories({ here }: { here: Here }) {
  const { t } = useTranslation('country');
  const drafts = useDraftCounts(here);
  return (
    <section aria-labelledby="categories">
      <Title order={2} size="h4" id="categories" mb="xs">
        {t('desk.categories')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {here.desk.categories.map(({ category, status, quota, counts }) => (
          <Card key={category} withBorder>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Text fw={600}>{here.categoryName(category)}</Text>
              <Badge color={status === 'open' ? 'lake' : 'gray'} miw="max-content">
                {t(`categoryStatus.${status}`)}
              </Badge>
            </Group>
            <Text mt="xs">{t('desk.quota', { used: quota.used, cap: quota.cap, left: quota.cap - quota.used })}</Text>
            <Progress
              value={quota.cap === 0 ? 0 : (100 * quota.used) / quota.cap}
              aria-label={t('desk.quota', { used: quota.used, cap: quota.cap, left: quota.cap - quota.used })}
              mt={4}
            />
            {drafts !== null && (
              <Text size="sm" mt="xs">
                {t('desk.drafts', { count: drafts.get(category) ?? 0 })}
              </Text>
            )}
            <Group gap={6} mt="sm">
              {Object.entries(counts).map(([state, count]) =>
                count === 0 ? null : (
                  <Badge key={state} color="gray" variant="outline">
                    {t(`status.${state}`)}: {count}
                  </Badge>
                ),
              )}
            </Group>
          </Card>
        ))}
      </SimpleGrid>
    </section>
  );
}

/** How many forms are being written by category, never which; null to those whom it is not told. */
function useDraftCounts({ cycleId, iso2, roles }: Here): Map<string, number> | null {
  const asked = { params: { cycleId }, query: { limit: 200 } };
  const { data } = useMaybeView('/cycles/:cycleId/drafts/counts', asked, { enabled: roles.has('secretariat') });
  const own = data?.items.filter(({ country }) => country === iso2);
  return own === undefined ? null : new Map(own.map(({ category, drafts }) => [category, drafts]));
}

/** What waits for the desk stands first. */
const order = ['rejection-proposed', 'submitted', 'returned', 'forwarded', 'rejected', 'disqualified', 'withdrawn'];

function Queue({ here }: { here: Here }) {
  const { t } = useTranslation('country');
  const { cycleId, iso2 } = here;
  const asked = { params: { cycleId }, query: { country: iso2 } };
  const nominations = useList('/cycles/:cycleId/nominations', asked);
  const sorted = nominations.items.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return (
    <section aria-labelledby="queue">
      <Title order={2} size="h4" id="queue" mb="xs">
        {t('queue.title')}
      </Title>
      <Listing
        list={{ ...nominations, items: sorted }}
        empty={<Empty text={t('queue.empty')} to={`/cycles/${cycleId}/nominations`} action={t('queue.start')} />}
        exports={<ExportButton path="/cycles/:cycleId/nominations" {...asked} />}
      >
        {(items) => <QueueTable items={items} here={here} />}
      </Listing>
    </section>
  );
}

function QueueTable({ items, here }: { items: Row[]; here: Here }) {
  const { t } = useTranslation('country');
  return (
    <>
      <Table visibleFrom="sm" verticalSpacing="sm" captionSide="top">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('queue.organisation')}</Table.Th>
            <Table.Th>{t('queue.category')}</Table.Th>
            <Table.Th>{t('queue.state')}</Table.Th>
            <Table.Th>{t('queue.checks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((row) => (
            <Table.Tr key={row.nominationId}>
              <Table.Td>
                <Named row={row} />
              </Table.Td>
              <Table.Td>{here.categoryName(row.category)}</Table.Td>
              <Table.Td>
                <StatusBadge status={row.status} />
              </Table.Td>
              <Table.Td>
                <Checks row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="sm" component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((row) => (
          <Card key={row.nominationId} withBorder component="li">
            <Named row={row} />
            <Text size="sm">{here.categoryName(row.category)}</Text>
            <Group gap="xs" mt={6}>
              <StatusBadge status={row.status} />
              <Text size="sm">
                {t('queue.checks')}: <Checks row={row} />
              </Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </>
  );
}

const Named = ({ row }: { row: Row }) => (
  <>
    <Text
      component={Link}
      to={`/nominations/${row.nominationId}/screening`}
      fw={600}
      td="underline"
      display="inline-block"
      mih={24}
    >
      <LocalText of={row.organisation} />
    </Text>
    <Text size="sm">
      <LocalText of={row.title} />
    </Text>
  </>
);

function Checks({ row: { checks } }: { row: Row }) {
  const { t } = useTranslation('country');
  const open = checks.of - checks.passed - checks.failed;
  return <>{t('queue.checked', { passed: checks.passed, failed: checks.failed, open })}</>;
}
