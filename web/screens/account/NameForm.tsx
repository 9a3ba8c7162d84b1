// How I am named: as people know me, with an honorific, in each script as I write it, and as it is printed.
import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { done } from './done.ts';
import { Section } from './Section.tsx';
import { nameOfLanguage, scripts } from './scripts.ts';

type MyName = Contract<'get', '/me/name'>['answer'];
type Question = MyName['questions'][number];

export function NameForm() {
  const { t } = useTranslation('account');
  const known = useView('/me/name', {});
  return (
    <Section title={t('name.title')} lead={t('name.lead')}>
      <Fields known={known} />
    </Section>
  );
}

function Fields({ known }: { known: MyName }) {
  const { t } = useTranslation('account');
  const { t: tApp } = useTranslation();
  const [said, setSaid] = useState(() => ({
    name: known.name,
    honorific: known.honorific,
    printedName: known.printedName ?? '',
    names: known.names,
  }));
  const save = useAct('put', '/me/name', { onDone: () => done(t('name.saved')) });
  const form = useFocusOnProblem(save.error);
  const rules = rulesOf(save.error);
  const body = (from: typeof said) => ({
    name: from.name,
    honorific: from.honorific,
    printedName: from.printedName.trim() === '' ? null : from.printedName,
    names: Object.fromEntries(Object.entries(from.names).filter(([, name]) => name.trim() !== '')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ body: body(said) });
  };
  const answer = ({ field, suggested }: Question, take: 'suggested' | 'typed') => {
    const language = field.replace(/^names\./, '');
    const next =
      take === 'typed'
        ? said
        : language === field
          ? { ...said, [field]: suggested }
          : { ...said, names: { ...said.names, [language]: suggested } };
    setSaid(next);
    save.mutate({ body: { ...body(said), answers: [{ field, take }] } });
  };
  const rest = scripts.filter((tag) => !(tag in said.names));
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="sm">
        {known.questions.map((question) => (
          <ZawgyiQuestion key={question.field} question={question} answer={answer} />
        ))}
        <Group align="flex-start" grow preventGrowOverflow={false} gap="sm">
          <TextInput
            label={t('name.honorific')}
            description={t('name.honorificHint')}
            value={said.honorific}
            error={rules.honorific}
            maxLength={60}
            style={{ flex: '1 1 8rem', maxWidth: '14rem' }}
            onChange={(event) => setSaid({ ...said, honorific: event.currentTarget.value })}
          />
          <TextInput
            label={t('name.name')}
            description={t('name.nameHint')}
            value={said.name}
            error={rules.name}
            required
            maxLength={200}
            style={{ flex: '3 1 14rem' }}
            onChange={(event) => setSaid({ ...said, name: event.currentTarget.value })}
          />
        </Group>
        {Object.entries(said.names).map(([tag, name]) => (
          <TextInput
            key={tag}
            lang={tag}
            label={t('name.in', { language: nameOfLanguage(tag) })}
            value={name}
            error={rules[`names.${tag}`]}
            maxLength={200}
            onChange={(event) => setSaid({ ...said, names: { ...said.names, [tag]: event.currentTarget.value } })}
          />
        ))}
        <Select
          label={t('name.addScript')}
          placeholder={t('name.chooseScript')}
          data={rest.map((tag) => ({ value: tag, label: nameOfLanguage(tag) }))}
          value={null}
          maw={320}
          onChange={(tag) => tag !== null && setSaid({ ...said, names: { ...said.names, [tag]: '' } })}
        />
        <TextInput
          label={t('name.printed')}
          description={t('name.printedHint')}
          value={said.printedName}
          error={rules.printedName}
          maxLength={200}
          onChange={(event) => setSaid({ ...said, printedName: event.currentTarget.value })}
        />
        <ProblemAlert problem={save.error} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {tApp('save')}
        </Button>
      </Stack>
    </form>
  );
}

type Answering = { question: Question; answer: (question: Question, take: 'suggested' | 'typed') => void };

/** A name that looks as if it were written in an older Burmese encoding is asked about, never changed silently. */
function ZawgyiQuestion({ question, answer }: Answering) {
  const { t } = useTranslation('account');
  return (
    <Alert color="orange" variant="light" title={t('name.zawgyi')}>
      <Stack gap="xs">
        <span>{t('name.zawgyiText')}</span>
        <Group gap="xs">
          <Button variant="default" lang="my" onClick={() => answer(question, 'suggested')}>
            {question.suggested}
          </Button>
          <Button variant="default" onClick={() => answer(question, 'typed')}>
            {t('name.keepTyped')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
