// The release itself: who is told, each warning ticked, its name and its note.
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { useAct, useMaybeView } from '../../../api/query.ts';
import { Loading } from '../../../parts/Loading.tsx';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import type { Forum } from '../places.ts';
import { Revealing } from './Revealing.tsx';
import { Warnings } from './Warnings.tsx';

export type Preview = Contract<'get', '/forums/:forumId/schedule/preview'>['answer'];
type Props = { forum: Forum; preview: Preview; onDone: () => void };

export function ReleaseForm({ forum, preview, onDone }: Props) {
  const { t } = useTranslation('schedule');
  const release = useAct('post', '/forums/:forumId/schedule/release', { onDone });
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [ticked, setTicked] = useState<string[]>([]);
  const { forumId, placements, unplaced } = forum;
  const [written] = useDebouncedValue(`${name}\n${note}`, 500);
  const now = useMaybeView('/forums/:forumId/schedule/preview', { params: { forumId }, query: { written } });
  const { warnings, lines } = now.data ?? preview;
  const open = warnings.filter(({ key }) => !ticked.includes(key)).length;
  const count = (...changes: string[]) => lines.filter(({ change }) => changes.includes(change)).length;
  const gone = count('gone');
  const send = () => release.mutate({ params: { forumId }, body: { name, note, ticked } });
  return (
    <Stack>
      <Text>{t('release.means', { placed: placements.length, unplaced: unplaced.length })}</Text>
      <Text>{t('release.told', { count: count('new', 'moved') })}</Text>
      {gone > 0 && <Text>{t('release.gone', { count: gone })}</Text>}
      <TextInput
        label={t('release.name')}
        description={t('release.nameHint')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('release.note')}
        description={t('release.noteHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Suspense fallback={<Loading />}>
        <Revealing forumId={forumId} written={written} />
      </Suspense>
      <Warnings forum={forum} warnings={warnings} ticked={ticked} onTick={setTicked} />
      <ProblemAlert problem={release.error} />
      {open > 0 && <Text role="status">{t('release.toTick', { count: open })}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('release.leave')}
        </Button>
        <Button disabled={open > 0 || name.trim() === ''} loading={release.isPending} onClick={send}>
          {t('release.act')}
        </Button>
      </Group>
    </Stack>
  );
}
