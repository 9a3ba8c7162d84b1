// What may be decided about a nomination, by whoever is looking: rejection and its confirmation, objection, and the secretariat's part.
import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { When } from '../../parts/When.tsx';
import { CounterCheck, OfficerConflict } from './OfficerActs.tsx';
import { Reason } from './Reason.tsx';

type Nomination = Contract<'get', '/nominations/:nominationId'>['answer'];
type Props = { nomination: Nomination; roles: Set<string> };

const gone = ['rejected', 'withdrawn', 'disqualified'];

export function Decisions({ nomination, roles }: Props) {
  const { t } = useTranslation('country');
  const { nominationId, status, objection } = nomination;
  const is = (...states: string[]) => states.includes(status);
  const mayReject = roles.has('screener') || roles.has('approver');
  const isOffice = roles.has('secretariat');
  const isSettled = status === 'rejected' && objection === 'upheld';
  const mayObject = roles.has('focal-point') && status === 'rejected' && objection === null && nomination.objectUntil;
  const place = `/cycles/${nomination.cycleId}/countries/${nomination.country}/ranking`;
  const { passed, of } = nomination.checks;
  const acts = [
    is('submitted') && roles.has('approver') && passed === of && (
      <Button key="forward" component={Link} to={place}>
        {t('ranking.title')}
      </Button>
    ),
    is('submitted') && mayReject && <Reject key="reject" nominationId={nominationId} />,
    is('rejection-proposed') && <Proposed key="proposed" nomination={nomination} may={roles.has('approver')} />,
    is('rejection-proposed') && isOffice && <CounterCheck key="counter" id={nominationId} subject="rejection" />,
    is('submitted') && isOffice && <CounterCheck key="counter" id={nominationId} subject="forwarding" />,
    is('rejected') && <Rejected key="rejected" nomination={nomination} />,
    mayObject && <WithReason key="object" kind="object" id={nominationId} />,
    is('rejected') && isOffice && objection === 'open' && <WithReason key="uphold" kind="uphold" id={nominationId} />,
    is('rejected') && isOffice && !isSettled && <WithReason key="readmit" kind="readmit" id={nominationId} />,
    is('submitted', 'returned') && roles.has('focal-point') && (
      <WithReason key="withdraw" kind="withdraw" id={nominationId} />
    ),
    isOffice && !is(...gone) && <WithReason key="disqualify" kind="disqualify" id={nominationId} />,
    isOffice && <OfficerConflict key="conflict" id={nominationId} />,
  ].filter(Boolean);
  if (acts.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="decisions">
      <Title order={2} size="h4" id="decisions" mb="sm">
        {t('decide.title')}
      </Title>
      <Stack gap="md" align="flex-start">
        {acts}
      </Stack>
    </Paper>
  );
}

function Reject({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation('country');
  const act = useAct('post', '/nominations/:nominationId/reject');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      color="red"
      variant="outline"
      title={t('decide.reject.title')}
      confirm={t('decide.reject.act')}
      body={
        <Stack gap="xs">
          <Text>{t('decide.reject.means')}</Text>
          <Reason value={reason} onChange={setReason} />
        </Stack>
      }
      act={() => act.mutateAsync({ params: { nominationId }, body: { reason } })}
    >
      {t('decide.reject.act')}
    </ConfirmButton>
  );
}

/** What the proposal says stands in the history, as everything that people decide. */
function useLast(nominationId: string, type: string) {
  const history = useList('/nominations/:nominationId/history', { params: { nominationId }, query: { limit: 100 } });
  return history.items.find((line) => line.type === type);
}

function Proposed({ nomination, may }: { nomination: Nomination; may: boolean }) {
  const { t } = useTranslation('country');
  const { nominationId, zone } = nomination;
  const me = useMe();
  const act = useAct('post', '/nominations/:nominationId/reject');
  const proposal = useLast(nominationId, 'RejectionProposed');
  const reason = String(proposal?.detail.reason ?? '');
  const isOwn = proposal?.actor === me?.personId;
  return (
    <Alert color="orange" variant="light" title={t('decide.proposed.title')}>
      {proposal && (
        <Stack gap={4} mb="sm">
          <Text size="sm">
            {t('decide.proposed.by', { name: proposal.name ?? '–' })} <When at={proposal.at} zone={zone} />
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{reason}</Text>
        </Stack>
      )}
      {may && !isOwn ? (
        <ConfirmButton
          color="red"
          title={t('decide.confirm.title')}
          confirm={t('decide.confirm.act')}
          body={
            <Stack gap="xs">
              <Text>{t('decide.confirm.means')}</Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{reason}</Text>
            </Stack>
          }
          act={() => act.mutateAsync({ params: { nominationId }, body: { reason: reason || t('decide.confirm.act') } })}
        >
          {t('decide.confirm.act')}
        </ConfirmButton>
      ) : (
        <Text size="sm">{t(isOwn ? 'decide.proposed.own' : 'decide.proposed.waits')}</Text>
      )}
    </Alert>
  );
}

function Rejected({ nomination }: { nomination: Nomination }) {
  const { t } = useTranslation('country');
  const { nominationId, objectionEnds, objection } = nomination;
  const rejection = useLast(nominationId, 'NominationRejected');
  const objected = useLast(nominationId, 'RejectionObjected');
  return (
    <Alert color="red" variant="light" title={t('status.rejected')}>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{String(rejection?.detail.reason ?? '')}</Text>
      {objection === null && objectionEnds && (
        <Text size="sm" mt="xs" component="div">
          {t('decide.objectUntil')} <When at={objectionEnds.at} zone={objectionEnds.zone} relative />
        </Text>
      )}
      {objection !== null && (
        <Text mt="xs">
          <strong>{t(`decide.objection.${objection}`)}</strong> {String(objected?.detail.reason ?? '')}
        </Text>
      )}
    </Alert>
  );
}

const paths = {
  object: '/nominations/:nominationId/object',
  uphold: '/nominations/:nominationId/uphold-rejection',
  readmit: '/nominations/:nominationId/readmit',
  withdraw: '/nominations/:nominationId/withdraw',
  disqualify: '/nominations/:nominationId/disqualify',
} as const;
const grave = ['withdraw', 'disqualify'];

/** An act that is done with a reason. */
function WithReason({ kind, id }: { kind: keyof typeof paths; id: string }) {
  const { t } = useTranslation('country');
  const act = useAct('post', paths[kind]);
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      variant="outline"
      {...(grave.includes(kind) && { color: 'red' })}
      title={t(`decide.${kind}.title`)}
      confirm={t(`decide.${kind}.act`)}
      body={
        <Stack gap="xs">
          <Text>{t(`decide.${kind}.means`)}</Text>
          <Reason value={reason} onChange={setReason} />
        </Stack>
      }
      act={() => act.mutateAsync({ params: { nominationId: id }, body: { reason } })}
    >
      {t(`decide.${kind}.act`)}
    </ConfirmButton>
  );
}
