// What was said in a session, language by language, saved a moment after each pause in the writing.
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { keyOf, useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { nameOfLanguage } from '../account/scripts.ts';
import { SessionPictures } from './SessionPictures.tsx';
import { type Content, path, useSaving } from './saving.ts';

/** `finish` saves what was written last. @returns false where that failed: then one must not leave unasked. */
export type Writer = { finish(): Promise<boolean> };
type Props = { forumId: string; session: string; languages: string[]; onDone: () => void; ref: Ref<Writer> };

export function Writing({ forumId, session, languages, onDone, ref }: Props) {
  const { t, i18n } = useTranslation('day');
  const params = { forumId, session };
  const found = useView(path, { params });
  useFreshNextTime(params);
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [content, setContent] = useState<Content>(found.content);
  const saving = useSaving(params, content, found);
  useImperativeHandle(ref, () => ({ finish: saving.finish }));
  const record = useAct('post', '/forums/:forumId/proceedings/:session/record', { onDone });
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
          : t(saving.isOpen && saving.problem === null ? 'proceedings.saving' : 'proceedings.notSaved')}
      </Text>
      {saving.isMoved ? (
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
        saving.problem !== null && (
          <>
            <ProblemAlert problem={saving.problem} />
            <Group>
              <Button variant="default" onClick={onDone}>
                {t('proceedings.discard')}
              </Button>
            </Group>
          </>
        )
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
