// The screening checklist: each item passed or failed with one tap, and a note where one is needed.
import { Badge, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { AskField } from './AskField.tsx';
import type { Asked } from './Screening.tsx';

type Nomination = Contract<'get', '/nominations/:nominationId'>['answer'];
type Props = {
  nomination: Nomination;
  may: boolean;
  asked: Asked;
  ask: ((field: string, message: string | null) => void) | null;
};

export function Checklist({ nomination, may, asked, ask }: Props) {
  const { t } = useTranslation('country');
  const { checklist, checks } = nomination;
  return (
    <section aria-labelledby="checklist">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="checklist">
          {t('checklist.title')}
        </Title>
        <Badge color={checks.failed > 0 ? 'orange' : checks.passed === checks.of ? 'green' : 'gray'}>
          {t('checklist.count', { passed: checks.passed, of: checks.of })}
        </Badge>
      </Group>
      <Stack gap="xs">
        {checklist.map((check) => (
          <Item key={check.item} {...{ check, may, asked, ask }} nominationId={nomination.nominationId} />
        ))}
      </Stack>
    </section>
  );
}

type ItemProps = Omit<Props, 'nomination'> & { check: Nomination['checklist'][number]; nominationId: string };

function Item({ check, may, asked, ask, nominationId }: ItemProps) {
  const { t } = useTranslation('country');
  const said = useText();
  const { item, label, outcome, note: before } = check;
  const record = useAct('post', '/nominations/:nominationId/checks');
  const [note, setNote] = useState<string | null>(null);
  const name = said(label);
  const send = (next: 'passed' | 'failed', text: string) =>
    record.mutate(
      { params: { nominationId }, body: { item, outcome: next, note: text } },
      { onSuccess: () => setNote(null) },
    );
  return (
    <Paper withBorder p="sm">
      <Text size="sm" fw={600} id={`check-${item}`}>
        {name}
      </Text>
      {may ? (
        <Group gap="xs" mt={6} role="group" aria-labelledby={`check-${item}`}>
          {(['passed', 'failed'] as const).map((one) => (
            <Button
              key={one}
              size="compact-md"
              mih={32}
              color={one === 'passed' ? 'green' : 'red'}
              variant={outcome === one ? 'filled' : 'default'}
              aria-pressed={outcome === one}
              loading={record.isPending && record.variables.body.outcome === one}
              onClick={() => send(one, note ?? before)}
            >
              {t(`checklist.${one}`)}
            </Button>
          ))}
          {note === null && (
            <Button size="compact-md" mih={32} variant="subtle" onClick={() => setNote(before)}>
              {t(before === '' ? 'checklist.addNote' : 'checklist.changeNote')}
            </Button>
          )}
        </Group>
      ) : (
        <Text size="sm">{t(`checklist.${outcome ?? 'open'}`)}</Text>
      )}
      {before !== '' && note === null && (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          {before}
        </Text>
      )}
      {note !== null && (
        <Stack gap="xs" mt="xs">
          <Textarea
            label={t('checklist.note')}
            description={t('checklist.noteHint')}
            autosize
            minRows={2}
            maxLength={1000}
            autoFocus
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group gap="xs">
            {outcome !== null && (
              <Button size="compact-md" mih={32} loading={record.isPending} onClick={() => send(outcome, note)}>
                {t('checklist.saveNote')}
              </Button>
            )}
            <Button size="compact-md" mih={32} variant="default" onClick={() => setNote(null)}>
              {t('cancel', { ns: 'app' })}
            </Button>
          </Group>
        </Stack>
      )}
      {outcome === 'failed' && ask !== null && asked[item] === undefined && (
        <Button size="compact-sm" mih={28} mt={6} variant="subtle" onClick={() => ask(item, before)}>
          {t('checklist.askToCorrect')}
        </Button>
      )}
      {ask !== null && asked[item] !== undefined && (
        <AskField name={item} label={name} message={asked[item]} ask={ask} />
      )}
      <ProblemAlert problem={record.error} />
    </Paper>
  );
}
