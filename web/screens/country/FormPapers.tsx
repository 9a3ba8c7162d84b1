// The form in Word or Excel: downloaded with what is written so far, and taken back into the draft place by place.
import { Alert, Button, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf, type Problem, send } from '../../api/client.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { FormReport } from './FormReport.tsx';

export type Report = Contract<'post', '/drafts/:form/:subjectId/form'>['answer'];
const path = '/drafts/:form/:subjectId/form';
const types =
  '.docx,.xlsx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Props = {
  nominationId: string;
  /** Whoever only reads the draft downloads. */
  mayUpload?: boolean;
  /** Hears what was taken, with the draft's version from then on. */
  onTaken?: (report: Report) => void;
};

export function FormPapers({ nominationId, mayUpload = true, onTaken }: Props) {
  const { t } = useTranslation('country');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const params = { form: 'nomination', subjectId: nominationId };
  const post = (bytes: File, query: object) => send('post', path, { params, query, body: bytes }) as Promise<Report>;
  const trial = useMutation<Report, Problem, File>({ mutationFn: (bytes) => post(bytes, { dryRun: 'true' }) });
  const take = useMutation<Report, Problem, { bytes: File; places: string[]; version: number }>({
    mutationFn: ({ bytes, places, version }) => post(bytes, { take: places.join(','), version }),
    onSuccess: async (report) => {
      setFile(null);
      trial.reset();
      onTaken?.(report);
      await client.invalidateQueries();
    },
    // Others have saved in between: the report is made anew, and what was chosen is chosen again.
    onError: (problem, { bytes }) => problem.code === 'draft-moved' && trial.mutate(bytes),
  });
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    setFile(chosen);
    take.reset();
    trial.mutate(chosen);
  };
  const stop = () => {
    setFile(null);
    trial.reset();
    take.reset();
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="form-papers">
      <Title order={2} size="h4" id="form-papers" mb="xs">
        {t('formPapers.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t('formPapers.lead')}
      </Text>
      <Group gap="xs">
        {(['docx', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={addressOf(path, params, { format })}
            download
            variant="default"
            leftSection={
              format === 'docx' ? <IconFileText size={18} aria-hidden /> : <IconFileSpreadsheet size={18} aria-hidden />
            }
          >
            {t(`formPapers.${format}`)}
          </Button>
        ))}
        {mayUpload && (
          <FileButton onChange={choose} accept={types} inputProps={{ 'aria-label': t('formPapers.upload') }}>
            {(props) => (
              <Button {...props} variant="light" leftSection={<IconUpload size={18} aria-hidden />}>
                {t('formPapers.upload')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <Stack gap="sm" mt="sm">
        {trial.isPending && <Loading />}
        <ProblemAlert problem={trial.error} />
        <ProblemAlert problem={take.error} />
        {trial.data && file !== null && (
          <FormReport
            key={trial.data.version}
            name={file.name}
            report={trial.data}
            isBusy={take.isPending}
            onTake={(places) => take.mutate({ bytes: file, places, version: trial.data.version })}
            onStop={stop}
          />
        )}
        {take.data && (
          <Alert color="green" variant="light" role="status" title={t('formPapers.done')}>
            {t('formPapers.doneCount', { count: take.data.lines.filter(({ outcome }) => outcome === 'taken').length })}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
