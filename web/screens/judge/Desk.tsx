// The judge desk: cycle by cycle what is to be done next, the answer, the word on conflicts, then the entries.
import { Button, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { useQueue, useSending } from '../../offline/queue.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import './judge.css';
import { Conflicts } from './Conflicts.tsx';
import { Entries } from './Entries.tsx';
import { Invitation, Terms } from './Invitation.tsx';
import type { Judging } from './judging.ts';
import { NameList } from './NameList.tsx';
import { Profile } from './Profile.tsx';

export function Desk() {
  const { t } = useTranslation('judge');
  const { items } = useView('/judging', {});
  useSending();
  const kept = useQueue().length;
  const served = items.filter(({ status }) => status !== 'declined');
  const offline = (
    <Button component={Link} to="/judging/offline" variant="light">
      {kept > 0 ? t('offline.linkKept', { count: kept }) : t('offline.link')}
    </Button>
  );
  return (
    <Page title={t('desk.title')} width={900} actions={served.length > 0 && offline}>
      {served.length === 0 && <Empty text={t('desk.empty')} to="/" action={t('desk.home')} />}
      {served.map((judging) => (
        <section key={judging.cycleId} aria-label={judging.title.en ?? ''}>
          <Stack gap="md">
            <Title order={2} size="h3">
              <LocalText of={judging.title} />
            </Title>
            <Step judging={judging} />
            {judging.terms.accepted && <Profile judging={judging} />}
          </Stack>
        </section>
      ))}
    </Page>
  );
}

/** One thing at a time: whoever has not answered sees the invitation alone. */
function Step({ judging }: { judging: Judging }) {
  if (judging.status === 'invited') return <Invitation judging={judging} />;
  if (!judging.terms.accepted) return <Terms judging={judging} />;
  const isAsked = judging.groups.some(({ undeclared }) => undeclared > 0);
  // Entries that come later ask for a word of their own, and close nothing that is open.
  const hasOpen = judging.groups.some(({ entries, undeclared }) => entries > undeclared);
  return (
    <>
      {judging.names > 0 && <NameList judging={judging} />}
      {isAsked && <Conflicts judging={judging} />}
      {(hasOpen || (!isAsked && judging.names === 0)) && <Entries judging={judging} />}
    </>
  );
}
