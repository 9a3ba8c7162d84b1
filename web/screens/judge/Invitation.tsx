// The invitation to judge: what for, under which terms, and the answer in one tap.
import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import type { JudgedGroup, Judging } from './judging.ts';

export function Invitation({ judging }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  const params = { cycleId: judging.cycleId, judgeId: 'me' };
  const accept = useAct('post', '/cycles/:cycleId/judges/:judgeId/accept-invitation');
  const terms = useAct('post', '/cycles/:cycleId/judges/:judgeId/accept-terms');
  // The screen may have moved on to the terms by the time that the first is answered.
  const both = () =>
    accept.mutateAsync({ params, body: {} }).then(
      () => terms.mutateAsync({ params, body: { version: judging.terms.version } }),
      () => undefined,
    );
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text>{t('invitation.text')}</Text>
        <Groups groups={judging.groups} zone={judging.zone} />
        <TermsText judging={judging} />
        <ProblemAlert problem={accept.error ?? terms.error} />
        <Group>
          <Button
            size="md"
            loading={accept.isPending || terms.isPending}
            onClick={() => void both().catch(() => undefined)}
          >
            {t('invitation.accept')}
          </Button>
          <Decline cycleId={judging.cycleId} />
        </Group>
      </Stack>
    </Paper>
  );
}

/** For who accepted before, or when the terms have become others. */
export function Terms({ judging }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  const accept = useAct('post', '/cycles/:cycleId/judges/:judgeId/accept-terms');
  const params = { cycleId: judging.cycleId, judgeId: 'me' };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <TermsText judging={judging} />
        <ProblemAlert problem={accept.error} />
        <div>
          <Button
            size="md"
            loading={accept.isPending}
            onClick={() => accept.mutate({ params, body: { version: judging.terms.version } })}
          >
            {t('terms.accept')}
          </Button>
        </div>
      </Stack>
    </Paper>
  );
}

function TermsText({ judging }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  return (
    <section aria-labelledby={`terms-${judging.cycleId}`}>
      <Text component="h3" fw={600} id={`terms-${judging.cycleId}`} m={0}>
        {t('terms.title', { version: judging.terms.version })}
      </Text>
      <Text style={{ whiteSpace: 'pre-line' }}>
        <LocalText of={judging.terms.text} />
      </Text>
    </section>
  );
}

function Groups({ groups, zone }: { groups: JudgedGroup[]; zone: string }) {
  const text = useText();
  const { t } = useTranslation('judge');
  return (
    <ul style={{ margin: 0 }}>
      {groups.map(({ group, categoryNames, countryNames, closesAt }) => (
        <li key={group}>
          {countryNames === null ? text(categoryNames) : `${text(categoryNames)}, ${text(countryNames)}`}
          {closesAt !== null && (
            <Text size="sm" component="div">
              {t('group.closes')} <When at={closesAt} zone={zone} />
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function Decline({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('judge');
  const [reason, setReason] = useState('');
  const decline = useAct('post', '/cycles/:cycleId/judges/:judgeId/decline-invitation');
  return (
    <ConfirmButton
      variant="subtle"
      title={t('invitation.decline')}
      confirm={t('invitation.decline')}
      act={() => decline.mutateAsync({ params: { cycleId, judgeId: 'me' }, body: { reason } })}
      body={
        <Textarea
          label={t('reason')}
          description={t('invitation.declineText')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autosize
        />
      }
    >
      {t('invitation.decline')}
    </ConfirmButton>
  );
}
