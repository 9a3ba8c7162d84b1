// Who answers for the laureate: named by the country's focal point, who may name another.
import { Button, Card, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type Award, named } from './award.ts';

export function ContactCard({ award }: { award: Award }) {
  const { t, i18n } = useTranslation('laureate');
  const { contact } = award;
  const [said, setSaid] = useState({ name: '', email: '', language: i18n.language });
  const name = useAct('post', '/panels/:panel/laureates/:laureateId/contact', {
    onDone: () => setSaid({ ...said, name: '', email: '' }),
  });
  const form = useFocusOnProblem(name.error);
  const rules = rulesOf(name.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    name.mutate({ ...named(award), body: said });
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('contact.title')}
      </Title>
      <Text mb="sm">
        {contact === null ? t('contact.none') : t('contact.is', { name: contact.name, email: contact.email ?? '' })}
      </Text>
      <form ref={form} onSubmit={submit} aria-label={t('contact.title')} noValidate>
        <Stack>
          <TextInput
            label={t('contact.name')}
            required
            value={said.name}
            error={rules.name}
            onChange={(event) => setSaid({ ...said, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('contact.email')}
            type="email"
            required
            value={said.email}
            error={rules.email}
            onChange={(event) => setSaid({ ...said, email: event.currentTarget.value })}
          />
          <Select
            label={t('contact.language')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            value={said.language}
            onChange={(chosen) => setSaid({ ...said, language: chosen ?? said.language })}
            allowDeselect={false}
          />
          <ProblemAlert problem={name.error} />
          <Button type="submit" variant="light" loading={name.isPending}>
            {t(contact === null ? 'contact.set' : 'contact.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
