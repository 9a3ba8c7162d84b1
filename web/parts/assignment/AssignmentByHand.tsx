// A change by hand, seen before it is done: what it breaks, what it costs. One pair at a time, or a whole table.
import { Alert, Anchor, Button, FileInput, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, type Problem } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { sendTable } from '../../api/table.ts';
import { Dialog } from '../Dialog.tsx';
import { ProblemAlert } from '../ProblemAlert.tsx';
import type { Pair } from './AssignmentEntries.tsx';
import { type Assignment, type Change, useNaming } from './naming.ts';

type Wanted = { add: Pair[]; remove: Pair[] };
const changePath = '/panels/:panel/assignment/change';
const tablePath = '/panels/:panel/assignment/table';

/** Tried as soon as it is wanted. @returns what starts it, and the dialog that shows it */
export function useChangeByHand(panel: string, assignment: Assignment | undefined) {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const trial = useAct('post', changePath);
  const act = useAct('post', changePath);
  const close = () => setWanted(null);
  const said = (dryRun: 'true' | 'false', body: Wanted) => ({ params: { panel }, query: { dryRun }, body });
  const start = (body: Wanted) => {
    act.reset();
    setWanted(body);
    trial.mutate(said('true', body));
  };
  const dialog = assignment !== undefined && wanted !== null && (
    <ChangeDialog
      assignment={assignment}
      tried={trial.data ?? null}
      problem={act.error ?? trial.error}
      isBusy={act.isPending || trial.isPending}
      onClose={close}
      onDo={() => act.mutate(said('false', wanted), { onSuccess: close })}
    />
  );
  return { start, dialog };
}

type Shown = {
  assignment: Assignment;
  tried: Change | null;
  problem: Problem | null;
  isBusy: boolean;
  onClose: () => void;
  onDo: () => void;
};

function ChangeDialog({ assignment, tried, problem, isBusy, onClose, onDo }: Shown) {
  const { t } = useTranslation(['panel', 'app']);
  const stands = tried !== null && tried.refused.length === 0 && tried.lines.length === 0;
  return (
    <Dialog opened onClose={onClose} title={t('assignment.byHand')}>
      <Stack>
        <ProblemAlert problem={problem} />
        {tried !== null && <Report assignment={assignment} change={tried} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button loading={isBusy} disabled={!stands} onClick={onDo}>
            {t('assignment.doIt')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Report({ assignment, change }: { assignment: Assignment; change: Change }) {
  const { t, i18n } = useTranslation('panel');
  const { judge, entry, broken } = useNaming(assignment);
  const number = new Intl.NumberFormat(i18n.language);
  const { noted, before, after, lines } = change;
  // Lines that name nobody are told as lines: what the rest would do waits until they are mended.
  const isRead = lines.length === 0;
  const [came, left] = isRead ? [change.came, change.left] : [[], []];
  const refused = change.refused.filter(({ rule }) => isRead || !rule.startsWith('unknown-'));
  const pair = ({ nominationId, judgeId }: Pair) => ({ entry: entry(nominationId), judge: judge(judgeId) });
  return (
    <Stack gap="xs">
      <List size="sm">
        {came.slice(0, 20).map((one) => (
          <List.Item key={`+${one.nominationId}${one.judgeId}`}>{t('assignment.comes', pair(one))}</List.Item>
        ))}
        {left.slice(0, 20).map((one) => (
          <List.Item key={`-${one.nominationId}${one.judgeId}`}>{t('assignment.goes', pair(one))}</List.Item>
        ))}
      </List>
      {came.length + left.length > 40 && (
        <Text size="sm">{t('assignment.pairs', { count: came.length + left.length })}</Text>
      )}
      {isRead && came.length + left.length === 0 && <Text size="sm">{t('assignment.nothing')}</Text>}
      {(refused.length > 0 || lines.length > 0) && (
        <Alert color="red" role="alert" title={t('assignment.refused')}>
          <List size="sm">
            {refused.map((one) => (
              <List.Item key={one.message}>{broken(one)}</List.Item>
            ))}
            {lines.map(({ row, value, rule }) => (
              <List.Item key={`${row}${rule}`}>
                {t('assignment.line', { row, value, why: t(`assignment.broken.${rule}`) })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {noted.length > 0 && (
        <Alert color="orange" title={t('assignment.noted')}>
          <List size="sm">
            {noted.map((one) => (
              <List.Item key={one.message}>{broken(one)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {isRead && (
        <Text size="sm">
          {t('assignment.costChanges', { before: number.format(before), after: number.format(after) })}
        </Text>
      )}
    </Stack>
  );
}

/** The whole assignment as a table: taken out, changed elsewhere, tried, taken in. */
export function AssignmentTable({ panel, assignment }: { panel: string; assignment: Assignment }) {
  const { t } = useTranslation('panel');
  const { t: part } = useTranslation('parts');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = (dryRun: boolean) => (chosen: File) => sendTable<Change>(tablePath, { panel }, chosen, dryRun);
  const trial = useMutation<Change, Problem, File>({ mutationFn: send(true) });
  const act = useMutation<Change, Problem, File>({
    mutationFn: send(false),
    onSuccess: () => client.invalidateQueries(),
  });
  const close = () => {
    setFile(null);
    act.reset();
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    if (chosen !== null) trial.mutate(chosen);
  };
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('assignment.table')}
      </Title>
      <Text size="sm">{t('assignment.tableMeans')}</Text>
      <Group align="flex-end">
        <Anchor href={addressOf(tablePath, { panel })} download>
          {t('assignment.download')}
        </Anchor>
        <FileInput
          label={t('assignment.upload')}
          placeholder={part('file.choose')}
          accept=".csv,.xlsx"
          value={file}
          onChange={choose}
          clearable
          clearButtonProps={{ 'aria-label': t('assignment.clear') }}
          w={260}
        />
      </Group>
      {file !== null && (
        <ChangeDialog
          assignment={assignment}
          tried={trial.data ?? null}
          problem={act.error ?? trial.error}
          isBusy={act.isPending || trial.isPending}
          onClose={close}
          onDo={() => act.mutate(file, { onSuccess: close })}
        />
      )}
    </Stack>
  );
}
