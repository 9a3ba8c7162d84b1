// What is done with a role: handed over, ended; and the second factor of one who has lost it, reset.
import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { rulesOf } from '../../../parts/fields.ts';
import { DayField } from '../DayField.tsx';
import { instantOf } from '../instants.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { Member } from './Members.tsx';

export function MemberActs({ member }: { member: Member }) {
  const { t } = useTranslation('cycles');
  const me = useMe();
  const isAdministrator = holds(me, 'administrator');
  // The secretariat gives and ends every role below its own, and its own for itself.
  const mayEnd = isAdministrator || (member.role !== 'administrator' && member.role !== 'secretariat');
  const isOwn = member.personId === me?.personId;
  return (
    <Group gap={6}>
      {(mayEnd || isOwn) && <HandOver member={member} />}
      {(mayEnd || isOwn) && <End member={member} />}
      {isAdministrator && <ResetFactor member={member} />}
      <Anchor href={addressOf('/members/:personId/handover', member, { format: 'xlsx' })} size="sm" download>
        {t('people.handover')}
      </Anchor>
    </Group>
  );
}

function HandOver({ member: { personId, grantId, name, role, zone } }: { member: Member }) {
  const { t } = useTranslation('cycles');
  const [to, setTo] = useState({ name: '', email: '' });
  const [endsAt, setEndsAt] = useState({ day: '', time: '23:59' });
  const [reason, setReason] = useState('');
  const handOver = useAct('post', '/members/:personId/grants/:grantId/hand-over');
  const rules = rulesOf(handOver.error);
  const ends = endsAt.day === '' ? {} : { endsAt: instantOf(endsAt, zone) };
  return (
    <ConfirmButton
      variant="light"
      size="compact-sm"
      title={t('handOver.title', { role: t(`role.${role}`) })}
      confirm={t('handOver.confirm')}
      body={
        <Stack gap="sm">
          <Text size="sm">{t('handOver.means', { name })}</Text>
          <TextInput
            label={t('handOver.name')}
            required
            value={to.name}
            error={rules['to.name']}
            onChange={(event) => setTo({ ...to, name: event.currentTarget.value })}
          />
          <TextInput
            type="email"
            label={t('handOver.email')}
            required
            value={to.email}
            error={rules['to.email']}
            onChange={(event) => setTo({ ...to, email: event.currentTarget.value })}
          />
          <DayField
            label={t('handOver.endsAt')}
            zone={zone}
            value={endsAt}
            onChange={setEndsAt}
            required={false}
            error={rules.endsAt}
          />
          <ReasonField value={reason} onChange={setReason} error={rules.reason} />
        </Stack>
      }
      act={() =>
        handOver.mutateAsync({
          params: { personId, grantId },
          body: { to: { ...to, language: 'en' }, reason, ...ends },
        })
      }
    >
      {t('handOver.button')}
    </ConfirmButton>
  );
}

function End({ member: { personId, grantId, name, role } }: { member: Member }) {
  const { t } = useTranslation('cycles');
  const [reason, setReason] = useState('');
  const revoke = useAct('post', '/members/:personId/grants/:grantId/revoke');
  return (
    <ConfirmButton
      variant="light"
      color="red"
      size="compact-sm"
      title={t('end.title', { role: t(`role.${role}`) })}
      confirm={t('end.confirm')}
      body={
        <Stack gap="sm">
          <Text size="sm">{t('end.means', { name })}</Text>
          <ReasonField value={reason} onChange={setReason} error={rulesOf(revoke.error).reason} />
        </Stack>
      }
      act={() => revoke.mutateAsync({ params: { personId, grantId }, body: { reason } })}
    >
      {t('end.button')}
    </ConfirmButton>
  );
}

function ResetFactor({ member: { personId, name } }: { member: Member }) {
  const { t } = useTranslation('cycles');
  const [reason, setReason] = useState('');
  const reset = useAct('post', '/members/:personId/second-factor/reset');
  return (
    <ConfirmButton
      variant="light"
      color="red"
      size="compact-sm"
      title={t('factor.title')}
      confirm={t('factor.confirm')}
      body={
        <Stack gap="sm">
          <Text size="sm">{t('factor.means', { name })}</Text>
          <ReasonField value={reason} onChange={setReason} error={rulesOf(reset.error).reason} />
        </Stack>
      }
      act={() => reset.mutateAsync({ params: { personId }, body: { reason } })}
    >
      {t('factor.button')}
    </ConfirmButton>
  );
}
