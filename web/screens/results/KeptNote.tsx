// A part of a circulation note found by the fingerprint that is printed on it: as it was circulated, whatever has changed since.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../api/query.ts';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { NoteGroup } from '../endorser/NoteGroup.tsx';

const isFingerprint = (text: string) => /^[0-9a-f]{64}$/.test(text);
/** On its own there is nothing to answer. */
const alone = { closing: null, replies: [], status: 'concluded' } as const;

export function KeptNote({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  // As it is copied from paper: with spaces, in capitals.
  const fingerprint = typed.replaceAll(/\s/g, '').toLowerCase();
  const find = (event: FormEvent) => {
    event.preventDefault();
    setAsked(fingerprint);
  };
  return (
    <Stack gap="sm">
      <form onSubmit={find}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('kept.label')}
            description={t('kept.hint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={asked !== null && !isFingerprint(asked) && asked === fingerprint && t('kept.form')}
            style={{ flex: '1 1 20rem' }}
            spellCheck={false}
            autoComplete="off"
          />
          <Button type="submit" variant="default">
            {t('kept.act')}
          </Button>
        </Group>
      </form>
      {asked !== null && isFingerprint(asked) && <Found cycleId={cycleId} fingerprint={asked} />}
    </Stack>
  );
}

function Found({ cycleId, fingerprint }: { cycleId: string; fingerprint: string }) {
  const { t } = useTranslation('results');
  const params = { cycleId, fingerprint };
  const { data, error } = useMaybeView('/cycles/:cycleId/endorsement/notes/:fingerprint', { params });
  if (error?.status === 404) return <Text role="status">{t('kept.nothing')}</Text>;
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  return (
    <Stack gap="sm">
      <Text role="status">{t('kept.found')}</Text>
      <NoteGroup cycleId={cycleId} group={data} note={alone} />
    </Stack>
  );
}
