// The reason of a decision about a nomination.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Reason({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('country');
  return (
    <Textarea
      label={t('decide.reason')}
      required
      autosize
      minRows={3}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
