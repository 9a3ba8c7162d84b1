// A word to those who are late: the secretariat's text, who gets it and what they read, then the mails.
import { Alert, Badge, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { ask, type Problem } from '../../../api/client.ts';
import { useAct } from '../../../api/query.ts';
import { languages } from '../../../i18n/languages.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { MailTexts } from '../planner/WhatIf.tsx';
import type { Line } from './Progress.tsx';

export type Only = 'all' | Pick<Line, 'country' | 'step'>[];
type Preview = Contract<'post', '/cycles/:cycleId/nudge/preview'>['answer'];
type Props = { cycleId: string; only: Only; onClose: () => void };

export function Nudge({ cycleId, only, onClose }: Props) {
  const { t, i18n } = useTranslation('cycles');
  const [text, setText] = useState<{ [language: string]: string }>({});
  useEffect(() => {
    const tags = Object.keys(languages);
    void i18n
      .loadLanguages(tags)
      .then(() =>
        setText(Object.fromEntries(tags.map((tag) => [tag, i18n.getFixedT(tag, 'cycles')('nudge.standard')]))),
      );
  }, [i18n]);
  const [settled] = useDebouncedValue(text, 500);
  const send = useAct('post', '/cycles/:cycleId/nudge');
  // However often it is pressed: one key for one opening of the dialog.
  const key = useRef(crypto.randomUUID());
  const saidOf = (words: typeof text) => ({
    params: { cycleId },
    body: {
      text: Object.fromEntries(Object.entries(words).filter(([, said]) => said.trim() !== '')),
      ...(only !== 'all' && { only: only.map(({ country, step }) => ({ country, step })) }),
    },
  });
  const isEmpty = Object.values(settled).every((said) => said.trim() === '');
  const preview = useQuery<Preview, Problem>({
    queryKey: ['nudge', cycleId, only, settled],
    queryFn: () => ask('post', '/cycles/:cycleId/nudge/preview', saidOf(settled)),
    enabled: !isEmpty,
    placeholderData: (before) => before,
  });
  const act = () => send.mutate({ ...saidOf(text), headers: { 'Idempotency-Key': key.current } });
  return (
    <Dialog opened onClose={onClose} title={t('nudge.title')} size="xl">
      {send.isSuccess ? (
        <Stack>
          <Alert color="green" variant="light" role="status" title={t('nudge.sent', { count: send.data.mails })}>
            <People people={send.data.recipients} />
          </Alert>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('close', { ns: 'app' })}</Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Text size="sm">{t('nudge.lead')}</Text>
          {Object.entries(languages).map(([tag, name]) => (
            <Textarea
              key={tag}
              label={t('nudge.text', { language: name })}
              lang={tag}
              autosize
              minRows={2}
              maxLength={2000}
              value={text[tag] ?? ''}
              error={isEmpty && tag in text ? t('nudge.empty') : undefined}
              onChange={(event) => setText({ ...text, [tag]: event.currentTarget.value })}
            />
          ))}
          {preview.isLoading && <Loading />}
          <ProblemAlert problem={preview.error} />
          {preview.data && <Shown preview={preview.data} />}
          <ProblemAlert problem={send.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'app' })}
            </Button>
            <Button onClick={act} loading={send.isPending} disabled={isEmpty || !preview.data?.recipients.length}>
              {t('nudge.send', { count: preview.data?.recipients.length ?? 0 })}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { t } = useTranslation('cycles');
  if (preview.recipients.length === 0) return <Text role="status">{t('nudge.nobody')}</Text>;
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{t('nudge.recipients', { count: preview.recipients.length })}</Text>
      <People people={preview.recipients} />
      <MailTexts mails={preview.mails} order={3} />
    </Stack>
  );
}

function People({ people }: { people: Preview['recipients'] }) {
  const { t } = useTranslation('cycles');
  return (
    <List size="sm">
      {people.map(({ personId, name, about, language }) => (
        <List.Item key={personId}>
          {name}{' '}
          <Badge size="sm" color="gray">
            {language.toUpperCase()}
          </Badge>{' '}
          {about.map(({ country, step }) => `${country ?? ''} ${t(`step.${step}`)}`.trim()).join(', ')}
        </List.Item>
      ))}
    </List>
  );
}
