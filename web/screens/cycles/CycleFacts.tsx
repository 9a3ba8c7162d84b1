// What a cycle is called: number, year, titles, its name in addresses.
import { Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { buddhistDay } from './instants.ts';

export type CycleFacts = { slug: string; number: number | string; year: number | string; en: string; th: string };
export const noFacts: CycleFacts = { slug: '', number: '', year: new Date().getFullYear() + 1, en: '', th: '' };

/** As the API takes them. */
export const factsOf = ({ slug, number, year, en, th }: CycleFacts) => ({
  ...{ slug, number: Number(number), year: Number(year) },
  title: { ...(en !== '' && { en }), ...(th !== '' && { th }) },
});

type Props = { value: CycleFacts; onChange: (value: CycleFacts) => void; rules: { [field: string]: string } };

export function CycleFactsFields({ value, onChange, rules }: Props) {
  const { t } = useTranslation('cycles');
  const set = (name: keyof CycleFacts) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...value, [name]: event.currentTarget.value });
  const isBuddhist = buddhistDay(`${value.year}-01-01`) !== null;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('facts.titleEn')}
        required
        lang="en"
        value={value.en}
        onChange={set('en')}
        error={rules['title.en'] ?? rules.title}
      />
      <TextInput label={t('facts.titleTh')} lang="th" value={value.th} onChange={set('th')} error={rules['title.th']} />
      <Group gap="sm" align="flex-start">
        <NumberInput
          label={t('facts.number')}
          required
          min={1}
          max={999}
          w={120}
          value={value.number}
          onChange={(number) => onChange({ ...value, number })}
          error={rules.number}
          hideControls
        />
        <NumberInput
          label={t('facts.year')}
          required
          w={160}
          value={value.year}
          onChange={(year) => onChange({ ...value, year })}
          error={isBuddhist ? t('facts.buddhist', { gregorian: Number(value.year) - 543 }) : rules.year}
          hideControls
        />
        <TextInput
          label={t('facts.slug')}
          description={t('facts.slugHint')}
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={60}
          value={value.slug}
          onChange={set('slug')}
          error={rules.slug}
        />
      </Group>
    </Stack>
  );
}
