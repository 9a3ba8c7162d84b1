// One topic: its title and summary, language by language.
import { Button, Fieldset, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '../../parts/fields.ts';
import type { Topic } from './talk.ts';

type Props = {
  number: number;
  topic: Topic;
  languages: string[];
  problem: Error | null;
  onChange: (topic: Topic) => void;
  onRemove?: () => void;
};

export function TopicFields({ number, topic, languages, problem, onChange, onRemove }: Props) {
  const { t, i18n } = useTranslation('presenter');
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const rules = rulesOf(problem);
  const at = `topics.${number - 1}`;
  return (
    <Fieldset legend={t('topics.topic', { number })}>
      <Stack gap="sm">
        {languages.map((tag) => (
          <TextInput
            key={`title ${tag}`}
            lang={tag}
            label={t('topics.titleIn', { language: names.of(tag) ?? tag })}
            required={tag === 'en'}
            value={topic.title[tag] ?? ''}
            error={rules[`${at}.title.${tag}`] ?? (tag === 'en' ? rules[`${at}.title`] : undefined)}
            onChange={(event) => onChange({ ...topic, title: { ...topic.title, [tag]: event.currentTarget.value } })}
          />
        ))}
        {languages.map((tag) => (
          <Textarea
            key={`summary ${tag}`}
            lang={tag}
            label={t('topics.summaryIn', { language: names.of(tag) ?? tag })}
            autosize
            minRows={2}
            value={topic.summary?.[tag] ?? ''}
            error={rules[`${at}.summary.${tag}`]}
            onChange={(event) =>
              onChange({ ...topic, summary: { ...topic.summary, [tag]: event.currentTarget.value } })
            }
          />
        ))}
        {onRemove && (
          <Button variant="subtle" color="red" onClick={onRemove} style={{ alignSelf: 'flex-start' }}>
            {t('topics.remove', { number })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
