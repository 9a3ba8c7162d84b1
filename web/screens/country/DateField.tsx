// A field for a day or a moment by the clock of one zone; a year of the Buddhist Era is asked about, never guessed.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeOf } from '../../parts/times.ts';
import { christian, isBuddhist } from './zoned.ts';

type Props = {
  label: string;
  zone: string;
  value: string;
  onChange: (local: string) => void;
  /** With hours; else the whole day. */
  withTime?: boolean;
  required?: boolean;
  error?: string | undefined;
};

export function DateField({ label, zone, value, onChange, withTime = false, required = false, error }: Props) {
  const { t } = useTranslation('country');
  const asksAbout = value !== '' && isBuddhist(value);
  return (
    <Stack gap={4}>
      <TextInput
        type={withTime ? 'datetime-local' : 'date'}
        label={label}
        description={t('dates.zone', { place: placeOf(zone) })}
        required={required}
        error={error}
        maw={300}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {asksAbout && (
        <Group gap="xs" role="alert">
          <Text size="sm">
            {t('dates.buddhist', { year: value.slice(0, 4), christian: christian(value).slice(0, 4) })}
          </Text>
          <Button size="compact-sm" mih={28} variant="light" onClick={() => onChange(christian(value))}>
            {t('dates.take', { christian: christian(value).slice(0, 4) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
