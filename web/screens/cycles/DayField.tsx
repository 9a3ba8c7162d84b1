// A day, and a time of day, by the clock of the zone that governs; a year of the Buddhist Era is asked about.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeOf } from '../../parts/times.ts';
import { buddhistDay, type Local } from './instants.ts';

type Props = {
  label: string;
  zone: string;
  value: Local;
  onChange: (value: Local) => void;
  error?: string | undefined;
  required?: boolean;
  min?: string;
};

export function DayField({ label, zone, value, onChange, error, required = true, min }: Props) {
  const { t } = useTranslation('cycles');
  const gregorian = buddhistDay(value.day);
  return (
    <Stack gap={4}>
      <Group gap="sm" align="flex-end" wrap="wrap">
        <TextInput
          type="date"
          label={label}
          required={required}
          value={value.day}
          min={min}
          error={error}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('day.time', { place: placeOf(zone) })}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
      </Group>
      {gregorian !== null && (
        <Group gap="xs" role="alert">
          <Text size="sm">{t('day.buddhist', { year: value.day.slice(0, 4), gregorian: gregorian.slice(0, 4) })}</Text>
          <Button size="compact-sm" variant="light" onClick={() => onChange({ ...value, day: gregorian })}>
            {t('day.take', { gregorian: gregorian.slice(0, 4) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
