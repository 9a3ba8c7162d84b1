// The working schedule: proposed by the system, moved and held by hand; talks without a place say why.
import { Alert, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { Section } from '../results/Section.tsx';
import { Working } from '../results/Working.tsx';
import { clock, type Forum, keyOf, type Place, slotsOf } from './places.ts';

type Props = { forum: Forum; mayAct: boolean };

export function Schedule({ forum, mayAct }: Props) {
  const { t } = useTranslation('forum');
  const { forumId, requested, placements, unplaced, plan } = forum;
  const propose = useAct('post', '/forums/:forumId/schedule/propose');
  const again = (body: { replaces?: string }) => propose.mutateAsync({ params: { forumId }, body });
  return (
    <Section title={t('schedule.title')} lead={t('schedule.lead')}>
      {requested !== null ? (
        <Working proposalId={requested} onAgain={(replaces) => again({ replaces })} />
      ) : (
        mayAct && (
          <div>
            <ConfirmButton
              variant={placements.length === 0 ? 'filled' : 'light'}
              title={t('schedule.propose')}
              body={t('schedule.proposeMeans')}
              confirm={t('schedule.propose')}
              act={() => again({})}
            >
              {t('schedule.propose')}
            </ConfirmButton>
          </div>
        )
      )}
      {unplaced.length > 0 && (
        <Alert color="orange" title={t('schedule.unplaced', { count: unplaced.length })}>
          <Stack gap="sm">
            {unplaced.map(({ talk, reasons }) => (
              <div key={talk.id}>
                <Text fw={600}>
                  <LocalText of={talk.organisation} /> ({talk.country})
                </Text>
                {reasons.map((reason) => (
                  <Text key={reason} size="sm">
                    {reason}
                  </Text>
                ))}
                {mayAct && <Mover forum={forum} talk={talk.laureateId} at={null} />}
              </div>
            ))}
          </Stack>
        </Alert>
      )}
      {plan.blocks.map((block) => {
        const here = placements.filter(({ place }) => place.block === block.key);
        return (
          <section key={block.key}>
            <Title order={3} size="h4">
              {clock(block.startsAt)}–{clock(block.endsAt)}{' '}
              <LocalText of={plan.themes.find(({ key }) => key === block.theme)?.title} />
            </Title>
            {here.length === 0 && <Text size="sm">{t('schedule.emptyBlock')}</Text>}
            <Stack component="ul" gap="xs" mt="xs" mb={0} p={0} style={{ listStyle: 'none' }}>
              {here.map((placed) => (
                <Placed key={placed.talk.id} forum={forum} placed={placed} mayAct={mayAct} />
              ))}
            </Stack>
          </section>
        );
      })}
      <ProblemAlert problem={propose.error} />
    </Section>
  );
}

function Placed({ forum, placed, mayAct }: Props & { placed: Forum['placements'][number] }) {
  const { t } = useTranslation('forum');
  const { talk, place, pinned } = placed;
  const { forumId } = forum;
  const pin = useAct('post', '/forums/:forumId/schedule/pin');
  const unpin = useAct('post', '/forums/:forumId/schedule/unpin');
  const { block, room, slot } = place;
  const hold = () =>
    pinned
      ? unpin.mutate({ params: { forumId }, body: { talk: talk.laureateId } })
      : pin.mutate({ params: { forumId }, body: { talk: talk.laureateId, place: { block, room, slot } } });
  return (
    <Card component="li" withBorder padding="sm">
      <Text fw={600}>
        {place.localStart}–{place.localEnd} · <LocalText of={forum.plan.rooms.find(({ key }) => key === room)?.name} />
      </Text>
      <Text>
        <LocalText of={talk.organisation} /> ({talk.country}) {talk.presenter?.name}
      </Text>
      {mayAct && (
        <Group gap="sm" align="flex-end" mt="xs">
          <Mover forum={forum} talk={talk.laureateId} at={place} />
          <Button variant={pinned ? 'filled' : 'default'} aria-pressed={pinned} onClick={hold} loading={pin.isPending}>
            {t(pinned ? 'schedule.held' : 'schedule.hold')}
          </Button>
        </Group>
      )}
      <ProblemAlert problem={pin.error ?? unpin.error} />
    </Card>
  );
}

/** By a list of free places: works with keyboard and screen readers, and on a phone. */
function Mover({ forum, talk, at }: { forum: Forum; talk: string; at: Place | null }) {
  const { t } = useTranslation('forum');
  const say = useText();
  const move = useAct('post', '/forums/:forumId/schedule/move');
  const taken = new Set(forum.placements.map(({ place }) => keyOf(place)));
  const own = at === null ? null : keyOf(at);
  const free = slotsOf(forum).filter((slot) => keyOf(slot) === own || !taken.has(keyOf(slot)));
  const roomName = (key: string) => say(forum.plan.rooms.find((room) => room.key === key)?.name);
  const choose = (key: string | null) => {
    const place = free.find((slot) => keyOf(slot) === key);
    if (place === undefined || key === own) return;
    const { block, room, slot } = place;
    move.mutate({ params: { forumId: forum.forumId }, body: { talk, place: { block, room, slot } } });
  };
  return (
    <div>
      <Select
        label={t(at === null ? 'schedule.place' : 'schedule.move')}
        data={free.map((slot) => ({ value: keyOf(slot), label: `${clock(slot.from)} ${roomName(slot.room)}` }))}
        value={own}
        onChange={choose}
        allowDeselect={false}
        disabled={move.isPending}
      />
      <ProblemAlert problem={move.error} />
    </div>
  );
}
