// What a solver is at: how far, and how to stop it; again, where it has failed.
import { Alert, Button, Progress, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

export function Working({
  proposalId,
  onAgain,
}: {
  proposalId: string;
  onAgain: (replaces: string) => Promise<unknown>;
}) {
  const { t, i18n } = useTranslation('results');
  const number = new Intl.NumberFormat(i18n.language);
  const stop = useAct('delete', '/proposals/:proposalId');
  const params = { proposalId };
  const { data: run } = useQuery({
    queryKey: ['/proposals/:proposalId', params, {}],
    queryFn: ({ signal }) => ask('get', '/proposals/:proposalId', { params, signal }),
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 1_000),
  });
  const state = run?.state ?? 'requested';
  const client = useQueryClient();
  useEffect(() => {
    if (state === 'proposed') void client.invalidateQueries();
  }, [state, client]);
  if (state === 'failed' || state === 'cancelled')
    return (
      <Alert color="orange" title={t(`proposal.${state}`)} role="alert">
        {run !== undefined && run.broken.length > 0 ? (
          <Text>{run.broken.join(' ')}</Text>
        ) : (
          run?.problem !== null && <Text>{run?.problem}</Text>
        )}
        <Button mt="sm" onClick={() => void onAgain(proposalId)}>
          {t('proposal.again')}
        </Button>
      </Alert>
    );
  return (
    <Alert color="blue" title={t(`proposal.${state}`)} role="status">
      <Progress value={(run?.progress ?? 0) * 100} aria-label={t('proposal.progress')} my="sm" />
      {run?.objective != null && (
        <Text size="sm" mb="sm">
          {t('proposal.sofar', { points: number.format(run.objective) })}{' '}
          {run.bound !== null && t('proposal.bound', { points: number.format(run.bound) })}
        </Text>
      )}
      <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({ params })}>
        {t('proposal.stop')}
      </Button>
      <ProblemAlert problem={stop.error} />
    </Alert>
  );
}
const isOver = (state: string | undefined) => state === 'proposed' || state === 'failed' || state === 'cancelled';
