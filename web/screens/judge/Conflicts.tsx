// Before any entry opens: which of them the judge is in conflict with, and in one tap that there is none with the others.
import { Button, Group, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useView } from '../../api/query.ts';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type Judging, type Line, useLines } from './judging.ts';

export const kinds = ['own-body', 'nominator', 'family', 'financial', 'adviser', 'other'] as const;
export type Kind = (typeof kinds)[number];

export function Conflicts({ judging }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  const lines = useLines(judging.cycleId).filter(({ declared }) => !declared);
  const { items: suggested } = useView('/cycles/:cycleId/judges/:judgeId/suggestions', {
    params: { cycleId: judging.cycleId, judgeId: 'me' },
  });
  const none = useAct('post', '/cycles/:cycleId/judges/:judgeId/no-conflicts');
  const entries = [...new Map(lines.map((line) => [line.nominationId, line])).values()];
  const nominationIds = entries.map((line) => line.nominationId);
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {t('conflicts.title')}
      </Title>
      <Text>{t('conflicts.text')}</Text>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {entries.map((line) => (
          <Undeclared
            key={line.nominationId}
            line={line}
            hints={suggested.filter((one) => one.nominationId === line.nominationId).map((one) => one.because)}
          />
        ))}
      </Stack>
      <ProblemAlert problem={none.error} />
      <div>
        <Button
          size="md"
          loading={none.isPending}
          onClick={() => none.mutate({ params: { cycleId: judging.cycleId, judgeId: 'me' }, body: { nominationIds } })}
        >
          {t('conflicts.none', { count: nominationIds.length })}
        </Button>
      </div>
    </Stack>
  );
}

const hintKeys = {
  'like-name': 'conflicts.hints.like-name',
  'mail-domain': 'conflicts.hints.mail-domain',
  'earlier-role': 'conflicts.hints.earlier-role',
} as const;

function Undeclared({ line, hints }: { line: Line; hints: (keyof typeof hintKeys)[] }) {
  const { t } = useTranslation('judge');
  const [isOpen, setOpen] = useState(false);
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ flex: '1 1 12rem' }}>
          <Text fw={600}>
            <LocalText of={line.organisation} />
          </Text>
          <Text size="sm">
            <LocalText of={line.title} />
          </Text>
          {hints.map((hint) => (
            <Text size="sm" key={hint} fs="italic">
              {t(hintKeys[hint])}
            </Text>
          ))}
        </div>
        {!isOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('conflicts.declare')}
          </Button>
        )}
      </Group>
      {isOpen && (
        <ConflictForm cycleId={line.cycleId} nominationId={line.nominationId} onCancel={() => setOpen(false)} />
      )}
    </Paper>
  );
}

type FormProps = { cycleId: string; nominationId: string; onCancel: () => void; onDone?: () => void };

/** Also for a conflict that is found while reading. */
export function ConflictForm({ cycleId, nominationId, onCancel, onDone }: FormProps) {
  const { t } = useTranslation(['judge', 'app']);
  const [kind, setKind] = useState<Kind>('own-body');
  const [reason, setReason] = useState('');
  const declare = useAct('post', '/cycles/:cycleId/judges/:judgeId/conflicts', { onDone });
  const form = useFocusOnProblem(declare.error);
  const id = useId();
  const send = () => declare.mutate({ params: { cycleId, judgeId: 'me' }, body: { nominationId, kind, reason } });
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm" mt="sm">
        <Text size="sm">{t('conflicts.effect')}</Text>
        <Select
          label={t('conflicts.kind')}
          data={kinds.map((value) => ({ value, label: t(`conflicts.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind((value ?? 'other') as Kind)}
          allowDeselect={false}
          data-autofocus
        />
        <Textarea
          id={id}
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autosize
        />
        <ProblemAlert problem={declare.error} />
        <Group>
          <Button type="submit" color="orange.9" loading={declare.isPending}>
            {t('conflicts.declare')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
