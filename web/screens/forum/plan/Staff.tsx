// The people of a forum with roles of their own: host, moderators, rapporteurs, interpreters, staff; invited and ended by the secretariat.
import { Badge, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { languages } from '../../../i18n/languages.ts';
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Empty } from '../../../parts/Empty.tsx';
import { rulesOf, useFocusOnProblem } from '../../../parts/fields.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { When } from '../../../parts/When.tsx';
import { DayField } from '../../cycles/DayField.tsx';
import { instantOf, type Local } from '../../cycles/instants.ts';
import { Section } from '../../results/Section.tsx';
import type { PlanAnswer } from './planning.ts';

const roles = ['host', 'moderator', 'rapporteur', 'interpreter', 'forum-staff'] as const;
type Member = PlanAnswer['staff'][number];

export function Staff({ forum }: { forum: PlanAnswer }) {
  const { t } = useTranslation('forum-plan');
  const mayGive = holds(useMe(), 'secretariat', 'standby', 'administrator');
  const { staff, plan } = forum;
  return (
    <Section title={t('staff.title')} lead={t('staff.lead')}>
      {staff.length === 0 && <Empty text={t('staff.empty')} />}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {staff.map((one) => (
          <Group component="li" key={one.grantId} justify="space-between">
            <Text component="div">
              {one.name} <Badge variant="light">{t(`role.${one.role}`)}</Badge>
              {one.until !== null && (
                <Text span size="sm">
                  {' '}
                  {t('staff.until')} <When at={one.until} zone={plan.zone} />
                </Text>
              )}
            </Text>
            {mayGive && <EndRole member={one} />}
          </Group>
        ))}
      </Stack>
      {mayGive && <Invite forum={forum} />}
    </Section>
  );
}

function EndRole({ member: { personId, grantId, name, role } }: { member: Member }) {
  const { t } = useTranslation('forum-plan');
  const revoke = useAct('post', '/members/:personId/grants/:grantId/revoke');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      size="sm"
      variant="subtle"
      color="red"
      aria-label={t('staff.endOf', { name })}
      title={t('staff.endTitle', { name, role: t(`role.${role}`) })}
      body={
        <>
          <Text mb="sm">{t('staff.endMeans')}</Text>
          <Textarea
            label={t('staff.reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      }
      confirm={t('staff.end')}
      act={() => revoke.mutateAsync({ params: { personId, grantId }, body: { reason } })}
    >
      {t('staff.end')}
    </ConfirmButton>
  );
}

function Invite({ forum }: { forum: PlanAnswer }) {
  const { t } = useTranslation('forum-plan');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Group>
      <Button variant="default" aria-haspopup="dialog" onClick={open}>
        {t('staff.invite')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('staff.invite')}>
        <InviteForm forum={forum} onDone={close} />
      </Dialog>
    </Group>
  );
}

function InviteForm({ forum: { forumId, award, plan }, onDone }: { forum: PlanAnswer; onDone: () => void }) {
  const { t } = useTranslation('forum-plan');
  const [said, setSaid] = useState({ name: '', email: '', language: 'en' });
  const [role, setRole] = useState<(typeof roles)[number]>('moderator');
  const [until, setUntil] = useState<Local>({ day: '', time: '23:59' });
  const invite = useAct('post', '/members/invite', { onDone });
  const form = useFocusOnProblem(invite.error);
  const rules = rulesOf(invite.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const ends = until.day === '' ? undefined : instantOf(until, plan.zone);
    const scope = { forum: forumId, ...(award !== null && { award }) };
    invite.mutate({ body: { ...said, role, scope, ...(ends !== undefined && { until: ends }) } });
  };
  const field = (name: 'name' | 'email') => ({
    value: said[name],
    error: rules[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form ref={form} onSubmit={send}>
      <Stack gap="sm">
        <Select
          label={t('staff.role')}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          allowDeselect={false}
          onChange={(chosen) => setRole(roles.find((one) => one === chosen) ?? role)}
        />
        <Text size="sm">{t(`may.${role}`)}</Text>
        <TextInput label={t('staff.name')} maxLength={200} {...field('name')} />
        <TextInput label={t('staff.email')} type="email" maxLength={254} {...field('email')} />
        <Select
          label={t('staff.language')}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={said.language}
          allowDeselect={false}
          onChange={(language) => setSaid((before) => ({ ...before, language: language ?? 'en' }))}
        />
        <DayField
          label={t('staff.ends')}
          zone={plan.zone}
          value={until}
          onChange={setUntil}
          required={false}
          error={rules.until}
        />
        <ProblemAlert problem={invite.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {t('staff.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
