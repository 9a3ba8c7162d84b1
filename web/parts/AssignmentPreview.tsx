// An assignment from the asking to the release: how far the solver is, who would read what, and what it leaves empty.
import { Alert, Button, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../api/contract.ts';
import { useAct, useMaybeView } from '../api/query.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { Empty } from './Empty.tsx';
import { Loading } from './Loading.tsx';
import { LocalText } from './LocalText.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

type Assignment = Contract<'get', '/panels/:panel/assignment'>['answer'];

/** Of any panel that the reader runs, national or regional. */
export function AssignmentPreview({ panel }: { panel: string }) {
  const { t } = useTranslation('panel');
  const { data, error } = useMaybeView('/panels/:panel/assignment', { params: { panel } });
  const request = useAct('post', '/panels/:panel/assignment/request');
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  const { status, proposalId, entries } = data;
  const ask = (replaces?: string) =>
    request.mutate({ params: { panel }, body: { ...(replaces !== undefined && { replaces }) } });
  return (
    <Stack>
      <ProblemAlert problem={request.error} />
      {status !== 'requested' && (
        <Group>
          <Button
            variant={status === 'proposed' ? 'default' : 'filled'}
            loading={request.isPending}
            onClick={() => ask()}
          >
            {t(status === 'proposed' ? 'assignment.again' : 'assignment.request')}
          </Button>
          {status === 'proposed' && <Release panel={panel} assignment={data} />}
        </Group>
      )}
      {status === 'requested' && proposalId !== null && (
        <Running proposalId={proposalId} onAgain={() => ask(proposalId)} />
      )}
      {entries.length === 0 ? (
        <Empty text={t('assignment.noEntries')} />
      ) : (
        <>
          <Loads assignment={data} />
          <Readers assignment={data} />
        </>
      )}
    </Stack>
  );
}

/** The solver tells the database, not the stream of changes: it is asked until it has ended. */
function Running({ proposalId, onAgain }: { proposalId: string; onAgain: () => void }) {
  const { t } = useTranslation('panel');
  const client = useQueryClient();
  const { data } = useMaybeView('/proposals/:proposalId', { params: { proposalId } });
  const cancel = useAct('delete', '/proposals/:proposalId');
  const hasEnded = data !== undefined && data.state !== 'requested' && data.state !== 'running';
  useEffect(() => {
    const again = setInterval(() => void client.invalidateQueries(), hasEnded ? 4_000 : 1_500);
    return () => clearInterval(again);
  }, [client, hasEnded]);
  if (data?.state === 'failed' || data?.state === 'cancelled')
    return (
      <Alert color="orange" role="status" title={t(`proposal.${data.state}`)}>
        <Button variant="light" onClick={onAgain}>
          {t('assignment.again')}
        </Button>
      </Alert>
    );
  return (
    <Stack gap="xs" role="status">
      <Text>{t('proposal.running')}</Text>
      <Progress value={Math.max(4, (data?.progress ?? 0) * 100)} aria-label={t('proposal.progress')} animated />
      <Group>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { proposalId } })}>
          {t('proposal.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function Release({ panel, assignment }: { panel: string; assignment: Assignment }) {
  const { t } = useTranslation('panel');
  const release = useAct('post', '/panels/:panel/assignment/release');
  const count = assignment.entries.reduce((sum, { proposed }) => sum + proposed.length, 0);
  return (
    <ConfirmButton
      title={t('assignment.release')}
      body={
        <Stack gap="xs">
          <Text>{t('assignment.releaseMeans', { count })}</Text>
          {(assignment.emptySeats ?? 0) > 0 && (
            <Text>{t('assignment.empty', { count: assignment.emptySeats ?? 0 })}</Text>
          )}
        </Stack>
      }
      confirm={t('assignment.release')}
      act={() => release.mutateAsync({ params: { panel }, body: {} })}
    >
      {t('assignment.release')}
    </ConfirmButton>
  );
}

function Loads({ assignment: { judges, emptySeats, status } }: { assignment: Assignment }) {
  const { t } = useTranslation('panel');
  return (
    <Stack gap="xs">
      {status === 'proposed' && (
        <Alert color={emptySeats === 0 ? 'green' : 'orange'} role="status">
          {emptySeats === 0 ? t('assignment.full') : t('assignment.empty', { count: emptySeats ?? 0 })}
        </Alert>
      )}
      <Title order={2} size="h3">
        {t('assignment.judges')}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('assignment.judge')}</Table.Th>
            <Table.Th ta="right">{t('assignment.load')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {judges.map(({ judgeId, name, load, capacity, reserve, accepted }) => (
            <Table.Tr key={judgeId}>
              <Table.Td>
                {name || t('nameless')}
                {reserve && ` · ${t('assignment.reserve')}`}
                {!accepted && ` · ${t('assignment.notAccepted')}`}
              </Table.Td>
              <Table.Td ta="right">{capacity === null ? load : t('assignment.loadOf', { load, capacity })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Readers({ assignment: { entries, judges, seats } }: { assignment: Assignment }) {
  const { t, i18n } = useTranslation('panel');
  const list = new Intl.ListFormat(i18n.language);
  const names = (ids: string[]) =>
    list.format(ids.map((id) => judges.find(({ judgeId }) => judgeId === id)?.name || t('nameless')));
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('assignment.entries')}
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {entries.map(({ nominationId, organisation, released, proposed, apart }) => (
          <li
            key={nominationId}
            style={{ borderBlockStart: '1px solid var(--mantine-color-default-border)', paddingBlock: 8 }}
          >
            <Group justify="space-between" gap="xs">
              <Text fw={600}>
                <LocalText of={organisation} />
              </Text>
              <Text size="sm">{t('assignment.seats', { filled: released.length + proposed.length, seats })}</Text>
            </Group>
            {released.length > 0 && <Text size="sm">{t('assignment.has', { names: names(released) })}</Text>}
            {proposed.length > 0 && <Text size="sm">{t('assignment.would', { names: names(proposed) })}</Text>}
            {apart.length > 0 && <Text size="sm">{t('assignment.apart', { names: names(apart) })}</Text>}
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
