// One panel's part of the note: how it was decided, whom it names, and the answer to each.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import { When } from '../../parts/When.tsx';
import type { Line, Group as Named, Note } from './note.ts';
import { standingOf } from './note.ts';
import { Reply } from './Reply.tsx';

type Of = { closing: Note['closing']; replies: readonly Note['replies'][number][]; status: Note['status'] };
type Props = { cycleId: string; group: Named; note: Of };

export function NoteGroup({ cycleId, group, note }: Props) {
  const { t } = useTranslation('endorser');
  const { category, country, decision, laureates, runnersUp } = group;
  return (
    <section>
      <Title order={2} size="h3">
        <LocalText of={category.names} />
        {country !== null && (
          <>
            {' · '}
            <LocalText of={country.names} />
          </>
        )}
      </Title>
      <Text size="sm" component="div" mb="sm">
        {t(`basis.${decision.basis}`, { number: decision.number })}{' '}
        <When at={decision.signedAt} zone={note.closing?.zone ?? null} />
        {decision.source !== null && <div>{t('source', { source: decision.source })}</div>}
      </Text>
      {laureates.length === 0 && <Text>{t('nobody')}</Text>}
      <Stack gap="sm">
        {laureates.map((line) => (
          <LineCard key={line.laureateId} place="laureate" line={line} note={note} cycleId={cycleId} />
        ))}
        {runnersUp.map((line) => (
          <LineCard key={line.laureateId} place="runnerUp" line={line} note={note} cycleId={cycleId} />
        ))}
      </Stack>
    </section>
  );
}

type LineProps = { place: 'laureate' | 'runnerUp'; line: Line; note: Of; cycleId: string };

function LineCard({ place, line, note, cycleId }: LineProps) {
  const { t } = useTranslation('endorser');
  const { laureateId, order, organisation, country, title, citation, score, verified } = line;
  return (
    <Card withBorder component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={3} size="h4">
          <LocalText of={organisation} />
        </Title>
        <Badge color={place === 'laureate' ? 'lake' : 'gray'}>{t(`place.${place}`, { order })}</Badge>
      </Group>
      <Text>
        <LocalText of={title} /> · <LocalText of={country.names} />
      </Text>
      {citation !== null && (
        <Text fs="italic" mt={4}>
          {typeof citation === 'string' ? citation : <LocalText of={citation} />}
        </Text>
      )}
      <Text size="sm" mt={4}>
        {verified === null ? t('notVerified') : t('verified', { version: verified.version })}
        {score !== null && ` · ${t('score', { score })}`}
      </Text>
      {note.replies.map((voice) => (
        <Reply
          key={voice.country}
          cycleId={cycleId}
          voice={voice}
          laureateId={laureateId}
          organisation={organisation}
          standing={standingOf(voice, laureateId)}
          isOpen={note.status === 'open'}
        />
      ))}
    </Card>
  );
}
