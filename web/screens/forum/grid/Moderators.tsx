// Who moderates each session: chosen by hand and held against proposals, or let go again.
import { Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/query.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { Section } from '../../results/Section.tsx';
import { clock, type Forum } from '../places.ts';
import type { Arranging } from './useArranging.ts';

type Chair = Forum['chairs'][number];
const nobody = 'nobody';

export function Moderators({ arranging, mayAct }: { arranging: Arranging; mayAct: boolean }) {
  const { t } = useTranslation('schedule');
  const { forum, words } = arranging;
  const pin = useAct('post', '/forums/:forumId/schedule/moderators/pin');
  const unpin = useAct('post', '/forums/:forumId/schedule/moderators/unpin');
  const params = { forumId: forum.forumId };
  if (forum.staff.length === 0) return null;
  const nameOf = (person: string | null) =>
    person === null
      ? t('moderators.nobody')
      : (forum.staff.find((one) => one.person === person)?.name ?? t('moderators.gone'));
  const people = [null, ...forum.staff.map(({ person }) => person)].map((person) => ({
    value: person ?? nobody,
    label: nameOf(person),
  }));
  const choose = ({ block, room }: Chair, value: string | null) => {
    const person = value === null || value === nobody ? null : value;
    unpin.reset();
    pin.mutate({ params, body: { block, room, person } });
  };
  return (
    <Section title={t('moderators.title')} {...(mayAct && { lead: t('moderators.lead') })}>
      <ProblemAlert problem={pin.error ?? unpin.error} />
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {forum.chairs.map((chair) => {
          const { block, room, person, held } = chair;
          const session = sessionSaid(forum, words.room(room), block);
          return (
            <Group component="li" key={`${block}/${room}`} gap="sm" align="center">
              {mayAct ? (
                <Select
                  label={session}
                  data={people}
                  value={person ?? nobody}
                  allowDeselect={false}
                  disabled={pin.isPending || unpin.isPending}
                  onChange={(value) => choose(chair, value)}
                />
              ) : (
                <Text>
                  {session}: {nameOf(person)}
                </Text>
              )}
              {held && <Badge variant="light">{t('moderators.held')}</Badge>}
              {held && mayAct && (
                <Button
                  variant="default"
                  aria-label={t('moderators.letGoOf', { session })}
                  loading={unpin.isPending}
                  onClick={() => {
                    pin.reset();
                    unpin.mutate({ params, body: { block, room } });
                  }}
                >
                  {t('moderators.letGo')}
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
    </Section>
  );
}

/** The hours of its block, and its room. */
export function sessionSaid({ plan }: Forum, room: string, block: string): string {
  const { startsAt = 0, endsAt = 0 } = plan.blocks.find(({ key }) => key === block) ?? {};
  return `${clock(startsAt)}–${clock(endsAt)} ${room}`;
}
