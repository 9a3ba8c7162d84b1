// Inviting somebody to a role of the country: for good, or as a deputy from a day until a day.
import { Alert, Button, Checkbox, Group, Paper, Select, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { DateField } from './DateField.tsx';
import { countryRoles, type useDesk } from './here.ts';
import { instantOf, isBuddhist } from './zoned.ts';

const nothing = { name: '', email: '', language: 'en', mailbox: '', from: '', until: '' };

export function Invite({ here, onClose }: { here: ReturnType<typeof useDesk>; onClose: () => void }) {
  const { t } = useTranslation('country');
  const { cycle, iso2, desk, roles } = here;
  const [said, setSaid] = useState(nothing);
  const [role, setRole] = useState<'screener' | 'approver' | 'applicant' | 'delegate' | 'focal-point'>('screener');
  const [isDeputy, setDeputy] = useState(false);
  const [done, setDone] = useState('');
  const invite = useAct('post', '/members/invite', {
    onDone: () => {
      setDone(t('people.invited', { email: said.email }));
      setSaid(nothing);
    },
  });
  const form = useFocusOnProblem(invite.error);
  const rules = rulesOf(invite.error);
  const offered = roles.has('secretariat') ? ([...countryRoles, 'focal-point'] as const) : countryRoles;
  const set = (name: keyof typeof nothing) => (text: string) => setSaid({ ...said, [name]: text });
  const send = () => {
    const { name, email, language, mailbox } = said;
    const [from, until] = [instantOf(`${said.from}T00:00`, desk.ownZone), instantOf(said.until, desk.ownZone)];
    invite.mutate({
      body: {
        ...{ name, email, language, role, scope: { award: cycle.award, country: iso2 } },
        ...(mailbox !== '' && { mailbox }),
        ...(isDeputy && from !== undefined && { from }),
        ...(isDeputy && until !== undefined && { until }),
      },
    });
  };
  const field = (name: 'name' | 'email' | 'mailbox', required: boolean, hint?: string) => (
    <TextInput
      label={t(`people.${name}`)}
      description={hint}
      type={name === 'name' ? 'text' : 'email'}
      required={required}
      error={rules[name]}
      value={said[name]}
      onChange={(event) => set(name)(event.currentTarget.value)}
    />
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="invite">
      <Title order={2} size="h4" id="invite" mb="sm">
        {t('people.invite')}
      </Title>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
            {field('name', true, t('people.nameHint'))}
            {field('email', true)}
            <Select
              label={t('people.role')}
              allowDeselect={false}
              value={role}
              onChange={(value) => setRole(offered.find((one) => one === value) ?? 'screener')}
              data={offered.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
            <Select
              label={t('people.language')}
              allowDeselect={false}
              value={said.language}
              onChange={(value) => set('language')(value ?? 'en')}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            />
            {field('mailbox', false, t('people.mailboxHint'))}
          </SimpleGrid>
          <Checkbox
            label={t('people.deputy')}
            checked={isDeputy}
            onChange={(event) => setDeputy(event.currentTarget.checked)}
          />
          {isDeputy && (
            <Group align="flex-start">
              <DateField
                label={t('people.from')}
                zone={desk.ownZone}
                value={said.from}
                onChange={set('from')}
                error={rules.from}
              />
              <DateField
                label={t('people.until')}
                zone={desk.ownZone}
                value={said.until}
                onChange={set('until')}
                error={rules.until}
                required
              />
            </Group>
          )}
          <ProblemAlert problem={invite.error} />
          {done !== '' && (
            <Alert color="green" variant="light" role="status">
              {done}
            </Alert>
          )}
          <Group>
            <Button
              type="submit"
              loading={invite.isPending}
              disabled={isDeputy && (isBuddhist(said.from) || isBuddhist(said.until))}
            >
              {t('people.send')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('close', { ns: 'app' })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
