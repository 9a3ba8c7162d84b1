// The proceedings of a forum: session by session, written on the spot, recorded, published.
import { Anchor, Badge, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useAct, useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { ReasonButton } from '../../parts/ReasonButton.tsx';
import { useText } from '../../parts/texts.ts';
import { nameOfLanguage } from '../account/scripts.ts';
import { type Writer, Writing } from './Writing.tsx';

type View = Contract<'get', '/forums/:forumId/proceedings'>['answer'];
type Session = View['sessions'][number];

/** Whom the forum's desk is for. */
const desk = ['secretariat', 'standby', 'forum-staff', 'host', 'auditor'] as const;

export function Proceedings() {
  const { t, i18n } = useTranslation('day');
  const say = useText();
  const me = useMe();
  const forumId = useParam('forumId');
  const view = useView('/forums/:forumId/proceedings', { params: { forumId } });
  const [writing, setWriting] = useState<Session | null>(null);
  const writer = useRef<Writer>(null);
  const close = async () => {
    if ((await writer.current?.finish()) ?? true) setWriting(null);
  };
  const languages = [...new Set([...view.languages, 'en', i18n.language])];
  const [language, setLanguage] = useState(i18n.language);
  const printed = (format: 'pdf' | 'docx') =>
    addressOf('/forums/:forumId/proceedings-paper', { forumId }, { format, language });
  return (
    <Page
      title={t('proceedings.title')}
      lead={t('proceedings.lead')}
      over={
        holds(me, ...desk) ? (
          <Anchor component={Link} to={`/forums/${forumId}`}>
            <LocalText of={view.name} />
          </Anchor>
        ) : (
          <LocalText of={view.name} />
        )
      }
      width={860}
      actions={
        <>
          <Select
            aria-label={t('proceedings.paperLanguage')}
            data={languages.map((tag) => ({ value: tag, label: nameOfLanguage(tag) }))}
            value={language}
            allowDeselect={false}
            onChange={(tag) => setLanguage(tag ?? language)}
            w={150}
          />
          <Button component="a" variant="default" href={printed('pdf')}>
            {t('proceedings.pdf')}
          </Button>
          <Button component="a" variant="default" href={printed('docx')}>
            {t('proceedings.docx')}
          </Button>
        </>
      }
    >
      {view.sessions.length === 0 && <Empty text={t('proceedings.empty')} />}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {view.sessions.map((session) => (
          <Card key={session.session} component="li" withBorder padding="sm">
            <Title order={2} size="h5">
              <LocalText of={session.theme} />
            </Title>
            <Text component="div">
              {session.localStart}–{session.localEnd} · <LocalText of={session.roomName} />
            </Text>
            <Group gap="xs" my="xs">
              <Standing session={session} />
            </Group>
            <Group gap="xs">
              {session.mayWrite && (
                <Button variant="default" mih={44} aria-haspopup="dialog" onClick={() => setWriting(session)}>
                  {t('proceedings.write')}
                </Button>
              )}
              {view.mayPublish && <Publishing session={session} forumId={forumId} />}
            </Group>
          </Card>
        ))}
      </Stack>
      <Dialog
        opened={writing !== null}
        onClose={() => void close()}
        title={writing === null ? '' : `${say(writing.theme)} · ${say(writing.roomName)}`}
        size="xl"
      >
        {writing !== null && (
          <Writing
            forumId={forumId}
            session={writing.session}
            languages={languages}
            onDone={() => setWriting(null)}
            ref={writer}
          />
        )}
      </Dialog>
    </Page>
  );
}

function Standing({ session: { draft, latest, published } }: { session: Session }) {
  const { t } = useTranslation('day');
  if (published !== null)
    return (
      <Badge color="green" variant="light">
        {t('proceedings.published', { version: published })}
      </Badge>
    );
  if (latest > 0) return <Badge variant="light">{t('proceedings.recorded', { version: latest })}</Badge>;
  return (
    <Badge color="gray" variant="light">
      {t(draft > 0 ? 'proceedings.drafted' : 'proceedings.none')}
    </Badge>
  );
}

function Publishing({ session, forumId }: { session: Session; forumId: string }) {
  const { t } = useTranslation('day');
  const publish = useAct('post', '/forums/:forumId/proceedings/:session/publish');
  const withdraw = useAct('post', '/forums/:forumId/proceedings/:session/withdraw');
  const params = { forumId, session: session.session };
  return (
    <>
      {session.latest > 0 && session.published !== session.latest && (
        <ConfirmButton
          variant="default"
          mih={44}
          title={t('proceedings.publishTitle')}
          body={t('proceedings.publishMeans')}
          confirm={t('proceedings.publish')}
          act={() => publish.mutateAsync({ params, body: { version: session.latest } })}
        >
          {t('proceedings.publish')}
        </ConfirmButton>
      )}
      {session.published !== null && (
        <ReasonButton
          variant="subtle"
          color="red"
          mih={44}
          title={t('proceedings.withdrawTitle')}
          label={t('proceedings.reason')}
          means={t('proceedings.withdrawMeans')}
          confirm={t('proceedings.withdraw')}
          act={(reason) => withdraw.mutateAsync({ params, body: { reason } })}
        >
          {t('proceedings.withdraw')}
        </ReasonButton>
      )}
    </>
  );
}
