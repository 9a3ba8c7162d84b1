// My second factor: set up with an app, confirmed, its recovery codes shown once, renewed or removed.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import { Confirmed } from './Confirmed.tsx';
import { done } from './done.ts';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { Section } from './Section.tsx';

export function SecondFactor() {
  const { t } = useTranslation('account');
  const state = useView('/me/second-factor', {});
  const [codes, setCodes] = useState<string[]>([]);
  return (
    <Section title={t('factor.title')} lead={t('factor.lead')}>
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      {codes.length === 0 && state.enrolled && (
        <>
          <Text component="div">
            {t('factor.since')} {state.since !== null && <When at={state.since} />}
          </Text>
          <Text>{t('factor.left', { count: state.recoveryCodesLeft })}</Text>
          <Changing onCodes={setCodes} />
        </>
      )}
      {codes.length === 0 && !state.enrolled && (
        <Confirmed>
          <SettingUp onCodes={setCodes} />
        </Confirmed>
      )}
    </Section>
  );
}

type WithCodes = { onCodes: (codes: string[]) => void };

function SettingUp({ onCodes }: WithCodes) {
  const { t } = useTranslation('account');
  const begin = useAct('post', '/me/second-factor/begin');
  const confirm = useAct('post', '/me/second-factor/confirm', {
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  const [code, setCode] = useState('');
  if (begin.data === undefined)
    return (
      <>
        <ProblemAlert problem={begin.error} />
        <Button
          variant="light"
          onClick={() => begin.mutate({ body: {} })}
          loading={begin.isPending}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('factor.begin')}
        </Button>
      </>
    );
  const { secret, uri } = begin.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ body: { code } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t('factor.scan')}</Text>
        <QrCode text={uri} label={t('factor.qr')} />
        <Text size="sm">
          {t('factor.type')} <code style={{ fontSize: '1.05em' }}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </Text>
        <CodeField code={code} setCode={setCode} />
        <ProblemAlert problem={confirm.error} />
        <Button type="submit" loading={confirm.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('factor.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

function Changing({ onCodes }: WithCodes) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const renew = useAct('post', '/me/second-factor/recovery-codes', {
    onDone: ({ recoveryCodes }) => {
      setCode('');
      onCodes(recoveryCodes);
    },
  });
  const remove = useAct('post', '/me/second-factor/remove', { onDone: () => done(t('factor.removed')) });
  return (
    <Group gap="xs">
      <ConfirmButton
        variant="default"
        title={t('factor.renew')}
        body={
          <Stack gap="sm">
            <Text>{t('factor.renewMeans')}</Text>
            <CodeField code={code} setCode={setCode} />
          </Stack>
        }
        confirm={t('factor.renew')}
        act={() => renew.mutateAsync({ body: { code } })}
      >
        {t('factor.renew')}
      </ConfirmButton>
      <ConfirmButton
        variant="default"
        color="red"
        title={t('factor.remove')}
        body={
          <Stack gap="sm">
            <Text>{t('factor.removeMeans')}</Text>
            <Confirmed>
              <CodeField code={code} setCode={setCode} />
            </Confirmed>
          </Stack>
        }
        confirm={t('factor.remove')}
        act={() => remove.mutateAsync({ body: { code } })}
      >
        {t('factor.remove')}
      </ConfirmButton>
    </Group>
  );
}

function CodeField({ code, setCode }: { code: string; setCode: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('signIn.code')}
      description={t('signIn.codeHint')}
      autoComplete="one-time-code"
      required
      maw={320}
      value={code}
      onChange={(event) => setCode(event.currentTarget.value)}
    />
  );
}
