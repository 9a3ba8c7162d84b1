// Where a second pair of eyes is asked for: signatures by letter that wait, and where the secretariat was the second pair.
import { Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useParam } from '../../parts/params.ts';
import { dayIn } from '../../parts/times.ts';
import { When } from '../../parts/When.tsx';
import { CyclePage, useCycle } from './CyclePage.tsx';

type Waiting = ItemOf<'/cycles/:cycleId/waiting-signatures'>;

export function Checks() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const params = { cycleId: cycle.cycleId };
  const waiting = useList('/cycles/:cycleId/waiting-signatures', { params });
  const checks = useList('/cycles/:cycleId/counter-checks', { params });
  const mayConfirm = holds(useMe(), 'secretariat');
  return (
    <CyclePage cycle={cycle} title={t('checks.title')} lead={t('checks.lead')}>
      <section aria-labelledby="waiting">
        <Title order={2} size="h3" id="waiting" mb="xs">
          {t('checks.waiting')}
        </Title>
        <Listing
          list={waiting}
          empty={<Empty text={t('checks.noWaiting')} />}
          exports={<ExportButton path="/cycles/:cycleId/waiting-signatures" params={params} />}
        >
          {(items) => (
            <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((one) => (
                <WaitingCard key={one.subject} cycleId={cycle.cycleId} waiting={one} mayConfirm={mayConfirm} />
              ))}
            </Stack>
          )}
        </Listing>
      </section>
      <section aria-labelledby="counter">
        <Title order={2} size="h3" id="counter" mb="xs">
          {t('checks.counter')}
        </Title>
        <Listing
          list={checks}
          empty={<Empty text={t('checks.noCounter')} />}
          exports={<ExportButton path="/cycles/:cycleId/counter-checks" params={params} />}
        >
          {(items) => (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('checks.what')}</Table.Th>
                  <Table.Th>{t('checks.reason')}</Table.Th>
                  <Table.Th>{t('checks.at')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ id, country, category, nominationId, organisation, subject, reason, at }) => (
                  <Table.Tr key={id}>
                    <Table.Th scope="row" fw={400}>
                      {country} · {category} · {t(`checkSubject.${subject}`)}{' '}
                      {nominationId !== null && (
                        <Link to={`/nominations/${nominationId}`}>
                          <LocalText of={organisation} />
                        </Link>
                      )}
                    </Table.Th>
                    <Table.Td>{reason}</Table.Td>
                    <Table.Td>
                      <When at={at} zone={cycle.zone} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Listing>
      </section>
    </CyclePage>
  );
}

type WaitingProps = { cycleId: string; waiting: Waiting; mayConfirm: boolean };

function WaitingCard({ cycleId, waiting, mayConfirm }: WaitingProps) {
  const { t, i18n } = useTranslation('cycles');
  const { country, category, group, reference, date, office, name, recordedAt } = waiting;
  const forwarding = useAct('post', '/cycles/:cycleId/countries/:iso2/sign-forwarding/confirm');
  const decision = useAct('post', '/panels/:panel/sign/confirm');
  const confirm = () =>
    group === null
      ? forwarding.mutateAsync({
          params: { cycleId, iso2: country ?? '' },
          body: category === null ? {} : { category },
        })
      : decision.mutateAsync({ params: { panel: `${cycleId}~${group}` }, body: {} });
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>
            {group === null ? t('checks.forwarding', { country, category }) : t('checks.decision', { group })}
          </Text>
          <Text size="sm">
            {t('checks.letter', { reference })} {date !== null && dayIn(`${date}T12:00:00Z`, 'UTC', i18n.language)}
          </Text>
          <Text size="sm">{[name, office].flatMap((part) => part ?? []).join(', ')}</Text>
          <Text size="sm" component="div">
            {t('checks.recorded')} <When at={recordedAt} />
          </Text>
        </div>
        {mayConfirm && (
          <ConfirmButton
            variant="light"
            title={t('checks.confirm')}
            body={t('checks.confirmMeans')}
            confirm={t('checks.confirm')}
            act={confirm}
          >
            {t('checks.confirm')}
          </ConfirmButton>
        )}
      </Group>
    </Card>
  );
}
