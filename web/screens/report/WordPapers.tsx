// The report in Word: downloaded, edited, brought back; what changed is shown part by part before it is taken.
import { Alert, Button, Checkbox, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf, type Problem, send } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { Section } from '../results/Section.tsx';
import { ChangeText } from './Changes.tsx';
import { type ReportOf, reportPath } from './report-of.ts';

type Read = Contract<'post', '/forums/:forumId/delegations/:iso2/report/read'>['answer'];
type Props = { report: ReportOf; params: { forumId: string; iso2: string }; mayTake: boolean };
const types = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function WordPapers({ report, params, mayTake }: Props) {
  const { t } = useTranslation('report');
  const read = useMutation<Read, Problem, File>({
    mutationFn: (body) =>
      send('post', '/forums/:forumId/delegations/:iso2/report/read', { params, body }) as Promise<Read>,
  });
  return (
    <Section title={t('word.title')} lead={t('word.lead')}>
      <Group gap="xs">
        <Button
          component="a"
          download
          variant="default"
          href={addressOf('/forums/:forumId/delegations/:iso2/report/docx', params, {})}
          leftSection={<IconFileText size={18} aria-hidden />}
        >
          {t('word.download')}
        </Button>
        {mayTake && (
          <FileButton
            onChange={(file) => file !== null && read.mutate(file)}
            accept={types}
            inputProps={{ 'aria-label': t('word.upload') }}
          >
            {(props) => (
              <Button {...props} variant="light" leftSection={<IconUpload size={18} aria-hidden />}>
                {t('word.upload')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      {read.isPending && <Loading />}
      <ProblemAlert problem={read.error} />
      {read.data && <Taking key={report.latest} read={read.data} params={params} onDone={() => read.reset()} />}
    </Section>
  );
}

type TakingProps = { read: Read; params: Props['params']; onDone: () => void };

/** What others have changed too, and what the document lacks, is taken on wish only. */
function Taking({ read, params, onDone }: TakingProps) {
  const { t } = useTranslation('report');
  const { changes, latest, newPictures } = read;
  const [taken, setTaken] = useState(() =>
    changes.flatMap(({ id, outcome }) => (outcome === 'changed' || outcome === 'added' ? id : [])),
  );
  const save = useAct('put', reportPath, { onDone });
  if (changes.length === 0)
    return (
      <Alert color="blue" variant="light" role="status">
        {t(newPictures > 0 ? 'word.onlyPictures' : 'word.same')}
      </Alert>
    );
  return (
    <Stack gap="sm" aria-live="polite">
      <Text fw={600}>{t('word.found', { count: changes.length })}</Text>
      {newPictures > 0 && (
        <Alert color="orange" variant="light">
          {t('word.pictures')}
        </Alert>
      )}
      <Checkbox.Group label={t('word.choose')} value={taken} onChange={setTaken}>
        <Stack gap="sm" mt="xs">
          {changes.map((change) => (
            <Paper key={change.id} withBorder p="sm">
              <Checkbox value={change.id} label={t('word.take', { label: change.label })} mb="xs" />
              <ChangeText change={change} />
            </Paper>
          ))}
        </Stack>
      </Checkbox.Group>
      <ProblemAlert problem={save.error} />
      <Group>
        <Button
          loading={save.isPending}
          disabled={taken.length === 0}
          onClick={() =>
            save.mutate({ params, body: { version: latest, content: chosen(read, taken), source: 'docx' } })
          }
        >
          {t('word.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('cancel', { ns: 'app' })}
        </Button>
      </Group>
    </Stack>
  );
}

/** The newest version with what was chosen. */
function chosen({ changes, content, parts, title }: Read, taken: string[]): Read['content'] {
  const isTaken = (id: string) => taken.includes(id);
  const outcomes = new Map(changes.map(({ id, outcome }) => [id, outcome]));
  const next = content.parts.flatMap((part) => {
    const outcome = outcomes.get(part.id);
    if (outcome === undefined) return [part];
    if (outcome === 'removed') return isTaken(part.id) ? [] : [part];
    if (isTaken(part.id)) return [part];
    return parts.filter(({ id }) => id === part.id);
  });
  return { ...content, title: isTaken('title') ? content.title : title, parts: next };
}
