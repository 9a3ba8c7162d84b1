// The country corrects the laureate's name, script by script, with the reason.
import { Button, Card, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type Award, named } from './award.ts';

export function NameCorrection({ award }: { award: Award }) {
  const { t, i18n } = useTranslation('laureate');
  const [organisation, setOrganisation] = useState(award.organisation);
  const [reason, setReason] = useState('');
  const correct = useAct('post', '/panels/:panel/laureates/:laureateId/name', { onDone: () => setReason('') });
  const form = useFocusOnProblem(correct.error);
  const rules = rulesOf(correct.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate({ ...named(award), body: { organisation, reason } });
  };
  const nameOf = (tag: string) => new Intl.DisplayNames(i18n.language, { type: 'language' }).of(tag) ?? tag;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('correction.title')}
      </Title>
      <Text mb="sm">{t('correction.lead')}</Text>
      <form ref={form} onSubmit={submit} aria-label={t('correction.title')} noValidate>
        <Stack>
          {Object.entries(organisation).map(([tag, name]) => (
            <TextInput
              key={tag}
              lang={tag}
              label={t('correction.in', { language: nameOf(tag) })}
              required
              value={name}
              error={rules[`organisation.${tag}`]}
              onChange={(event) => setOrganisation({ ...organisation, [tag]: event.currentTarget.value })}
            />
          ))}
          <Textarea
            label={t('correction.reason')}
            required
            autosize
            minRows={2}
            value={reason}
            error={rules.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemAlert problem={correct.error} />
          <Button type="submit" variant="light" loading={correct.isPending}>
            {t('correction.save')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
