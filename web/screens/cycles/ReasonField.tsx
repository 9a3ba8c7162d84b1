// Why: a sentence that everybody concerned reads.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { value: string; onChange: (value: string) => void; error?: string | undefined; hint?: string };

export function ReasonField({ value, onChange, error, hint }: Props) {
  const { t } = useTranslation('cycles');
  return (
    <Textarea
      label={t('reason.label')}
      description={hint ?? t('reason.hint')}
      required
      minLength={3}
      maxLength={1000}
      autosize
      minRows={2}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
