// One topic: acronym and what it stands for, title, aims and summary, language by language.
import { Button, Fieldset, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '../../parts/fields.ts';
import { useLanguageName } from '../../parts/languages.ts';
import type { Topic } from './talk.ts';

type Props = {
  number: number;
  topic: Topic;
  languages: string[];
  problem: Error | null;
  onChange: (topic: Topic) => void;
  onRemove?: () => void;
};
type Line = 'title' | 'subtitle' | 'standsFor';

export function TopicFields({ number, topic, languages, problem, onChange, onRemove }: Props) {
  const { t } = useTranslation('presenter');
  const nameOf = useLanguageName();
  const rules = rulesOf(problem);
  const at = `topics.${number - 1}`;
  const lines = (of: Line) =>
    languages.map((tag) => (
      <TextInput
        key={`${of} ${tag}`}
        lang={tag}
        label={t(`topics.${of}In`, { language: nameOf(tag) })}
        required={of === 'title' && tag === 'en'}
        value={topic[of]?.[tag] ?? ''}
        error={rules[`${at}.${of}.${tag}`] ?? (tag === 'en' ? rules[`${at}.${of}`] : undefined)}
        onChange={(event) => onChange({ ...topic, [of]: { ...topic[of], [tag]: event.currentTarget.value } })}
      />
    ));
  return (
    <Fieldset legend={t('topics.topic', { number })}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
          {lines('title')}
          {lines('subtitle')}
        </SimpleGrid>
        <TextInput
          label={t('topics.acronym')}
          description={t('topics.acronymHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={30}
          maw={260}
          value={topic.acronym ?? ''}
          error={rules[`${at}.acronym`]}
          onChange={(event) => onChange({ ...topic, acronym: event.currentTarget.value })}
        />
        {(topic.acronym ?? '') !== '' && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
            {lines('standsFor')}
          </SimpleGrid>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
          {languages.map((tag) => (
            <Textarea
              key={`aims ${tag}`}
              lang={tag}
              label={t('topics.aimsIn', { language: nameOf(tag) })}
              autosize
              minRows={2}
              value={(topic.aims?.[tag] ?? []).join('\n')}
              error={rules[`${at}.aims.${tag}`]}
              onChange={(event) =>
                onChange({ ...topic, aims: { ...topic.aims, [tag]: event.currentTarget.value.split('\n') } })
              }
            />
          ))}
          {languages.map((tag) => (
            <Textarea
              key={`summary ${tag}`}
              lang={tag}
              label={t('topics.summaryIn', { language: nameOf(tag) })}
              autosize
              minRows={2}
              value={topic.summary?.[tag] ?? ''}
              error={rules[`${at}.summary.${tag}`]}
              onChange={(event) =>
                onChange({ ...topic, summary: { ...topic.summary, [tag]: event.currentTarget.value } })
              }
            />
          ))}
        </SimpleGrid>
        <Select
          label={t('topics.source')}
          description={t('topics.sourceHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maw={260}
          placeholder={t('topics.sourceNone')}
          clearable
          clearButtonProps={{ 'aria-label': t('topics.sourceNone') }}
          data={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
          value={topic.source ?? null}
          onChange={(tag) => {
            const { source: _before, ...rest } = topic;
            onChange(tag === null ? rest : { ...rest, source: tag });
          }}
        />
        {onRemove && (
          <Button variant="subtle" color="red" onClick={onRemove} style={{ alignSelf: 'flex-start' }}>
            {t('topics.remove', { number })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
