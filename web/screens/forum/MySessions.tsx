// My sessions: what one moderates, writes down or interprets, with the talks, their speakers, abbreviations and slides.
import { Alert, Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useLanguageName } from '../../parts/languages.ts';
import { Page } from '../../parts/Page.tsx';
import { useText } from '../../parts/texts.ts';
import { dayIn, placeOf } from '../../parts/times.ts';
import { Section } from '../results/Section.tsx';

type OwnForum = Contract<'get', '/me/forum-sessions'>['answer']['items'][number];
type Session = OwnForum['sessions'][number];
type Talk = Session['talks'][number];

export function MySessions() {
  const { t } = useTranslation('sessions');
  const { items } = useView('/me/forum-sessions', {});
  return (
    <Page title={t('title')} lead={t('lead')} width={860}>
      {items.length === 0 && <Empty text={t('none')} />}
      {items.map((one) => (
        <OfForum key={one.forum.forumId} {...one} />
      ))}
    </Page>
  );
}

function OfForum({ forum, sessions }: OwnForum) {
  const { t, i18n } = useTranslation('sessions');
  const say = useText();
  return (
    <Section
      title={say(forum.name)}
      lead={
        <>
          <time dateTime={forum.day}>{dayIn(`${forum.day}T00:00:00Z`, 'UTC', i18n.language)}</time> (
          {placeOf(forum.zone)}) · <LocalText of={forum.venue} />
        </>
      }
    >
      {forum.released && (
        <Anchor component={Link} to={`/forums/${forum.forumId}/today`}>
          {t('today')}
        </Anchor>
      )}
      {sessions.length === 0 && <Empty text={t(forum.released ? 'notYours' : 'notReleased')} />}
      {!forum.released && sessions.length > 0 && (
        <Alert color="yellow" variant="light">
          {t('working')}
        </Alert>
      )}
      {sessions.map((session) => (
        <OneSession key={session.session} session={session} forumId={forum.forumId} />
      ))}
    </Section>
  );
}

function OneSession({ session, forumId }: { session: Session; forumId: string }) {
  const { t, i18n } = useTranslation('sessions');
  const sheet = addressOf('/me/forum-sessions/:forumId/:session/run-sheet', { forumId, session: session.session });
  const { localStart, localEnd, startsAt, room, theme, parts, talks } = session;
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="sm" component="div">
            <time dateTime={startsAt}>
              {localStart}–{localEnd}
            </time>{' '}
            · <LocalText of={room} />
          </Text>
          <Title order={3} size="h4">
            <LocalText of={theme} />
          </Title>
        </div>
        <Group gap={4}>
          {parts.map((part) => (
            <Badge key={part}>{t(`part.${part}`)}</Badge>
          ))}
        </Group>
      </Group>
      <Anchor href={`${sheet}?language=${i18n.language}`} download size="sm" display="inline-block" mih={24} mt="xs">
        {t('sheet')}
      </Anchor>
      <Stack component="ol" gap="sm" mt="sm" mb={0} p={0} style={{ listStyle: 'none' }}>
        {talks.map((talk) => (
          <li key={talk.place.startsAt}>
            <OneTalk talk={talk} />
          </li>
        ))}
      </Stack>
    </Card>
  );
}

function OneTalk({ talk }: { talk: Talk }) {
  const { t } = useTranslation('sessions');
  const nameOfLanguage = useLanguageName();
  const { place, organisation, country, topics, speaker, language, mode, slides } = talk;
  return (
    <>
      <Text fw={600} component="div">
        {place.localStart} <LocalText of={organisation ?? {}} /> ({country})
      </Text>
      <Text size="sm" component="div">
        {speaker?.name ?? t('nobody')}
        {speaker?.position && (
          <>
            , <LocalText of={speaker.position} />
          </>
        )}
        {language !== null && <> · {nameOfLanguage(language)}</>}
        {mode === 'remote' && <> · {t('remote')}</>}
      </Text>
      {topics.map(({ title, acronym, standsFor }) => (
        <Text size="sm" component="div" key={JSON.stringify(title)}>
          {acronym && <abbr>{acronym}</abbr>}
          {standsFor && (
            <>
              {' '}
              (<LocalText of={standsFor} />)
            </>
          )}
          {acronym && ' · '}
          <LocalText of={title} />
        </Text>
      ))}
      {slides.map(({ fileId, name }) => (
        <Anchor key={fileId} size="sm" display="block" mih={24} href={addressOf('/files/:fileId', { fileId })} download>
          {name}
        </Anchor>
      ))}
    </>
  );
}
