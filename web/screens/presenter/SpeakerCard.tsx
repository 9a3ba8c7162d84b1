// Who gives the talk: the one who was asked, or another person named instead; and what is printed of that person.
import { Button, Card, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { useLanguageName } from '../../parts/languages.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { languagesOf, named, type Talk } from './talk.ts';

export function SpeakerCard({ talk }: { talk: Talk }) {
  const { t } = useTranslation('presenter');
  const back = useAct('post', '/talks/:talk/speaker/take-back');
  const { speaker, presenter } = talk;
  const mayName = talk.as !== 'speaker';
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('speaker.title')}
      </Title>
      <Stack gap="sm">
        <Text>
          {speaker === null
            ? t('speaker.self', { name: presenter?.name ?? '–' })
            : t('speaker.other', { name: speaker.name, answers: presenter?.name ?? '–' })}
        </Text>
        {mayName && speaker !== null && (
          <Group>
            <ConfirmButton
              variant="default"
              title={t('speaker.backTitle')}
              body={t('speaker.backMeans', { name: speaker.name })}
              confirm={t('speaker.back')}
              act={() => back.mutateAsync({ ...named(talk), body: {} })}
            >
              {t('speaker.back')}
            </ConfirmButton>
          </Group>
        )}
        {mayName && speaker === null && <Delegate talk={talk} />}
        <Profile talk={talk} key={speaker?.personId ?? ''} />
      </Stack>
    </Card>
  );
}

function Delegate({ talk }: { talk: Talk }) {
  const { t } = useTranslation('presenter');
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState({ name: '', email: '' });
  const [language, setLanguage] = useState('en');
  const name = useAct('post', '/talks/:talk/speaker', { onDone: () => setOpen(false) });
  const form = useFocusOnProblem(name.error);
  const rules = rulesOf(name.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    name.mutate({ ...named(talk), body: { ...said, language } });
  };
  if (!isOpen)
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('speaker.name')}
        </Button>
      </Group>
    );
  const field = (of: keyof typeof said) => ({
    value: said[of],
    error: rules[of],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [of]: value }));
    },
  });
  return (
    <form ref={form} onSubmit={send} aria-label={t('speaker.name')}>
      <Stack gap="sm">
        <Text size="sm">{t('speaker.means')}</Text>
        <TextInput label={t('speaker.who')} maxLength={200} autoFocus {...field('name')} />
        <TextInput label={t('speaker.email')} type="email" maxLength={254} {...field('email')} />
        <Select
          label={t('speaker.language')}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={language}
          onChange={(chosen) => setLanguage(chosen ?? 'en')}
          allowDeselect={false}
        />
        <ProblemAlert problem={name.error} />
        <Group>
          <Button type="submit" loading={name.isPending}>
            {t('speaker.send')}
          </Button>
          <Button variant="subtle" onClick={() => setOpen(false)}>
            {t('cancel', { ns: 'app' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Profile({ talk }: { talk: Talk }) {
  const { t, i18n } = useTranslation('presenter');
  const [profile, setProfile] = useState(talk.profile ?? { position: {}, biography: {}, printedName: null });
  const [isSaved, setSaved] = useState(false);
  const save = useAct('put', '/talks/:talk/profile', { onDone: () => setSaved(true) });
  const form = useFocusOnProblem(save.error);
  const rules = rulesOf(save.error);
  const change = (changes: Partial<typeof profile>) => {
    setSaved(false);
    setProfile({ ...profile, ...changes });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...named(talk), body: profile });
  };
  const nameOfLanguage = useLanguageName();
  const tags = languagesOf(talk, i18n.language);
  return (
    <form ref={form} onSubmit={send} aria-label={t('profile.title')} noValidate>
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('profile.title')}
        </Title>
        <TextInput
          label={t('profile.printedName')}
          description={t('profile.printedHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          value={profile.printedName ?? ''}
          error={rules.printedName}
          onChange={(event) => change({ printedName: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
          {tags.map((tag) => (
            <TextInput
              key={tag}
              lang={tag}
              label={t('profile.positionIn', { language: nameOfLanguage(tag) })}
              maxLength={300}
              value={profile.position[tag] ?? ''}
              error={rules[`position.${tag}`]}
              onChange={(event) => change({ position: { ...profile.position, [tag]: event.currentTarget.value } })}
            />
          ))}
          {tags.map((tag) => (
            <Textarea
              key={`biography ${tag}`}
              lang={tag}
              autosize
              minRows={2}
              label={t('profile.biographyIn', { language: nameOfLanguage(tag) })}
              maxLength={2000}
              value={profile.biography[tag] ?? ''}
              error={rules[`biography.${tag}`]}
              onChange={(event) => change({ biography: { ...profile.biography, [tag]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
        <ProblemAlert problem={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('profile.save')}
          </Button>
          <Text role="status">{isSaved && t('saved')}</Text>
        </Group>
      </Stack>
    </form>
  );
}
