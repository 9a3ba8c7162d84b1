// What was said in a session, language by language, saved a moment after each pause in the writing.
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { ask, Problem } from '../../api/client.ts';
import { keyOf, useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { nameOfLanguage } from '../account/scripts.ts';
import { SessionPictures } from './SessionPictures.tsx';

const path = '/forums/:forumId/proceedings/:session';
type Content = Contract<'get', typeof path>['answer']['content'];
/** `finish` saves what was written last. @returns false where that failed and has only now been said. */
export type Writer = { finish(): Promise<boolean> };
type Props = { forumId: string; session: string; languages: string[]; onRecorded: () => void; ref: Ref<Writer> };

const pauseMs = 800;
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

export function Writing({ forumId, session, languages, onRecorded, ref }: Props) {
  const { t, i18n } = useTranslation('day');
  const params = { forumId, session };
  const found = useView(path, { params });
  useFreshNextTime(params);
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [content, setContent] = useState<Content>(found.content);
  const saving = useSaving(params, content, found);
  useImperativeHandle(ref, () => ({ finish: saving.finish }));
  const record = useAct('post', '/forums/:forumId/proceedings/:session/record', { onDone: onRecorded });
  const set = (of: 'points' | 'recommendations', text: string) =>
    setContent({ ...content, [of]: { ...content[of], [language]: text.split('\n') } });
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('proceedings.language')}
        value={language}
        onChange={setLanguage}
        data={languages.map((value) => ({ value, label: nameOfLanguage(value) }))}
      />
      <Textarea
        label={t('proceedings.summary')}
        lang={language}
        autosize
        minRows={2}
        maxLength={10_000}
        value={content.summary[language] ?? ''}
        onChange={(event) =>
          setContent({ ...content, summary: { ...content.summary, [language]: event.currentTarget.value } })
        }
      />
      {(['points', 'recommendations'] as const).map((of) => (
        <Textarea
          key={of}
          label={t(`proceedings.${of}`)}
          description={t('proceedings.lines')}
          lang={language}
          autosize
          minRows={3}
          value={(content[of][language] ?? []).join('\n')}
          onChange={(event) => set(of, event.currentTarget.value)}
        />
      ))}
      <SessionPictures
        {...{ params, language, pictures: content.pictures }}
        onChange={(pictures) => setContent({ ...content, pictures })}
        onAdd={(picture) => setContent((now) => ({ ...now, pictures: [...now.pictures, picture] }))}
      />
      <Text size="sm" role="status">
        {saving.savedAt !== null && !saving.isOpen
          ? t('proceedings.saved', { time: sayTime(saving.savedAt, i18n.language) })
          : t(saving.isOpen ? 'proceedings.saving' : 'proceedings.notSaved')}
      </Text>
      {saving.problem?.code === 'proceedings-draft-moved' ? (
        <Alert color="orange" variant="light" role="alert" title={t('proceedings.moved')}>
          {t('proceedings.movedMeans')}
          <Group mt="sm">
            <Button variant="default" onClick={saving.mine}>
              {t('proceedings.mine')}
            </Button>
            <Button
              variant="default"
              onClick={async () => {
                const theirs = await ask('get', path, { params });
                setContent(theirs.content);
                saving.theirs(theirs.version, theirs.content);
              }}
            >
              {t('proceedings.theirs')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <ProblemAlert problem={saving.problem} />
      )}
      <Group>
        <ConfirmButton
          title={t('proceedings.recordTitle')}
          body={t('proceedings.recordMeans')}
          confirm={t('proceedings.record')}
          disabled={saving.version === 0 || saving.isOpen || saving.problem !== null}
          act={() => record.mutateAsync({ params, body: { draft: saving.version } })}
        >
          {t('proceedings.record')}
        </ConfirmButton>
      </Group>
    </Stack>
  );
}

/** The draft is read anew when one comes back: it was saved here since it was read, or elsewhere. */
function useFreshNextTime({ forumId, session }: { forumId: string; session: string }) {
  const client = useQueryClient();
  useEffect(() => {
    const queryKey = keyOf(path, { params: { forumId, session } });
    return () => client.removeQueries({ queryKey });
  }, [client, forumId, session]);
}

/** With the day where that is not today. */
const sayTime = (at: Date, language: string) =>
  at.toDateString() === new Date().toDateString() ? at.toLocaleTimeString(language) : at.toLocaleString(language);

/** Without the lines that are blank yet. */
const cleaned = (content: Content): Content => ({
  ...content,
  points: Object.fromEntries(Object.entries(content.points).map(([tag, lines]) => [tag, linesOf(lines.join('\n'))])),
  recommendations: Object.fromEntries(
    Object.entries(content.recommendations).map(([tag, lines]) => [tag, linesOf(lines.join('\n'))]),
  ),
});

type Found = { version: number; content: Content; savedAt: string | null };

/** One save after the other, each of what is written by then. */
function useSaving(params: { forumId: string; session: string }, content: Content, found: Found) {
  const [state, setState] = useState<{ version: number; savedAt: Date | null; problem: Problem | null }>({
    ...{ version: found.version, savedAt: found.savedAt === null ? null : new Date(found.savedAt), problem: null },
  });
  const [saved, setSaved] = useState(JSON.stringify(cleaned(found.content)));
  const version = useRef(found.version);
  const last = useRef<Promise<boolean> | null>(null);
  const isFinishing = useRef(false);
  const [settled] = useDebouncedValue(content, pauseMs);
  const text = JSON.stringify(cleaned(content));
  const put = async (body: Content): Promise<boolean> => {
    try {
      const answer = await ask('put', path, { params, body: { version: version.current, content: cleaned(body) } });
      version.current = answer.version;
      setSaved(JSON.stringify(cleaned(body)));
      setState({ version: answer.version, savedAt: new Date(), problem: null });
      return true;
    } catch (error) {
      setState((now) => ({ ...now, problem: error instanceof Problem ? error : new Problem(0, 'bug', String(error)) }));
      return false;
    }
  };
  const send = (body: Content): Promise<boolean> => {
    const sent = put(body).finally(() => {
      last.current = null;
    });
    last.current = sent;
    return sent;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is sent once it has settled, and after the save before it
  useEffect(() => {
    const waits = last.current !== null || isFinishing.current;
    if (waits || state.problem !== null || JSON.stringify(cleaned(settled)) === saved) return;
    void send(settled);
  }, [settled, state.version, saved]);
  const finish = async () => {
    if (text === saved || state.problem !== null) return true;
    isFinishing.current = true;
    const isSaved = (await (last.current ?? true)) && (await send(content));
    isFinishing.current = false;
    return isSaved;
  };
  const moved = state.problem?.extra.allowed as { version?: number } | undefined;
  return {
    ...state,
    isOpen: text !== saved,
    finish,
    mine: () => {
      version.current = moved?.version ?? version.current;
      void send(content);
    },
    theirs: (newest: number, theirs: Content) => {
      version.current = newest;
      setSaved(JSON.stringify(cleaned(theirs)));
      setState({ version: newest, savedAt: null, problem: null });
    },
  };
}
