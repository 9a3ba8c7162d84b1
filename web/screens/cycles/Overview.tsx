// One cycle at a glance: its phases with their instants, its countries, and what ends it.
import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct, useList } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { type Cycle, CyclePage, useCycle } from './CyclePage.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const colours = { pending: 'gray', open: 'green', closed: 'lake' } as const;

export function Overview() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const me = useMe();
  const isOffice = holds(me, 'secretariat');
  return (
    <CyclePage
      cycle={cycle}
      title={t('overview.title')}
      lead={<StatusBadge status={cycle.status} />}
      actions={isOffice && <OfficeActs cycle={cycle} />}
    >
      <section aria-labelledby="phases">
        <Title order={2} size="h3" id="phases" mb="xs">
          {t('overview.phases')}
        </Title>
        <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {cycle.phases.map((phase) => (
            <PhaseCard key={phase.phase} phase={phase} cycle={cycle} mayClose={isOffice} />
          ))}
        </Stack>
      </section>
      <section aria-labelledby="countries">
        <Title order={2} size="h3" id="countries" mb="xs">
          {t('overview.countries', { count: cycle.countries.length })}
        </Title>
        <Countries cycle={cycle} />
      </section>
    </CyclePage>
  );
}

/** By name with the phase each is in, to those who look after all of them; else by code. */
function Countries({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation('cycles');
  const isOffice = holds(useMe(), 'secretariat', 'auditor');
  const params = { cycleId: cycle.cycleId };
  const desks = useList('/cycles/:cycleId/countries', { params }, { enabled: isOffice });
  if (!isOffice)
    return (
      <Group gap={6}>
        {cycle.countries.map((iso2) => (
          <Badge key={iso2} color="gray">
            {iso2}
          </Badge>
        ))}
      </Group>
    );
  return (
    <Listing
      list={desks}
      empty={<Empty text={t('overview.noCountries')} />}
      exports={<ExportButton path="/cycles/:cycleId/countries" params={params} />}
    >
      {(items) => (
        <Group gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map(({ iso2, names, phase }) => (
            <Card key={iso2} component="li" withBorder padding="xs">
              <Anchor
                component={Link}
                to={`/cycles/${cycle.cycleId}/countries/${iso2}`}
                mih={24}
                display="inline-block"
              >
                <LocalText of={names} />
              </Anchor>
              <Text size="sm">{phase === null ? t('overview.noPhase') : t(`phase.${phase}`)}</Text>
            </Card>
          ))}
        </Group>
      )}
    </Listing>
  );
}

type PhaseProps = { phase: Cycle['phases'][number]; cycle: Cycle; mayClose: boolean };

function PhaseCard({ phase, cycle, mayClose }: PhaseProps) {
  const { t } = useTranslation('cycles');
  const { opensAt, closesAt, status } = phase;
  const { zone } = cycle;
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        <Text fw={600}>{t(`phase.${phase.phase}`)}</Text>
        <Badge color={colours[status]}>{t(`phaseStatus.${status}`)}</Badge>
      </Group>
      <Group gap="xl" mt={4} align="flex-start">
        {opensAt !== null && (
          <Text size="sm" component="div">
            {t(status === 'pending' ? 'overview.opens' : 'overview.opened')} <When at={opensAt} zone={zone} />
          </Text>
        )}
        {closesAt !== null && (
          <Text size="sm" component="div">
            {t(status === 'closed' ? 'overview.plannedEnd' : 'overview.closes')}{' '}
            <When at={closesAt} zone={zone} relative={status === 'open'} />
          </Text>
        )}
        {opensAt === null && closesAt === null && <Text size="sm">{t('overview.noInstant')}</Text>}
      </Group>
      {mayClose && phase.phase === 'forum' && status === 'open' && <CloseForum cycleId={cycle.cycleId} />}
    </Card>
  );
}

/** The one phase that ends by nobody's clock: when the secretariat says that it is over. */
function CloseForum({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('cycles');
  const close = useAct('post', '/cycles/:cycleId/phases/:phase/close');
  return (
    <ConfirmButton
      mt="xs"
      variant="light"
      title={t('overview.closeForum')}
      body={t('overview.closeForumMeans')}
      confirm={t('overview.closeForum')}
      act={() => close.mutateAsync({ params: { cycleId, phase: 'forum' } })}
    >
      {t('overview.closeForum')}
    </ConfirmButton>
  );
}

function OfficeActs({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation('cycles');
  const archive = useAct('post', '/cycles/:cycleId/archive');
  const isClosed = (name: string) => cycle.phases.find(({ phase }) => phase === name)?.status === 'closed';
  const { cycleId } = cycle;
  return (
    <>
      {cycle.status === 'running' && (
        <Button component={Link} to={`/cycles/${cycleId}/progress`}>
          {t('overview.late')}
        </Button>
      )}
      <Button component={Link} to={`/cycles/${cycleId}/clone`} variant="light">
        {t('overview.clone')}
      </Button>
      {cycle.status === 'running' && isClosed('announcement') && isClosed('forum') && (
        <ConfirmButton
          variant="light"
          title={t('overview.archive')}
          body={t('overview.archiveMeans')}
          confirm={t('overview.archive')}
          act={() => archive.mutateAsync({ params: { cycleId }, body: {} })}
        >
          {t('overview.archive')}
        </ConfirmButton>
      )}
    </>
  );
}
