// A country's delegation to the forums of a cycle: whom it sends, registered one by one or by a table.
import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useList, useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { TableImport } from '../../parts/TableImport.tsx';
import { useText } from '../../parts/texts.ts';
import { dayIn, placeOf } from '../../parts/times.ts';
import { DeskPage } from '../country/DeskPage.tsx';
import { useDesk } from '../country/here.ts';
import { Section } from '../results/Section.tsx';
import { ParticipantCard } from './ParticipantCard.tsx';
import { type Doing, ParticipantForm } from './ParticipantForm.tsx';

type Sent = Contract<'get', '/cycles/:cycleId/countries/:iso2/delegations'>['answer']['items'][number];
const path = '/forums/:forumId/delegations/:iso2/participants';
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function Delegation() {
  return holds(useMe(), 'focal-point', 'secretariat', 'auditor') ? <OfDesk /> : <OfDelegate />;
}

function OfDesk() {
  const { t } = useTranslation('delegation');
  const here = useDesk();
  return (
    <DeskPage here={here} title={t('title')} lead={t('lead')}>
      <Forums imports={here.roles.has('focal-point') || here.roles.has('secretariat')} />
    </DeskPage>
  );
}

function OfDelegate() {
  const { t } = useTranslation('delegation');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Forums imports={false} />
    </Page>
  );
}

function Forums({ imports }: { imports: boolean }) {
  const { t } = useTranslation('delegation');
  const [cycleId, iso2] = [useParam('cycleId'), useParam('iso2')];
  const { items } = useView('/cycles/:cycleId/countries/:iso2/delegations', { params: { cycleId, iso2 } });
  return (
    <>
      {items.length === 0 && <Empty text={t('noForum')} />}
      {items.map((sent) => (
        <OfForum key={sent.forum.forumId} sent={sent} />
      ))}
      {imports && items.length > 0 && (
        <Section title={t('import.title')} lead={t('import.lead')}>
          <TableImport cycleId={cycleId} kind="participants" />
        </Section>
      )}
    </>
  );
}

function OfForum({ sent }: { sent: Sent }) {
  const { t, i18n } = useTranslation('delegation');
  const say = useText();
  const { forum, country } = sent;
  const params = { forumId: forum.forumId, iso2: country.iso2 };
  const [query, setQuery] = useState<{ status: 'registered' | 'all' }>({ status: 'registered' });
  const list = useList(path, { params, query });
  const [doing, setDoing] = useState<Doing | null>(null);
  const mayAct = holds(useMe(), 'focal-point', 'delegate', 'secretariat', 'standby', 'forum-staff');
  const place = { zone: forum.zone, languages: country.languages };
  const register: Doing = { kind: 'register', ...params };
  return (
    <Section
      title={say(forum.name)}
      lead={
        <>
          <time dateTime={forum.day}>{dayIn(`${forum.day}T00:00:00Z`, 'UTC', i18n.language)}</time>,{' '}
          {clock(forum.opensAt)}–{clock(forum.closesAt)} ({placeOf(forum.zone)}) · <LocalText of={forum.venue} />
        </>
      }
    >
      <Text>
        {t('count', { count: sent.registered })} {sent.registered > 0 && !sent.head && t('noHead')}
      </Text>
      <Group gap="xs">
        {mayAct && <Button onClick={() => setDoing(register)}>{t('act.register')}</Button>}
        {mayAct && sent.registered > 0 && (
          <Button
            component="a"
            variant="default"
            href={addressOf('/forums/:forumId/delegations/:iso2/badges', params, { language: i18n.language })}
          >
            {t('badges')}
          </Button>
        )}
        <Button
          component={Link}
          variant="default"
          to={`/forums/${forum.forumId}/delegations/${country.iso2}/report` as string}
        >
          {t('report')}
        </Button>
        <HistoryButton
          path="/forums/:forumId/delegations/:iso2/history"
          params={params}
          of={say(country.names)}
          zone={forum.zone}
        />
        <Button
          variant="subtle"
          aria-pressed={query.status === 'all'}
          onClick={() => setQuery({ status: query.status === 'all' ? 'registered' : 'all' })}
        >
          {t(query.status === 'all' ? 'hideGone' : 'showGone')}
        </Button>
      </Group>
      <Listing
        list={list}
        empty={<Empty text={t('empty')} />}
        exports={<ExportButton path={path} params={params} query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <ParticipantCard key={one.participantId} {...{ one, place, mayAct }} onAct={setDoing} />
            ))}
          </Stack>
        )}
      </Listing>
      <Dialog
        opened={doing !== null}
        onClose={() => setDoing(null)}
        title={t(`dialog.${doing?.kind ?? 'register'}`)}
        size="xl"
      >
        {doing !== null && <ParticipantForm doing={doing} place={place} onDone={() => setDoing(null)} />}
      </Dialog>
    </Section>
  );
}
