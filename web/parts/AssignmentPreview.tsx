// An assignment from the asking to the release: how far the solver is, who would read what, and what it leaves empty.
import { Alert, Button, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../api/query.ts';
import { AssignmentTable, useChangeByHand } from './assignment/AssignmentByHand.tsx';
import { AssignmentCost } from './assignment/AssignmentCost.tsx';
import { AssignmentEntries, keyOf, type Pair } from './assignment/AssignmentEntries.tsx';
import { type Assignment, useNaming } from './assignment/naming.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { Empty } from './Empty.tsx';
import { Loading } from './Loading.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

/** Of any panel that the reader runs, national or regional. */
export function AssignmentPreview({ panel }: { panel: string }) {
  const { t } = useTranslation('panel');
  const { data, error } = useMaybeView('/panels/:panel/assignment', { params: { panel } });
  const request = useAct('post', '/panels/:panel/assignment/request');
  const { kept, pinned, keep } = useKept(data);
  const hand = useChangeByHand(panel, data);
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  const { status, proposalId, entries } = data;
  const ask = (replaces?: string) =>
    request.mutate({ params: { panel }, body: { pinned, ...(replaces !== undefined && { replaces }) } });
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
            {askSaid(t, status, pinned.length)}
          </Button>
          {status === 'proposed' && <Release panel={panel} assignment={data} />}
        </Group>
      )}
      {status === 'requested' && proposalId !== null && (
        <Running proposalId={proposalId} assignment={data} onAgain={() => ask(proposalId)} />
      )}
      {entries.length === 0 ? (
        <Empty text={t('assignment.noEntries')} />
      ) : (
        <>
          <AssignmentCost assignment={data} />
          <Loads assignment={data} />
          <AssignmentEntries panel={panel} assignment={data} kept={kept} keep={keep} change={hand.start} />
          {status !== 'requested' && <AssignmentTable panel={panel} assignment={data} />}
          {hand.dialog}
        </>
      )}
    </Stack>
  );
}

function askSaid(t: TFunction<'panel'>, status: Assignment['status'], kept: number): string {
  if (status !== 'proposed') return t('assignment.request');
  return kept === 0 ? t('assignment.again') : t('assignment.againKeeping', { count: kept });
}

/** What a further proposal keeps: at first what is pinned, then what is ticked. */
function useKept(assignment: Assignment | undefined) {
  const [ticked, setTicked] = useState<{ of: string | null | undefined; keys: Set<string> }>({
    of: undefined,
    keys: new Set(),
  });
  const proposed = (assignment?.entries ?? []).flatMap(({ nominationId, proposed: judges, pinned }) =>
    judges.map((judgeId) => ({ pair: { nominationId, judgeId }, isPinned: pinned.includes(judgeId) })),
  );
  const isOwn = ticked.of === (assignment?.proposalId ?? null);
  const kept = isOwn
    ? ticked.keys
    : new Set(proposed.filter(({ isPinned }) => isPinned).map(({ pair }) => keyOf(pair)));
  const keep = (pair: Pair, isKept: boolean) => {
    const keys = new Set(kept);
    if (isKept) keys.add(keyOf(pair));
    else keys.delete(keyOf(pair));
    setTicked({ of: assignment?.proposalId ?? null, keys });
  };
  return { kept, keep, pinned: proposed.map(({ pair }) => pair).filter((pair) => kept.has(keyOf(pair))) };
}

/** The solver tells the database, not the stream of changes: it is asked until it has ended. */
type RunningProps = { proposalId: string; assignment: Assignment; onAgain: () => void };

function Running({ proposalId, assignment, onAgain }: RunningProps) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
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
        {assignment.rules.map((one) => (
          <Text size="sm" mb="xs" key={`${one.rule} ${one.of.join(' ')}`}>
            {naming.broken(one)}
          </Text>
        ))}
        {assignment.rules.length > 0 && (
          <Text size="sm" mb="xs">
            {t('assignment.mend')}
          </Text>
        )}
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

function Loads({ assignment: { judges } }: { assignment: Assignment }) {
  const { t } = useTranslation('panel');
  return (
    <Stack gap="xs">
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
