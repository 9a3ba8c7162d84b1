// Registering for an open call: who, in which language, and the privacy notice; what follows is in the mail.
import { Alert, Anchor, Button, Checkbox, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { nameOfLanguage } from './scripts.ts';

type Call = Contract<'get', '/public/calls/:cycleId/:iso2'>['answer'];

export function Register() {
  const { t } = useTranslation('account');
  const text = useText();
  const params = { cycleId: useParam('cycleId'), iso2: useParam('iso2').toUpperCase() };
  const call = useView('/public/calls/:cycleId/:iso2', { params });
  const [sentTo, setSentTo] = useState<string>();
  return (
    <Page
      title={t('register.title', { country: text(call.names) })}
      over={<LocalText of={call.title} />}
      lead={call.closes !== null && <Closing call={call} />}
      width={560}
    >
      {!call.open && (
        <Alert color="orange" variant="light">
          {t('register.closed')}
        </Alert>
      )}
      {call.open && sentTo === undefined && <RegisterForm call={call} params={params} onSent={setSentTo} />}
      {sentTo !== undefined && <Sent email={sentTo} onBack={() => setSentTo(undefined)} />}
      <Anchor href={`/calls/${params.cycleId}/${params.iso2}`}>{t('register.toCall')}</Anchor>
    </Page>
  );
}

function Closing({ call: { closes } }: { call: Call }) {
  const { t } = useTranslation('account');
  if (closes === null) return null;
  return (
    <>
      {t('register.closes')} <When at={closes.at} zone={closes.zone} />
    </>
  );
}

type FormProps = { call: Call; params: { cycleId: string; iso2: string }; onSent: (email: string) => void };

function RegisterForm({ call, params, onSent }: FormProps) {
  const { t, i18n } = useTranslation('account');
  const first = call.languages.includes(i18n.language) ? i18n.language : (call.languages[0] ?? 'en');
  const [said, setSaid] = useState({ name: '', email: '', language: first, privacy: false });
  const register = useAct('post', '/public/calls/:cycleId/:iso2/register', { onDone: () => onSent(said.email) });
  const form = useFocusOnProblem(register.error);
  const rules = rulesOf(register.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, language } = said;
    register.mutate({ params, body: { name, email, language, privacyAccepted: true } });
  };
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
      <form ref={form} onSubmit={submit}>
        <Stack>
          <Text>{t('register.lead')}</Text>
          <TextInput
            label={t('register.name')}
            autoComplete="name"
            required
            maxLength={200}
            error={rules.name}
            value={said.name}
            onChange={(event) => setSaid({ ...said, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('app:signIn.email')}
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            error={rules.email}
            value={said.email}
            onChange={(event) => setSaid({ ...said, email: event.currentTarget.value })}
          />
          <Select
            label={t('register.language')}
            data={[...new Set([...call.languages, 'en'])].map((tag) => ({ value: tag, label: nameOfLanguage(tag) }))}
            value={said.language}
            allowDeselect={false}
            onChange={(language) => language !== null && setSaid({ ...said, language })}
          />
          <Checkbox
            label={t('register.privacy')}
            required
            checked={said.privacy}
            error={rules.privacyAccepted}
            onChange={(event) => setSaid({ ...said, privacy: event.currentTarget.checked })}
          />
          <ProblemAlert problem={register.error} />
          <Button type="submit" loading={register.isPending}>
            {t('register.submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

function Sent({ email, onBack }: { email: string; onBack: () => void }) {
  const { t } = useTranslation('account');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Stack>
      <Alert ref={place} tabIndex={-1} role="status" color="lake" variant="light" title={t('register.sentTitle')}>
        {t('register.sent', { email })}
      </Alert>
      <Button variant="subtle" onClick={onBack} style={{ alignSelf: 'flex-start' }}>
        {t('register.again')}
      </Button>
    </Stack>
  );
}
