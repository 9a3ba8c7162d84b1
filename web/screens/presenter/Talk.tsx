// A talk for its presenter: the invitation, the place in the programme, what it is about, when one can speak, the slides.
import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { dayIn } from '../../parts/times.ts';
import { When } from '../../parts/When.tsx';
import { AvailabilityCard } from './AvailabilityCard.tsx';
import { GivenCard } from './GivenCard.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { PlaceCard } from './PlaceCard.tsx';
import { SlidesCard } from './SlidesCard.tsx';
import { SpeakerCard } from './SpeakerCard.tsx';
import { TopicsCard } from './TopicsCard.tsx';

const standing = ['invited', 'confirmed'];
const markable = ['confirmed', 'presented', 'absent'];

export const Talk = () => <TalkOf id={useParam('talk')} />;

export function TalkOf({ id, byLink = false }: { id: string; byLink?: boolean }) {
  const { t, i18n } = useTranslation('presenter');
  const text = useText();
  const isOffice = holds(useMe(), 'secretariat', 'standby', 'forum-staff', 'host');
  const talk = useView('/talks/:talk', { params: { talk: id } });
  const { forum, organisation, status, answerEnds, slot, presenter } = talk;
  const day = dayIn(`${forum.day}T12:00:00Z`, 'UTC', i18n.language);
  const lead = (
    <>
      {day} · <LocalText of={forum.venue} />
    </>
  );
  return (
    <Page
      title={text(forum.name)}
      over={<LocalText of={organisation} />}
      lead={lead}
      width={760}
      actions={!byLink && <HistoryButton path="/talks/:talk/history" params={{ talk: id }} of={text(organisation)} />}
    >
      {presenter !== null && <Text>{t('presenter', { name: presenter.name })}</Text>}
      {status === 'invited' && (
        <Alert color="yellow" title={t('answerBy')}>
          <When at={answerEnds.at} zone={answerEnds.zone} relative />
        </Alert>
      )}
      {status !== 'invited' && <Alert color={status === 'confirmed' ? 'green' : 'gray'}>{t(`is.${status}`)}</Alert>}
      <Stack>
        {isOffice && markable.includes(status) && <GivenCard talk={talk} />}
        {standing.includes(status) && talk.as !== 'speaker' && <InvitationCard talk={talk} />}
        {slot !== null && <PlaceCard talk={talk} slot={slot} />}
        {standing.includes(status) && <SpeakerCard talk={talk} />}
        {standing.includes(status) && <TopicsCard talk={talk} />}
        {standing.includes(status) && <AvailabilityCard talk={talk} />}
        {status !== 'declined' && status !== 'lapsed' && <SlidesCard talk={talk} byLink={byLink} />}
      </Stack>
    </Page>
  );
}
