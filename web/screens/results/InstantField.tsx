// A day and a time of day by the clock of a zone; a year of the Buddhist Era is asked about.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeOf } from '../../parts/times.ts';
import { fromBuddhist, type Local } from './local-instants.ts';

type Props = {
  label: string;
  zone: string;
  value: Local;
  onChange: (value: Local) => void;
  error: string | undefined;
  required?: boolean;
};

export function InstantField({ label, zone, value, onChange, error, required = false }: Props) {
  const { t } = useTranslation('results');
  const gregorian = fromBuddhist(value.day);
  return (
    <Stack gap={4}>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="date"
          label={label}
          required={required}
          value={value.day}
          error={error}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('instant.time', { place: placeOf(zone) })}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
      </Group>
      {gregorian !== null && (
        <Group gap="xs" role="alert">
          <Text size="sm">
            {t('instant.buddhist', { year: value.day.slice(0, 4), gregorian: gregorian.slice(0, 4) })}
          </Text>
          <Button size="compact-md" variant="light" onClick={() => onChange({ ...value, day: gregorian })}>
            {t('instant.take', { gregorian: gregorian.slice(0, 4) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
