// The code of the second factor, after whichever way came first.
import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byCode } from '../../app/sign-in.ts';
import type { Run } from './WaysIn.tsx';

export function CodeStep({ busy, run, onBack }: { busy: boolean; run: Run; onBack: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => byCode(code));
  };
  return (
    <form onSubmit={submit} aria-label={t('signIn.codeTitle')}>
      <Stack>
        <TextInput
          ref={field}
          label={t('signIn.code')}
          description={t('signIn.codeHint')}
          autoComplete="one-time-code"
          inputMode="text"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t('signIn.codeSubmit')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('signIn.otherWay')}
        </Button>
      </Stack>
    </form>
  );
}
