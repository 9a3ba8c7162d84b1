// Address and password, and the code of a second factor where one is asked for.
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/client.ts';
import { signIn } from '../../app/session.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

type Props = { email?: string; onSignedIn: () => void };

export function SignInForm({ email: known = '', onSignedIn }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState({ email: known, password: '', code: '' });
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null });
  const asksForCode = state.problem?.code === 'second-factor-needed' || said.code !== '';
  const write = (name: keyof typeof said) => (event: { currentTarget: HTMLInputElement }) =>
    setSaid({ ...said, [name]: event.currentTarget.value });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState({ busy: true, problem: null });
    const { email, password, code } = said;
    await signIn({ email, password, ...(code !== '' && { code }) }).then(onSignedIn, (problem: Problem) =>
      setState({ busy: false, problem }),
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('signIn.title')}>
      <Stack>
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          value={said.email}
          onChange={write('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          value={said.password}
          onChange={write('password')}
        />
        {asksForCode && (
          <TextInput
            label={t('signIn.code')}
            description={t('signIn.codeHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            data-autofocus
            value={said.code}
            onChange={write('code')}
          />
        )}
        {state.problem?.code !== 'second-factor-needed' && <ProblemAlert problem={state.problem} />}
        <Button type="submit" loading={state.busy}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
