// The cycles of the awards one has a part in, the newest first.
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { When } from '../../parts/When.tsx';
import { EarlierOfAwards } from '../organisations/EarlierOfAwards.tsx';
import { StatusBadge } from './StatusBadge.tsx';

type Cycle = ItemOf<'/cycles'>;

export function Cycles() {
  const { t } = useTranslation('cycles');
  const cycles = useList('/cycles', {});
  const me = useMe();
  const mayPlan = holds(me, 'secretariat');
  const plan = mayPlan && (
    <Button component={Link} to="/cycles/new">
      {t('list.plan')}
    </Button>
  );
  const empty = mayPlan ? (
    <Empty text={t('list.empty')} to="/cycles/new" action={t('list.plan')} />
  ) : holds(me, 'administrator') ? (
    <Empty text={t('list.noOffice')} to="/people" action={t('list.invite')} />
  ) : (
    <Empty text={t('list.nothing')} />
  );
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={plan} width={900}>
      <Listing list={cycles} empty={empty} exports={<ExportButton path="/cycles" />}>
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((cycle) => (
              <CycleCard key={cycle.cycleId} cycle={cycle} />
            ))}
          </Stack>
        )}
      </Listing>
      {holds(me, 'administrator') && <EarlierOfAwards />}
    </Page>
  );
}

function CycleCard({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation('cycles');
  const open = cycle.phases.filter(({ status }) => status === 'open');
  const next = open.find(({ closesAt }) => closesAt !== null);
  return (
    <Card withBorder component="li" padding="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text
          component={Link}
          to={`/cycles/${cycle.cycleId}`}
          fw={600}
          size="lg"
          td="underline"
          display="inline-block"
          mih={24}
        >
          <LocalText of={cycle.title} />
        </Text>
        <StatusBadge status={cycle.status} />
      </Group>
      <Text size="sm">
        {t('list.about', { number: cycle.number, year: cycle.year, countries: cycle.countries.length })}
      </Text>
      <Group gap="xs" mt={4}>
        {open.map(({ phase }) => (
          <Badge key={phase}>{t(`phase.${phase}`)}</Badge>
        ))}
        {open.length === 0 && <Text size="sm">{t('list.noPhase')}</Text>}
      </Group>
      {next?.closesAt != null && (
        <Text size="sm" mt={4} component="div">
          {t('list.closes', { phase: t(`phase.${next.phase}`) })} <When at={next.closesAt} zone={cycle.zone} relative />
        </Text>
      )}
    </Card>
  );
}
