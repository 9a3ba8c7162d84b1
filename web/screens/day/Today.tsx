// A forum on its day, for a phone: session by session what is on, what runs late, who has spoken.
import { Anchor, Badge, Button, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { dayIn, placeOf } from '../../parts/times.ts';
import { LateForm } from './LateForm.tsx';
import { Marks } from './Marks.tsx';

export type DayOf = Contract<'get', '/forums/:forumId/today'>['answer'];
export type SessionOf = DayOf['sessions'][number];

/** Whom the forum's desk is for. */
const desk = ['secretariat', 'standby', 'forum-staff', 'host', 'auditor'] as const;
const writers = [...desk, 'moderator', 'rapporteur'] as const;

export function Today() {
  const { t, i18n } = useTranslation('day');
  const say = useText();
  const me = useMe();
  const forumId = useParam('forumId');
  const day = useView('/forums/:forumId/today', { params: { forumId } });
  const rooms = [...new Map(day.sessions.map(({ room, roomName }) => [room, say(roomName) || room]))];
  const [room, setRoom] = useState('all');
  const shown = day.sessions.filter((session) => room === 'all' || session.room === room);
  return (
    <Page
      title={t('title')}
      over={
        holds(me, ...desk) ? (
          <Anchor component={Link} to={`/forums/${forumId}`}>
            <LocalText of={day.name} />
          </Anchor>
        ) : (
          <LocalText of={day.name} />
        )
      }
      lead={
        <>
          <time dateTime={day.day}>{dayIn(`${day.day}T00:00:00Z`, 'UTC', i18n.language)}</time> ({placeOf(day.zone)}) ·{' '}
          <LocalText of={day.venue} />
        </>
      }
      width={760}
      actions={
        holds(me, ...writers) && (
          <Button component={Link} to={`/forums/${forumId}/proceedings`} variant="default">
            {t('proceedings.title')}
          </Button>
        )
      }
    >
      {day.release === null && <Empty text={t('notReleased')} />}
      {rooms.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('rooms')}
          value={room}
          onChange={setRoom}
          data={[{ value: 'all', label: t('allRooms') }, ...rooms.map(([value, label]) => ({ value, label }))]}
        />
      )}
      {shown.map((session) => (
        <Session key={`${session.block} ${session.room}`} {...{ session, day, forumId }} />
      ))}
    </Page>
  );
}

type Props = { session: SessionOf; day: DayOf; forumId: string };

function Session({ session, day, forumId }: Props) {
  const { t } = useTranslation('day');
  const { theme, roomName, late, note, talks } = session;
  return (
    <Stack component="section" gap="xs">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            <LocalText of={theme} />
          </Title>
          <Text component="div">
            <LocalText of={roomName} />
            {late > 0 && (
              <>
                {' '}
                <Badge color="orange" variant="light">
                  {t('late', { count: late })}
                </Badge>
              </>
            )}
          </Text>
          {note !== '' && <Text size="sm">{note}</Text>}
        </div>
        {day.mayReport && <LateForm session={session} forumId={forumId} />}
      </Group>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {talks.map((talk) => (
          <Card key={talk.publicId} component="li" withBorder padding="sm">
            <Time talk={talk} />
            <Text fw={600} component="div">
              {talk.organisation === null ? (
                <>
                  <LocalText of={talk.country} /> · <LocalText of={talk.category} />
                </>
              ) : (
                <LocalText of={talk.organisation} />
              )}
            </Text>
            {talk.title !== null && (
              <Text component="div">
                <LocalText of={talk.title} />
              </Text>
            )}
            {talk.speaker !== null && <Text size="sm">{talk.speaker}</Text>}
            {day.mayMark && talk.id !== null && <Marks talk={{ ...talk, id: talk.id }} />}
          </Card>
        ))}
      </Stack>
    </Stack>
  );
}

function Time({ talk }: { talk: SessionOf['talks'][number] }) {
  const planned = `${talk.localStart}–${talk.localEnd}`;
  if (talk.late === 0) return <Text>{planned}</Text>;
  return (
    <Text component="div">
      <s>{planned}</s>{' '}
      <strong>
        {talk.nowLocalStart}–{talk.nowLocalEnd}
      </strong>
    </Text>
  );
}
