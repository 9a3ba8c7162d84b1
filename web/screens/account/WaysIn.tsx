// The first way in: address and password, or whatever else this installation offers.
import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconBuildingBank, IconFingerprint, IconMail } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../api/query.ts';
import { hasPasskeys, signInByPasskey } from '../../app/passkey.ts';
import { askForLink, byIssuer, byPassword } from '../../app/sign-in.ts';

export type Run = (way: () => Promise<unknown>, then?: () => void) => Promise<void>;
type Props = { email: string; back: string | undefined; busy: boolean; run: Run; onSent: (email: string) => void };

export function WaysIn({ email: known, back, busy, run, onSent }: Props) {
  const { t } = useTranslation();
  const { data: ways } = useMaybeView('/public/sign-in', {});
  const [said, setSaid] = useState({ email: known, password: '' });
  const [missing, setMissing] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => byPassword(said.email, said.password));
  };
  const mailLink = () => {
    const isAddress = said.email !== '' && address.current?.checkValidity() === true;
    setMissing(!isAddress);
    if (!isAddress) return address.current?.focus();
    void run(
      () => askForLink(said.email),
      () => onSent(said.email),
    );
  };
  return (
    <form onSubmit={submit} aria-label={t('signIn.title')}>
      <Stack>
        <TextInput
          ref={address}
          label={t('signIn.email')}
          type="email"
          autoComplete="username webauthn"
          required
          error={missing ? t('signIn.emailFirst') : undefined}
          value={said.email}
          onChange={(event) => setSaid({ ...said, email: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={said.password}
          onChange={(event) => setSaid({ ...said, password: event.currentTarget.value })}
        />
        <Button type="submit" loading={busy}>
          {t('signIn.submit')}
        </Button>
        {ways !== undefined && <Divider label={t('signIn.or')} styles={{ label: { color: 'inherit' } }} />}
        {ways?.link && (
          <Button variant="light" leftSection={<IconMail size={18} aria-hidden />} onClick={mailLink} disabled={busy}>
            {t('signIn.link')}
          </Button>
        )}
        {ways?.passkey && hasPasskeys() && (
          <Button
            variant="light"
            leftSection={<IconFingerprint size={18} aria-hidden />}
            onClick={() => void run(signInByPasskey)}
            disabled={busy}
          >
            {t('signIn.passkey')}
          </Button>
        )}
        {ways?.issuer && <IssuerButton name={ways.issuer.name} back={back} busy={busy} run={run} />}
      </Stack>
    </form>
  );
}

/** Above a page that must not be left the issuer gets a tab of its own. */
function IssuerButton({ name, back, busy, run }: Pick<Props, 'back' | 'busy' | 'run'> & { name: string }) {
  const { t } = useTranslation();
  const look = { variant: 'light', leftSection: <IconBuildingBank size={18} aria-hidden /> };
  if (back === undefined)
    return (
      <Button component="a" href="/app/sign-in" target="_blank" {...look}>
        {t('signIn.issuerTab', { name })}
      </Button>
    );
  // It leaves the page: there is nothing to do after it.
  const go = () =>
    run(
      () => byIssuer(back),
      () => {},
    );
  return (
    <Button {...look} onClick={() => void go()} disabled={busy}>
      {t('signIn.issuer', { name })}
    </Button>
  );
}
