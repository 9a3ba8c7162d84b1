// A confirmed act that is said with its reason; what else is asked for it may stand above the reason.
import { Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';

type Props = {
  label: string;
  title: string;
  /** What will happen. */
  means: string;
  act: (reason: string) => Promise<unknown>;
  color?: string;
  variant?: string;
  fields?: ReactNode;
};

export function ReasonButton({ label, title, means, act, color, variant = 'light', fields }: Props) {
  const { t } = useTranslation('results');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      {...(color !== undefined && { color })}
      variant={variant}
      size="sm"
      title={title}
      confirm={label}
      act={() => act(reason.trim()).then(() => setReason(''))}
      body={
        <Stack gap="sm">
          <Text>{means}</Text>
          {fields}
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      }
    >
      {label}
    </ConfirmButton>
  );
}
