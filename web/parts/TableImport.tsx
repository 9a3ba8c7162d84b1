// A table that is sent in: tried first, with every wrong cell named; then done whole or not at all.
import { Alert, Anchor, Button, FileInput, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../api/contract.ts';
import { addressOf, type Problem } from '../api/client.ts';
import { sendTable } from '../api/table.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { sayRule } from './rules.ts';

type Import = Contract<'post', '/cycles/:cycleId/imports/:importKind'>['answer'];
type Bad = Import['bad'];
const path = '/cycles/:cycleId/imports/:importKind';

type State = { busy: boolean; tried: Import | null; done: Import | null; problem: Problem | null };
const nothing: State = { busy: false, tried: null, done: null, problem: null };

/** `kind` is given as a key, too, where it can change: another kind begins anew. */
export function TableImport({ cycleId, kind }: { cycleId: string; kind: string }) {
  const { t } = useTranslation('cycles');
  const { t: part } = useTranslation('parts');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<State>(nothing);
  const params = { cycleId, importKind: kind };
  const template = (format: string) => addressOf(`${path}/template`, params, { format });
  const run = async (chosen: File, dryRun: boolean) => {
    setState({ ...nothing, busy: true, tried: dryRun ? null : state.tried });
    await sendTable<Import>(path, params, chosen, dryRun).then(
      async (answer) => {
        setState(dryRun ? { ...nothing, tried: answer } : { ...nothing, done: answer });
        if (!dryRun) await client.invalidateQueries();
      },
      (problem: Problem) => setState({ ...nothing, problem }),
    );
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setState(nothing);
    if (chosen !== null) void run(chosen, true);
  };
  const { tried, done } = state;
  return (
    <Stack gap="md" maw={900}>
      <Text size="sm">
        {t('imports.template')} <Anchor href={template('xlsx')}>XLSX</Anchor> ·{' '}
        <Anchor href={template('csv')}>CSV</Anchor>
      </Text>
      <FileInput
        label={t('imports.file')}
        placeholder={part('file.choose')}
        description={t('imports.fileHint')}
        accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        clearable
        clearButtonProps={{ 'aria-label': t('imports.clear') }}
        leftSection={<IconUpload size={18} aria-hidden />}
        value={file}
        onChange={choose}
      />
      {state.busy && <Text role="status">{t('imports.busy')}</Text>}
      <ProblemAlert problem={state.problem} />
      {tried !== null && (
        <section aria-labelledby="tried">
          <Title order={2} size="h4" id="tried" mb="xs">
            {tried.bad.length === 0
              ? t('imports.good', { count: tried.rows })
              : t('imports.bad', { count: tried.bad.length })}
          </Title>
          {tried.bad.length > 0 ? <BadCells bad={tried.bad} /> : <What what={tried.what} />}
        </section>
      )}
      {tried !== null && tried.bad.length === 0 && file !== null && (
        <Group>
          <Button onClick={() => void run(file, false)} loading={state.busy}>
            {t('imports.run', { count: tried.rows })}
          </Button>
        </Group>
      )}
      {done !== null && (
        <Alert color="green" variant="light" role="status" title={t('imports.done', { count: done.done })}>
          {done.refused.length > 0 && (
            <List size="sm">
              {done.refused.map(({ row, detail }) => (
                <List.Item key={row}>{t('imports.refused', { row, detail })}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </Stack>
  );
}

function BadCells({ bad }: { bad: Bad }) {
  const { t } = useTranslation('cycles');
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.cell')}</Table.Th>
          <Table.Th>{t('imports.header')}</Table.Th>
          <Table.Th>{t('imports.value')}</Table.Th>
          <Table.Th>{t('imports.rule')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bad.map(({ row, column, header, value, rule, ...named }) => (
          <Table.Tr key={`${column}${row}${rule}`}>
            <Table.Th scope="row">{`${column}${row}`}</Table.Th>
            <Table.Td>{header}</Table.Td>
            <Table.Td>{value}</Table.Td>
            <Table.Td>{sayRule({ rule, ...named })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const What = ({ what }: { what: Import['what'] }) => (
  <List size="sm">
    {what.map(({ row, what: said }) => (
      <List.Item key={row}>{`${row}: ${said}`}</List.Item>
    ))}
  </List>
);
