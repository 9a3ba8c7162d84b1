// An act that is confirmed with its reason.
import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';

type Props = {
  label: string;
  /** What will happen. */
  means: string;
  act: (reason: string) => Promise<unknown>;
};

export function ReasonAct({ label, means, act }: Props) {
  const { t } = useTranslation('panel');
  const [reason, setReason] = useState('');
  const body = (
    <Stack gap="sm">
      <Text>{means}</Text>
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Stack>
  );
  return (
    <ConfirmButton variant="default" title={label} body={body} confirm={label} act={() => act(reason.trim())}>
      {label}
    </ConfirmButton>
  );
}
