// The desk of one forum: who speaks, the working schedule, and its releases.
import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useList, useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { dayIn, placeOf } from '../../parts/times.ts';
import { clock } from './places.ts';
import { Reserves } from './Reserves.tsx';
import { ReleaseSchedule } from './release/ReleaseSchedule.tsx';
import { Releases } from './release/Releases.tsx';
import { Schedule } from './Schedule.tsx';
import { Talks } from './Talks.tsx';

export function ForumDesk() {
  const { t, i18n } = useTranslation('forum');
  const say = useText();
  const me = useMe();
  const forumId = useParam('forumId');
  const forum = useView('/forums/:forumId', { params: { forumId } });
  const talks = useList('/forums/:forumId/talks', { params: { forumId }, query: { limit: 200 } });
  const { plan, releases } = forum;
  const mayAct = holds(me, 'secretariat', 'standby', 'forum-staff', 'host');
  return (
    <Page
      title={say(plan.name)}
      actions={
        <>
          <Button component={Link} to={`/forums/${forumId}/plan`} variant="default">
            {t('desk.plan')}
          </Button>
          <Button component={Link} to={`/forums/${forumId}/quality`} variant="default">
            {t('desk.quality')}
          </Button>
          <Button component={Link} to={`/forums/${forumId}/today`} variant="default">
            {t('desk.today')}
          </Button>
          <Button component={Link} to={`/forums/${forumId}/participants`} variant="default">
            {t('desk.participants')}
          </Button>
          <Button component={Link} to={`/forums/${forumId}/reports`} variant="default">
            {t('desk.reports')}
          </Button>
          <Button component={Link} to={`/forums/${forumId}/papers`} variant="default">
            {t('desk.papers')}
          </Button>
          <HistoryButton path="/forums/:forumId/history" params={{ forumId }} of={say(plan.name)} zone={plan.zone} />
        </>
      }
      lead={
        <>
          <time dateTime={plan.day}>{dayIn(`${plan.day}T00:00:00Z`, 'UTC', i18n.language)}</time>, {clock(plan.opensAt)}
          –{clock(plan.closesAt)} ({placeOf(plan.zone)}) · <LocalText of={plan.venue} />
        </>
      }
    >
      <Group>
        <Text>{t('forums.releases', { count: releases })}</Text>
        {releases > 0 && (
          <Anchor href={`/forums/${forumId}`} underline="always">
            {t('desk.publicPage')}
          </Anchor>
        )}
      </Group>
      <Talks forum={forum} talks={talks} mayAct={mayAct} />
      <Reserves forum={forum} talks={talks} mayAct={mayAct} />
      <Schedule forum={forum} mayAct={mayAct} />
      {mayAct && <ReleaseSchedule forum={forum} />}
      <Releases forum={forum} mayAct={mayAct} />
    </Page>
  );
}
