// How far a country's answer is, one button for all that is left, and what was answered when.
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import type { Note, Voice } from './note.ts';

type Props = { cycleId: string; voice: Voice; note: Note };

export function VoiceCard({ cycleId, voice, note }: Props) {
  const { t } = useTranslation('endorser');
  const text = useText();
  const endorse = useAct('post', '/cycles/:cycleId/endorsement/endorse');
  const { country, names, owed, endorsed, objections } = voice;
  const isOpen = note.status === 'open';
  const all = owed.length + endorsed.length + objections.length;
  return (
    <Card withBorder component="section" aria-label={text(names)}>
      <Group justify="space-between" align="center">
        <div>
          <Title order={2} size="h4">
            <LocalText of={names} />
          </Title>
          <Text role="status">
            {owed.length === 0 ? t('voice.done') : t('voice.left', { count: owed.length, all })}
          </Text>
        </div>
        {isOpen && owed.length > 0 && (
          <ConfirmButton
            size="md"
            title={t('all.title', { count: owed.length })}
            body={t('all.means', { count: owed.length, country: text(names) })}
            confirm={t('all.confirm')}
            act={() => endorse.mutateAsync({ params: { cycleId }, body: { country, laureates: owed } })}
          >
            {t('all.button', { count: owed.length })}
          </ConfirmButton>
        )}
      </Group>
      <Log voice={voice} note={note} />
    </Card>
  );
}

function Log({ voice, note }: { voice: Voice; note: Note }) {
  const { t } = useTranslation('endorser');
  const text = useText();
  const names = new Map(
    note.groups.flatMap(({ laureates, runnersUp }) =>
      [...laureates, ...runnersUp].map(({ laureateId, organisation }) => [laureateId, text(organisation)] as const),
    ),
  );
  if (voice.log.length === 0) return null;
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {t('log.title')}
      </Title>
      <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {voice.log.map(({ at, what, laureates, reason, outcome, byLetter }) => (
          <li key={`${at} ${what} ${laureates.join()}`}>
            <Text component="div">
              <strong>{t(outcome === null ? `log.${what}` : `log.${outcome}`)}</strong>{' '}
              {laureates.map((id) => names.get(id) ?? t('log.former')).join('; ')}
              {byLetter && ` (${t('log.byLetter')})`}
            </Text>
            {reason !== null && <Text fs="italic">{reason}</Text>}
            <Text size="sm" component="div">
              <When at={at} zone={note.closing?.zone ?? null} />
            </Text>
          </li>
        ))}
      </Stack>
    </>
  );
}
