// Who reads which entry of a panel: asked for, watched, looked at before anybody is told, and released.
import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam } from '../../parts/params.ts';
import { useAwardNames } from './award-names.ts';
import { Frame } from './Frame.tsx';
import { Section } from './Section.tsx';
import { Working } from './Working.tsx';

type Plan = Contract<'get', '/panels/:panel/assignment'>['answer'];

export function Assignment() {
  const { t } = useTranslation('results');
  const panel = useParam('panel');
  const [cycleId = '', group = ''] = panel.split('~');
  const names = useAwardNames(cycleId);
  const plan = useView('/panels/:panel/assignment', { params: { panel } });
  return (
    <Frame cycleId={cycleId} title={t('assignment.title', { group: names.group(group) })} lead={t('assignment.lead')}>
      <Next panel={panel} plan={plan} />
      <Section title={t('assignment.entries')}>
        {plan.entries.length === 0 ? (
          <Empty text={t('assignment.noEntries')} />
        ) : (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {plan.entries.map((entry) => (
              <Entry key={entry.nominationId} entry={entry} plan={plan} country={names.country(entry.country)} />
            ))}
          </Stack>
        )}
      </Section>
      <Section title={t('assignment.judges')}>
        <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {plan.judges.map(({ judgeId, name, country, reserve, accepted, capacity, load }) => (
            <li key={judgeId}>
              <Text component="span" fw={600}>
                {name}
              </Text>{' '}
              {country !== null && `${names.country(country)} · `}
              {capacity === null
                ? t('judges.entries', { count: load })
                : t('assignment.loadOf', { count: load, capacity })}
              {reserve && ` · ${t('assignment.reserve')}`}
              {!accepted && ` · ${t('judgeStatus.invited')}`}
            </li>
          ))}
        </Stack>
      </Section>
    </Frame>
  );
}

/** What to do next, by what stands. */
function Next({ panel, plan }: { panel: string; plan: Plan }) {
  const { t } = useTranslation('results');
  const request = useAct('post', '/panels/:panel/assignment/request');
  const release = useAct('post', '/panels/:panel/assignment/release');
  const params = { panel };
  if (plan.status === 'requested' && plan.proposalId !== null)
    return (
      <Working
        proposalId={plan.proposalId}
        onAgain={(replaces) => request.mutateAsync({ params, body: { replaces } })}
      />
    );
  const proposed = plan.entries.reduce((sum, entry) => sum + entry.proposed.length, 0);
  if (plan.status === 'proposed')
    return (
      <Alert title={t('assignment.proposed', { count: proposed })} color={plan.emptySeats === 0 ? 'green' : 'orange'}>
        <Stack gap="sm" align="flex-start">
          <Text>
            {plan.emptySeats === 0
              ? t('assignment.full', { seats: plan.seats })
              : t('assignment.emptySeats', { count: plan.emptySeats ?? 0 })}
          </Text>
          <Group>
            <ConfirmButton
              title={t('assignment.release')}
              body={t('assignment.releaseMeans', { count: proposed })}
              confirm={t('assignment.release')}
              act={() => release.mutateAsync({ params, body: {} })}
            >
              {t('assignment.release')}
            </ConfirmButton>
            <Button variant="default" loading={request.isPending} onClick={() => request.mutate({ params, body: {} })}>
              {t('assignment.again')}
            </Button>
          </Group>
          <ProblemAlert problem={request.error} />
        </Stack>
      </Alert>
    );
  return (
    <div>
      <Button loading={request.isPending} onClick={() => request.mutate({ params, body: {} })}>
        {t('assignment.request')}
      </Button>
      <ProblemAlert problem={request.error} />
    </div>
  );
}

function Entry({ entry, plan, country }: { entry: Plan['entries'][number]; plan: Plan; country: string }) {
  const { t } = useTranslation('results');
  const nameOf = (id: string) => plan.judges.find(({ judgeId }) => judgeId === id)?.name || t('erased');
  const missing = plan.seats - entry.released.length - entry.proposed.length;
  return (
    <Card component="li" withBorder padding="sm">
      <Title order={3} size="h5">
        <LocalText of={entry.organisation} />
      </Title>
      <Text size="sm">{country}</Text>
      <Group gap="xs" mt={4}>
        {entry.released.map((id) => (
          <Badge key={id} tt="none" size="lg" color="green">
            {nameOf(id)}
          </Badge>
        ))}
        {entry.proposed.map((id) => (
          <Badge key={id} tt="none" size="lg" variant="outline">
            {t('assignment.new', { name: nameOf(id) })}
          </Badge>
        ))}
        {missing > 0 && <Text size="sm">{t('assignment.missing', { count: missing })}</Text>}
      </Group>
      {entry.apart.length > 0 && (
        <Text size="sm" mt={4}>
          {t('assignment.apart', { names: entry.apart.map(nameOf).join(', ') })}
        </Text>
      )}
    </Card>
  );
}
