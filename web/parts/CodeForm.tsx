// Signing in person: the code of one's second factor, the way to set one up where it is missing, and what was wrong.
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/client.ts';
import { rulesOf, useFocusOnProblem } from './fields.ts';
import { ProblemAlert } from './ProblemAlert.tsx';

type Props = {
  sign: { error: Problem | null; isPending: boolean };
  onSign: (code: string) => void;
  /** What signing means, and what the button says. */
  means?: string;
  submit: string;
};

export function CodeForm({ sign: { error, isPending }, onSign, means, submit }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const form = useFocusOnProblem(error);
  const isMissing = error?.code === 'second-factor-needed' || error?.code === 'second-factor-none';
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        onSign(code);
      }}
    >
      <Stack gap="sm">
        {means !== undefined && <Text>{means}</Text>}
        <TextInput
          label={t('code.label')}
          description={t('code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maw={320}
          required
          error={rulesOf(error).code}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemAlert problem={error} />
        {isMissing && (
          <Anchor component={Link} to="/account">
            {t('code.setUp')}
          </Anchor>
        )}
        <div>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
