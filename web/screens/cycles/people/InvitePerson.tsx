// A role for a person, by mail address: at once or from a day, for good or until a day; a standby with powers of its own.
import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { languages } from '../../../i18n/languages.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../../parts/fields.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { DayField } from '../DayField.tsx';
import { instantOf, type Local } from '../instants.ts';
import type { Place } from './Members.tsx';

const roles = [
  'focal-point',
  'screener',
  'approver',
  'applicant',
  'endorser',
  'delegate',
  'standby',
  'auditor',
] as const;
type Role = (typeof roles)[number] | 'secretariat';
const powers = [
  'deadlines',
  'people',
  'verification',
  'endorsement',
  'announcement',
  'forum',
  'conflicted-files',
] as const;
type Power = (typeof powers)[number];
const ofAward: Role[] = ['secretariat', 'standby', 'auditor'];
const noDay: Local = { day: '', time: '00:00' };

export function InvitePerson({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation('cycles');
  const isAdministrator = holds(useMe(), 'administrator');
  const [role, setRole] = useState<Role>(isAdministrator ? 'secretariat' : 'focal-point');
  const [country, setCountry] = useState<string | null>(null);
  const [person, setPerson] = useState({ name: '', email: '', language: 'en' });
  const [from, setFrom] = useState(noDay);
  const [until, setUntil] = useState({ ...noDay, time: '23:59' });
  const [held, setHeld] = useState<Power[]>([]);
  const invite = useAct('post', '/members/invite', { onDone: onClose });
  const form = useFocusOnProblem(invite.error);
  const rules = rulesOf(invite.error);
  const given: Role[] = isAdministrator ? ['secretariat', ...roles] : [...roles];
  const at = (local: Local) => (local.day === '' ? undefined : instantOf(local, place.zone));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const scope = { award: place.award, ...(!ofAward.includes(role) && country !== null && { country }) };
    const [begins, ends] = [at(from), at(until)];
    invite.mutate({
      body: {
        ...{ ...person, role, scope },
        ...(begins !== undefined && { from: begins }),
        ...(ends !== undefined && { until: ends }),
        ...(role === 'standby' && { powers: held }),
      },
    });
  };
  return (
    <Dialog opened onClose={onClose} title={t('invite.title')} size="lg">
      <form ref={form} onSubmit={submit}>
        <Stack gap="sm">
          <Group gap="sm" align="flex-start">
            <Select
              label={t('people.role')}
              required
              allowDeselect={false}
              data={given.map((value) => ({ value, label: t(`role.${value}`) }))}
              value={role}
              onChange={(value) => setRole(given.find((one) => one === value) ?? 'focal-point')}
            />
            {!ofAward.includes(role) && (
              <Select
                label={t('people.country')}
                required
                searchable
                data={place.countries}
                value={country}
                onChange={setCountry}
                error={rules['scope.country']}
              />
            )}
          </Group>
          <TextInput
            label={t('invite.name')}
            description={t('invite.nameHint')}
            required
            maxLength={200}
            value={person.name}
            error={rules.name}
            onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
          />
          <TextInput
            type="email"
            label={t('invite.email')}
            required
            maxLength={254}
            value={person.email}
            error={rules.email}
            onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
          />
          <Select
            label={t('invite.language')}
            allowDeselect={false}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            value={person.language}
            onChange={(value) => setPerson({ ...person, language: value ?? 'en' })}
          />
          {role === 'standby' && (
            <Checkbox.Group
              label={t('invite.powers')}
              description={t('invite.powersHint')}
              value={held}
              onChange={(values) => setHeld(powers.filter((power) => values.includes(power)))}
              error={rules.powers}
            >
              <Stack gap={6} mt={4}>
                {powers.map((power) => (
                  <Checkbox key={power} value={power} label={t(`power.${power}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <DayField
            label={t('invite.from')}
            zone={place.zone}
            value={from}
            onChange={setFrom}
            required={false}
            error={rules.from}
          />
          <DayField
            label={t('invite.until')}
            zone={place.zone}
            value={until}
            onChange={setUntil}
            required={role === 'standby'}
            error={rules.until}
          />
          <ProblemAlert problem={invite.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'app' })}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {t('invite.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
