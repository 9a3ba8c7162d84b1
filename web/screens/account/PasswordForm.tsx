// A password: chosen, or changed with the present one.
import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useView } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { Confirmed } from './Confirmed.tsx';
import { done } from './done.ts';
import { Section } from './Section.tsx';

export function PasswordForm() {
  const { t } = useTranslation('account');
  const own = useView('/me/sign-in', {});
  const asksForPresent = own.password && own.freshUntil === null;
  return (
    <Section title={t('password.title')} lead={t(own.password ? 'password.isSet' : 'password.isNone')}>
      {own.password ? (
        <Fields isSet asksForPresent={asksForPresent} />
      ) : (
        <Confirmed>
          <Fields isSet={false} asksForPresent={false} />
        </Confirmed>
      )}
    </Section>
  );
}

function Fields({ isSet, asksForPresent }: { isSet: boolean; asksForPresent: boolean }) {
  const { t } = useTranslation('account');
  const [said, setSaid] = useState({ present: '', password: '' });
  const save = useAct('post', '/me/password', {
    onDone: () => {
      setSaid({ present: '', password: '' });
      done(t('password.saved'));
    },
  });
  const form = useFocusOnProblem(save.error);
  const rules = rulesOf(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ body: { password: said.password, ...(asksForPresent && { present: said.present }) } });
  };
  const toggle = { 'aria-label': t('app:signIn.showPassword') };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="sm" maw={420}>
        {asksForPresent && (
          <PasswordInput
            label={t('password.present')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={toggle}
            value={said.present}
            onChange={(event) => setSaid({ ...said, present: event.currentTarget.value })}
          />
        )}
        <PasswordInput
          label={t('password.new')}
          description={t('password.rule')}
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
          error={rules.password}
          visibilityToggleButtonProps={toggle}
          value={said.password}
          onChange={(event) => setSaid({ ...said, password: event.currentTarget.value })}
        />
        <ProblemAlert problem={save.error} />
        <Button type="submit" variant="light" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {t(isSet ? 'password.change' : 'password.choose')}
        </Button>
      </Stack>
    </form>
  );
}
