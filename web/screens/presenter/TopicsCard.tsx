// What the talk is about: topics with title and summary in two languages, its theme and the language it is given in.
import { Button, Card, Group, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type Texts, useText } from '../../parts/texts.ts';
import { TopicFields } from './TopicFields.tsx';
import { languagesOf, named, type Talk, type Topic } from './talk.ts';

const most = 10;
const interpreted: { [said: string]: boolean | null } = { language: null, yes: true, no: false };
const empty: Topic = { title: {} };
const written = (texts: Texts = {}) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
/** Without the languages that nothing was written in. */
function asSaid({ title, summary, subtitle, standsFor, aims, acronym, source }: Topic): Topic {
  const lines = Object.entries(aims ?? {}).map(
    ([tag, list]) => [tag, list.filter((line) => line.trim() !== '')] as const,
  );
  const told = { subtitle: written(subtitle), standsFor: written(acronym ? standsFor : {}), summary: written(summary) };
  const points = Object.fromEntries(lines.filter(([, list]) => list.length > 0));
  return {
    title: written(title),
    ...(acronym && { acronym }),
    ...Object.fromEntries(Object.entries(told).filter(([, texts]) => Object.keys(texts).length > 0)),
    ...(Object.keys(points).length > 0 && { aims: points }),
    ...(source && { source }),
  };
}

export function TopicsCard({ talk }: { talk: Talk }) {
  const { t, i18n } = useTranslation('presenter');
  const text = useText();
  const [topics, setTopics] = useState<Topic[]>(talk.topics.length === 0 ? [empty] : talk.topics);
  const [theme, setTheme] = useState(talk.theme);
  const [language, setLanguage] = useState(talk.language);
  const [fit, setFit] = useState(talk.fit);
  const [needs, setNeeds] = useState(talk.needsInterpretation);
  const [isSaved, setSaved] = useState(false);
  const describe = useAct('post', '/talks/:talk/describe', { onDone: () => setSaved(true) });
  const form = useFocusOnProblem(describe.error);
  const change = (index: number, topic: Topic) => {
    setSaved(false);
    setTopics(topics.map((one, at) => (at === index ? topic : one)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    describe.mutate({
      ...named(talk),
      body: { topics: topics.map(asSaid), theme, language, needsInterpretation: needs, fit },
    });
  };
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('topics.title')}
      </Title>
      <Text mb="sm">{t('topics.lead')}</Text>
      <form ref={form} onSubmit={submit} aria-label={t('topics.title')} noValidate>
        <Stack>
          {topics.map((topic, index) => (
            <TopicFields
              // biome-ignore lint/suspicious/noArrayIndexKey: topics have no other name
              key={index}
              number={index + 1}
              topic={topic}
              languages={languagesOf(talk, i18n.language)}
              problem={describe.error}
              onChange={(changed) => change(index, changed)}
              {...(topics.length > 1 && { onRemove: () => setTopics(topics.filter((_, at) => at !== index)) })}
            />
          ))}
          <Group>
            <Button variant="default" disabled={topics.length >= most} onClick={() => setTopics([...topics, empty])}>
              {t('topics.add')}
            </Button>
          </Group>
          <Select
            label={t('topics.theme')}
            placeholder={t('topics.noTheme')}
            data={talk.forum.themes.map(({ key, title }) => ({ value: key, label: text(title) }))}
            value={theme}
            onChange={setTheme}
            clearable
            clearButtonProps={{ 'aria-label': t('topics.clearTheme') }}
          />
          <Select
            label={t('topics.language')}
            data={[...new Set([talk.language, ...talk.forum.languages])].map((tag) => ({
              value: tag,
              label: names.of(tag) ?? tag,
            }))}
            value={language}
            onChange={(chosen) => setLanguage(chosen ?? language)}
            allowDeselect={false}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
            {talk.forum.themes
              .filter(({ key }) => key !== theme)
              .map(({ key, title }) => (
                <Select
                  key={key}
                  label={t('topics.fit', { theme: text(title) })}
                  data={['0', '1', '2', '3'].map((value) => ({ value, label: t(`fit.${value}`) }))}
                  value={String(fit[key] ?? 0)}
                  onChange={(chosen) => setFit({ ...fit, [key]: Number(chosen) })}
                  allowDeselect={false}
                />
              ))}
          </SimpleGrid>
          <Select
            label={t('topics.needs')}
            data={Object.keys(interpreted).map((value) => ({ value, label: t(`needs.${value}`) }))}
            value={needs === null ? 'language' : needs ? 'yes' : 'no'}
            onChange={(chosen) => setNeeds(interpreted[chosen ?? 'language'] ?? null)}
            allowDeselect={false}
          />
          <ProblemAlert problem={describe.error} />
          <Group>
            <Button type="submit" loading={describe.isPending}>
              {t('topics.save')}
            </Button>
            <Text role="status">{isSaved && t('saved')}</Text>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
