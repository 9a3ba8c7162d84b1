// What was voted on under an item, by name, and a new motion put to the vote.
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { inARow } from '../../parts/lists.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { Choices, type Chosen } from './Choices.tsx';
import type { MeetingOf } from './Meeting.tsx';

type Props = { meeting: MeetingOf; item: MeetingOf['items'][number]; takes: boolean };
type Motion = MeetingOf['motions'][number];
const ways = ['for', 'against', 'abstained', 'left'] as const;

export function Motions({ meeting, item, takes }: Props) {
  const { t } = useTranslation('panel');
  const held = meeting.motions.filter(({ itemId }) => itemId === item.itemId);
  return (
    <>
      {held.map((motion) => (
        <Held key={JSON.stringify(motion)} motion={motion} members={meeting.members} />
      ))}
      {takes && (
        <details>
          <summary>{t('motion.put')}</summary>
          <Put meeting={meeting} item={item} />
        </details>
      )}
    </>
  );
}

function Held({ motion, members }: { motion: Motion; members: MeetingOf['members'] }) {
  const { t, i18n } = useTranslation('panel');
  const nameOf = (id: string) => members.find(({ judgeId }) => judgeId === id)?.name || t('nameless');
  const who = (choice: string | null) =>
    motion.votes.filter((vote) => vote.choice === choice).map(({ judgeId }) => nameOf(judgeId));
  const list = (names: string[]) => (names.length === 0 ? '' : `: ${inARow(names, i18n.language)}`);
  const [yes, no, abstained] = [who('for'), who('against'), who(null)];
  return (
    <div>
      <Text mt="xs" fw={600} size="sm">
        {t('motion.held', { text: motion.text })}
      </Text>
      <List size="sm">
        <List.Item>{`${t('motion.count.for', { count: yes.length })}${list(yes)}`}</List.Item>
        <List.Item>{`${t('motion.count.against', { count: no.length })}${list(no)}`}</List.Item>
        <List.Item>{`${t('motion.count.abstained', { count: abstained.length })}${list(abstained)}`}</List.Item>
        {motion.left.length > 0 && <List.Item>{`${t('motion.way.left')}${list(motion.left.map(nameOf))}`}</List.Item>}
      </List>
    </div>
  );
}

/** Inside the form of the meeting: recorded at once, without it. */
function Put({ meeting, item }: Omit<Props, 'takes'>) {
  const { t } = useTranslation('panel');
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<Chosen>({});
  const vote = useAct('post', '/panels/:panel/votes', {
    onDone: () => {
      setText('');
      setChoices({});
    },
  });
  const record = () => {
    const cast = Object.entries(choices).filter(([, choice]) => choice !== 'left');
    const votes = cast.map(([judgeId, choice]) => ({
      judgeId,
      choice: choice === 'for' || choice === 'against' ? choice : null,
    }));
    const left = Object.keys(choices).filter((judgeId) => choices[judgeId] === 'left');
    const entries = item.nominationId === null ? [] : [item.nominationId];
    const motion = { itemId: item.itemId, text };
    vote.mutate({ params: { panel: meeting.id }, body: { entries, votes, left, motion } });
  };
  const options = ways.map((value) => ({ value, label: t(`motion.way.${value}`) }));
  return (
    <Stack gap="sm" mt="xs">
      <TextInput
        label={t('motion.text')}
        description={t('motion.means')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Choices judges={meeting.members} options={options} chosen={choices} onChange={setChoices} />
      </Group>
      <ProblemAlert problem={vote.error} />
      <Group>
        <Button
          variant="light"
          loading={vote.isPending}
          disabled={text.trim().length < 3 || Object.values(choices).every((choice) => choice === 'left')}
          onClick={record}
        >
          {t('motion.record')}
        </Button>
      </Group>
    </Stack>
  );
}
