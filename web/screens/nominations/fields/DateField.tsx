// A day in three parts, so that no order of them has to be guessed; the year as it is typed, in either era and any digits.
import { Fieldset, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  id: string;
  label: string;
  description?: string | undefined;
  value: string;
  onChange: (day: string) => void;
  required: boolean;
  readOnly: boolean;
  error?: string | undefined;
};
type Parts = { year: string; month: string; day: string };

const partsOf = (value: string): Parts => {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month, day };
};
/** Half of a day is kept as it is: it says what is missing. */
const dayOf = ({ year, month, day }: Parts) => (year + month + day === '' ? '' : `${year.trim()}-${month}-${day}`);
const two = (number: number) => String(number).padStart(2, '0');

export function DateField({ id, label, description, value, onChange, required, readOnly, error }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const [parts, setParts] = useState(partsOf(value));
  useEffect(() => setParts((before) => (dayOf(before) === value ? before : partsOf(value))), [value]);
  const write = (part: keyof Parts) => (event: { currentTarget: { value: string } }) => {
    const next = { ...parts, [part]: event.currentTarget.value };
    setParts(next);
    onChange(dayOf(next));
  };
  const months = Array.from({ length: 12 }, (_none, month) => ({
    value: two(month + 1),
    label: new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)),
  }));
  const days = Array.from({ length: 31 }, (_none, day) => ({ value: two(day + 1), label: String(day + 1) }));
  const nothing = { value: '', label: '–' };
  const wrong = error !== undefined;
  return (
    <Fieldset
      legend={`${label}${required ? ' *' : ''}`}
      variant="unstyled"
      styles={{ legend: { fontSize: 'var(--mantine-font-size-sm)', fontWeight: 600 } }}
      aria-describedby={`${id}-about`}
    >
      <div id={`${id}-about`}>
        {description !== undefined && <Text size="sm">{description}</Text>}
        <Text size="sm">{t('field.dateHint')}</Text>
        {wrong && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </div>
      <Group gap="xs" align="flex-end" mt={4}>
        <NativeSelect
          id={id}
          label={t('field.day')}
          data={[nothing, ...days]}
          value={parts.day}
          onChange={write('day')}
          disabled={readOnly}
          error={wrong}
          w={80}
        />
        <NativeSelect
          label={t('field.month')}
          data={[nothing, ...months]}
          value={parts.month}
          onChange={write('month')}
          disabled={readOnly}
          error={wrong}
          w={150}
        />
        <TextInput
          label={t('field.year')}
          value={parts.year}
          onChange={write('year')}
          readOnly={readOnly}
          error={wrong}
          inputMode="numeric"
          maxLength={4}
          w={90}
        />
      </Group>
    </Fieldset>
  );
}
