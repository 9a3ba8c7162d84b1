// What the secretariat decides about an award: who follows one who does not take it, and that it is revoked.
import { Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { type Award, named } from './award.ts';

export function OfficeCard({ award }: { award: Award }) {
  const { t } = useTranslation('laureate');
  const isSecretariat = holds(useMe(), 'secretariat');
  const { answer, replacedBy, place } = award;
  const isFree = answer !== null && answer !== 'accepted' && replacedBy === null;
  const mayRevoke = isSecretariat && place === 'laureate' && answer !== 'revoked' && replacedBy === null;
  if (!isFree && !mayRevoke) return null;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {t('office.title')}
      </Title>
      <Group>
        {isFree && <Replace award={award} />}
        {mayRevoke && <Revoke award={award} />}
      </Group>
    </Card>
  );
}

/** What everybody has read is not exchanged: it says so instead of asking. */
function Replace({ award }: { award: Award }) {
  const { t } = useTranslation('laureate');
  const { data } = useMaybeView('/cycles/:cycleId/announcement', { params: { cycleId: award.cycleId } });
  const told = data?.stages.filter(({ published }) => published).map(({ stage }) => stage) ?? [];
  const replace = useAct('post', '/panels/:panel/laureates/:laureateId/replace');
  if (told.includes('public')) return <Text>{t('office.replace.public')}</Text>;
  return (
    <Decided kind="replace" act={(reason) => replace.mutateAsync({ ...named(award), body: { reason } })}>
      {told.length > 0 && <Text fw={500}>{t('office.replace.told')}</Text>}
    </Decided>
  );
}

function Revoke({ award }: { award: Award }) {
  const { t } = useTranslation('laureate');
  const revoke = useAct('post', '/panels/:panel/laureates/:laureateId/revoke');
  const [note, setNote] = useState({ en: '', th: '' });
  const said = Object.fromEntries(Object.entries(note).filter(([, text]) => text.trim() !== ''));
  const publicNote = Object.keys(said).length > 0 ? { publicNote: said } : {};
  const lines = [
    ['en', t('office.revoke.noteEn')],
    ['th', t('office.revoke.noteTh')],
  ] as const;
  return (
    <Decided kind="revoke" act={(reason) => revoke.mutateAsync({ ...named(award), body: { reason, ...publicNote } })}>
      {lines.map(([language, label]) => (
        <Textarea
          key={language}
          lang={language}
          label={label}
          description={t('office.revoke.noteHint')}
          autosize
          value={note[language]}
          onChange={(event) => setNote({ ...note, [language]: event.currentTarget.value })}
        />
      ))}
    </Decided>
  );
}

type Props = { kind: 'replace' | 'revoke'; act: (reason: string) => Promise<unknown>; children?: ReactNode };

function Decided({ kind, act, children }: Props) {
  const { t } = useTranslation('laureate');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      variant="outline"
      {...(kind === 'revoke' && { color: 'red' })}
      title={t(`office.${kind}.button`)}
      confirm={t(`office.${kind}.button`)}
      body={
        <Stack gap="sm">
          <Text>{t(`office.${kind}.means`)}</Text>
          <Textarea
            label={t('office.reason')}
            description={t('office.reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {children}
        </Stack>
      }
      act={() => act(reason.trim())}
    >
      {t(`office.${kind}.button`)}
    </ConfirmButton>
  );
}
