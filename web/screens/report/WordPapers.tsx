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
import { sizeIn } from '../../parts/sizes.ts';
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
      {read.data && read.variables && (
        <Taking
          key={report.latest}
          read={read.data}
          file={read.variables}
          params={params}
          onDone={() => read.reset()}
        />
      )}
    </Section>
  );
}

type TakingProps = { read: Read; file: File; params: Props['params']; onDone: () => void };
const picturesPath = '/forums/:forumId/delegations/:iso2/report/read/pictures';

/** What others have changed too, and what the document lacks, is taken on wish only. */
function Taking({ read, file, params, onDone }: TakingProps) {
  const { t } = useTranslation('report');
  const { changes, latest, notTaken } = read;
  const [taken, setTaken] = useState(() =>
    changes.flatMap(({ id, outcome }) => (outcome === 'changed' || outcome === 'added' ? id : [])),
  );
  const save = useAct('put', reportPath, { onDone });
  const bring = useMutation<void, Problem>({
    mutationFn: async () => {
      const content = chosen(read, taken);
      const take = newPictures(read, content).map(({ fileId }) => fileId);
      if (take.length > 0) await send('post', picturesPath, { params, query: { take: take.join(',') }, body: file });
      await save.mutateAsync({ params, body: { version: latest, content, source: 'docx' } });
    },
  });
  if (changes.length === 0)
    return (
      <Stack gap="sm">
        <Alert color="blue" variant="light" role="status">
          {t(notTaken.length > 0 ? 'word.nothingElse' : 'word.same')}
        </Alert>
        <NotTaken pictures={notTaken} />
      </Stack>
    );
  return (
    <Stack gap="sm" aria-live="polite">
      <Text fw={600}>{t('word.found', { count: changes.length })}</Text>
      <NotTaken pictures={notTaken} />
      <Checkbox.Group label={t('word.choose')} value={taken} onChange={setTaken}>
        <Stack gap="sm" mt="xs">
          {changes.map((change) => (
            <Paper key={change.id} withBorder p="sm">
              <Checkbox value={change.id} label={<TakeLabel read={read} change={change} />} mb="xs" />
              <ChangeText change={change} />
            </Paper>
          ))}
        </Stack>
      </Checkbox.Group>
      <ProblemAlert problem={bring.error} />
      <Group>
        <Button loading={bring.isPending} disabled={taken.length === 0} onClick={() => bring.mutate()}>
          {t('word.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('cancel', { ns: 'app' })}
        </Button>
      </Group>
    </Stack>
  );
}

function TakeLabel({ read, change }: { read: Read; change: Read['changes'][number] }) {
  const { t, i18n } = useTranslation('report');
  const [picture] = newPictures(read, {
    ...read.content,
    parts: read.content.parts.filter(({ id }) => id === change.id),
  });
  if (picture === undefined) return t('word.take', { label: change.label });
  return t('word.takePicture', { name: picture.name, size: sizeIn(picture.size, i18n.language), label: change.label });
}

/** Each with the reason, and what to do instead. */
function NotTaken({ pictures }: { pictures: Read['notTaken'] }) {
  const { t } = useTranslation('report');
  if (pictures.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={t('word.notTaken', { count: pictures.length })}>
      <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
        {pictures.map(({ name, caption, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pictures may have one name, and the list stands still
          <li key={at}>
            <b>{[name === '' ? t('word.unnamed') : name, caption].filter((part) => part !== '').join(' · ')}</b>{' '}
            {t(`word.why.${why}`)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function newPictures({ pictures }: Read, { parts }: Read['content']): Read['pictures'] {
  const shown = new Set(parts.map((part) => (part.kind === 'picture' ? part.fileId : '')));
  return pictures.filter(
    ({ fileId }, at) => shown.has(fileId) && pictures.findIndex((one) => one.fileId === fileId) === at,
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
