// The fields of a plan: a text in several languages, a time of the day, and a list whose rows come and go.
import { Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '../../../parts/languages.ts';
import type { Texts } from '../../../parts/texts.ts';
import { clockOf, minutesOf } from '../../presenter/talk.ts';

type TextsProps = {
  /** As it stands before the language: "Name". */
  label: string;
  field: string;
  value: Texts;
  languages: string[];
  rules: { [field: string]: string };
  onChange: (value: Texts) => void;
  required?: boolean;
};

export function TextsField({ label, field, value, languages, rules, onChange, required = true }: TextsProps) {
  const { t } = useTranslation('forum-plan');
  const nameOfLanguage = useLanguageName();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      {languages.map((tag) => (
        <TextInput
          key={tag}
          lang={tag}
          label={t('in', { what: label, language: nameOfLanguage(tag) })}
          required={required && tag === 'en'}
          maxLength={2000}
          value={value[tag] ?? ''}
          error={rules[`${field}.${tag}`] ?? (tag === 'en' ? rules[field] : undefined)}
          onChange={(event) => onChange({ ...value, [tag]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}

type TimeProps = { label: string; value: number; onChange: (minutes: number) => void; error?: string | undefined };

/** An emptied field keeps the time that it had. */
export function TimeField({ label, value, onChange, error }: TimeProps) {
  return (
    <TextInput
      type="time"
      label={label}
      value={clockOf(Math.min(value, 1439))}
      error={error}
      onChange={(event) => event.currentTarget.value !== '' && onChange(minutesOf(event.currentTarget.value))}
    />
  );
}

type RowsProps<One> = {
  items: One[];
  /** What the row at that place is called. */
  legend: (one: One, index: number) => string;
  render: (one: One, change: (changes: Partial<One>) => void, index: number) => ReactNode;
  onChange: (items: One[]) => void;
  add: { label: string; make: () => One | undefined };
  fixed?: boolean;
  least?: number;
};

export function Rows<One>({ items, legend, render, onChange, add, fixed = false, least = 0 }: RowsProps<One>) {
  const { t } = useTranslation('forum-plan');
  const id = useId();
  const change = (index: number) => (changes: Partial<One>) =>
    onChange(items.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const made = () => {
    const one = add.make();
    if (one !== undefined) onChange([...items, one]);
  };
  return (
    <Stack gap="sm">
      {items.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while they are written
        <Fieldset key={`${id} ${index}`} legend={legend(one, index)}>
          <Stack gap="xs">
            {render(one, change(index), index)}
            {!fixed && items.length > least && (
              <Button
                variant="subtle"
                color="red"
                style={{ alignSelf: 'flex-start' }}
                onClick={() => onChange(items.filter((_, at) => at !== index))}
              >
                {t('remove', { what: legend(one, index) })}
              </Button>
            )}
          </Stack>
        </Fieldset>
      ))}
      {!fixed && (
        <Group>
          <Button variant="default" onClick={made}>
            {add.label}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
