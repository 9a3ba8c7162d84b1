// A name in English, in Thai, and in one more language.
import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type Names = { en: string; th: string; other: string; otherLanguage: string };
const others = ['id', 'km', 'lo', 'ms', 'my', 'fil', 'pt', 'ta', 'tet', 'vi', 'zh'];

export function namesOf({ en, th, other, otherLanguage }: Names): { [language: string]: string } {
  const all = { en, th, ...(otherLanguage !== '' && { [otherLanguage]: other }) };
  return Object.fromEntries(Object.entries(all).filter(([, name]) => name.trim() !== ''));
}

type Props = { names: Names; onChange: (names: Names) => void; error: string | undefined };

export function NameFields({ names, onChange, error }: Props) {
  const { t, i18n } = useTranslation('organisations');
  const called = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const field = (key: 'en' | 'th' | 'other') => ({
    value: names[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...names, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label={t('names.en')} {...field('en')} error={error} />
      <TextInput label={t('names.th')} lang="th" {...field('th')} />
      <Group grow wrap="wrap" align="flex-end">
        <Select
          label={t('names.otherLanguage')}
          data={others.map((value) => ({ value, label: called.of(value) ?? value }))}
          value={names.otherLanguage === '' ? null : names.otherLanguage}
          onChange={(value) => onChange({ ...names, otherLanguage: value ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': t('names.none') }}
        />
        {names.otherLanguage !== '' && (
          <TextInput label={t('names.other')} lang={names.otherLanguage} {...field('other')} />
        )}
      </Group>
    </>
  );
}
