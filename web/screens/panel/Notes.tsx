// Deliberation notes of an entry: whose, what they said before, and a new one; own notes can be revised until the signature.
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { rulesOf } from '../../parts/fields.ts';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';

type Note = ItemOf<'/panels/:panel/entries/:nominationId/notes'>;
type Of = { panel: string; nominationId: string };

export function Notes({ status, ...of }: Of & { status: string }) {
  const { t } = useTranslation('panel');
  const notes = useList('/panels/:panel/entries/:nominationId/notes', { params: of });
  useOthersNotes();
  const isScoring = status === 'formed' || status === 'scoring';
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {t('notes.title')}
      </Title>
      <Text size="sm">{t(isScoring ? 'notes.ownOnly' : 'notes.shared')}</Text>
      <Listing
        list={notes}
        empty={<Empty text={t(status === 'signed' ? 'notes.none' : 'notes.empty')} />}
        exports={<ExportButton path="/panels/:panel/entries/:nominationId/notes" params={of} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((note) => (
              <NoteCard key={note.noteId} note={note} of={of} isOver={status === 'signed'} />
            ))}
          </Stack>
        )}
      </Listing>
      {status === 'signed' ? <Text size="sm">{t('notes.over')}</Text> : <NewNote of={of} />}
    </Stack>
  );
}

/** A note is no event, so the stream of changes does not tell of it: the others' are looked for now and then. */
function useOthersNotes(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => {
      if (!document.hidden) void client.invalidateQueries({ queryKey: ['/panels/:panel/entries/:nominationId/notes'] });
    };
    const again = setInterval(look, 15_000);
    return () => clearInterval(again);
  }, [client]);
}

function NoteCard({ note, of, isOver }: { note: Note; of: Of; isOver: boolean }) {
  const { t } = useTranslation('panel');
  const [isRevising, setRevising] = useState(false);
  const { name, own, text, former, writtenAt, revisedAt } = note;
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-start">
        <Text size="sm" component="div">
          <strong>{own ? t('notes.you') : name || t('nameless')}</strong> · <When at={revisedAt ?? writtenAt} />
        </Text>
        {own && !isOver && !isRevising && (
          <Button variant="subtle" size="compact-sm" onClick={() => setRevising(true)}>
            {t('notes.revise')}
          </Button>
        )}
      </Group>
      {isRevising ? (
        <Revise note={note} of={of} onDone={() => setRevising(false)} />
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
      )}
      {former.length > 0 && (
        <details>
          <summary>{t('notes.former', { count: former.length })}</summary>
          {former.map((version) => (
            <Text key={version.version} size="sm" component="div" mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
              <When at={version.writtenAt} />
              <br />
              {version.text}
            </Text>
          ))}
        </details>
      )}
    </Card>
  );
}

function NewNote({ of }: { of: Of }) {
  const { t } = useTranslation('panel');
  const [text, setText] = useState('');
  const write = useAct('post', '/panels/:panel/entries/:nominationId/notes', { onDone: () => setText('') });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== '') write.mutate({ params: of, body: { text } });
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Textarea
        label={t('notes.write')}
        description={t('notes.who')}
        autosize
        minRows={3}
        value={text}
        error={rulesOf(write.error).text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
      />
      <ProblemAlert problem={write.error} />
      <Button type="submit" mt="sm" loading={write.isPending} disabled={text.trim() === ''}>
        {t('notes.add')}
      </Button>
    </form>
  );
}

/** Revised elsewhere meanwhile: both texts stay before one's eyes. */
function Revise({ note, of, onDone }: { note: Note; of: Of; onDone: () => void }) {
  const { t } = useTranslation(['panel', 'app']);
  const [text, setText] = useState(note.text);
  const [version, setVersion] = useState(note.version);
  const revise = useAct('put', '/panels/:panel/entries/:nominationId/notes/:noteId', { onDone });
  const moved = revise.error?.code === 'note-moved' ? (revise.error.extra.allowed as Moved) : null;
  const save = () => {
    const params = { ...of, noteId: note.noteId };
    revise.mutate({ params, body: { text, version: moved?.version ?? version } });
    if (moved) setVersion(moved.version);
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t('notes.text')}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {moved ? (
        <Card withBorder padding="sm" role="alert">
          <Text fw={600}>{t('notes.moved')}</Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{moved.text}</Text>
        </Card>
      ) : (
        <ProblemAlert problem={revise.error} />
      )}
      <Group>
        <Button variant="default" onClick={onDone}>
          {t('cancel', { ns: 'app' })}
        </Button>
        <Button loading={revise.isPending} disabled={text.trim() === ''} onClick={save}>
          {t(moved ? 'notes.saveMine' : 'notes.save')}
        </Button>
      </Group>
    </Stack>
  );
}
type Moved = { version: number; text: string };
