// The form of an entry as its judge may see it, section by section, in the language that one reads, with its papers.
import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import { type Texts, textIn } from '../../parts/texts.ts';
import { dayIn } from '../../parts/times.ts';
import type { Definition, Entry } from './judging.ts';
import { Papers } from './Papers.tsx';

type Field = Definition['form']['sections'][number]['fields'][number];
const isFor = (category: string, { categories }: { categories?: string[] | undefined }) =>
  categories === undefined || categories.includes(category);

export function Dossier({ entry, definition }: { entry: Entry; definition: Definition }) {
  const { i18n } = useTranslation('judge');
  const { content, sheet } = entry;
  const there = languagesOf(content, definition);
  const [language, setLanguage] = useState(there.includes(i18n.language) ? i18n.language : (there[0] ?? i18n.language));
  const sections = definition.form.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => isFor(sheet.category, field) && isSaid(content[field.key])),
    }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <Stack gap="lg" component="article">
      {there.length > 1 && <Language languages={there} value={language} onChange={setLanguage} />}
      {sections.map(({ key, title, fields }) => (
        <section key={key}>
          <Title order={2} size="h4" mb={4}>
            <LocalText of={title} />
          </Title>
          <dl className="judge-form">
            {fields.map((field) => (
              <div key={field.key}>
                <dt>
                  <LocalText of={field.label} />
                </dt>
                <dd>
                  <Answer field={field} value={content[field.key]} language={language} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Papers entry={entry} definition={definition} />
    </Stack>
  );
}

type LanguageProps = { languages: string[]; value: string; onChange: (language: string) => void };

function Language({ languages, value, onChange }: LanguageProps) {
  const { t } = useTranslation('judge');
  return (
    <div>
      <Text size="sm" id="judge-language">
        {t('entry.language')}
      </Text>
      <SegmentedControl
        aria-labelledby="judge-language"
        value={value}
        onChange={onChange}
        data={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
      />
    </div>
  );
}

const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
const isSaid = (value: unknown) => value !== undefined && value !== null && value !== '';
const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function languagesOf(content: Entry['content'], { form }: Definition): string[] {
  const local = form.sections.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'localized-text');
  const tags = local.flatMap(({ key }) => {
    const value = content[key];
    return isTexts(value) ? Object.keys(value).filter((tag) => value[tag] !== '') : [];
  });
  return [...new Set(tags)];
}

function Answer({ field, value, language }: { field: Field; value: unknown; language: string }) {
  const { t, i18n } = useTranslation('judge');
  if (isTexts(value)) {
    const { text, lang } = textIn(value, language);
    return (
      <span lang={lang} className="judge-text">
        {text}
      </span>
    );
  }
  if (field.kind === 'choice') {
    const choice = field.choices?.find(({ key }) => key === value);
    return choice === undefined ? String(value) : <LocalText of={choice.label} />;
  }
  if (field.kind === 'yes-no') return t(value === true ? 'entry.yes' : 'entry.no');
  if (field.kind === 'date') return dayIn(`${String(value)}T00:00:00Z`, 'UTC', i18n.language);
  if (field.kind === 'number' && typeof value === 'number') return value.toLocaleString(i18n.language);
  return <span className="judge-text">{String(value)}</span>;
}
