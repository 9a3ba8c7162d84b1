// What is changed on the copy: a talk left out, one held at another place, held ones let go, a room or a slot more.
import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../../parts/fields.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { useWords } from '../grid/words.ts';
import { clock, type Forum, keyOf, type Place } from '../places.ts';

/** Block by block, in the plan's order of rooms. */
const slotsOf = ({ plan }: Forum): Place[] =>
  plan.blocks.flatMap(({ key: block, startsAt, endsAt }) =>
    Array.from({ length: Math.floor((endsAt - startsAt) / plan.slotMinutes) }, (_, slot) => slot).flatMap((slot) =>
      plan.rooms.map(({ key: room }) => ({ block, room, slot })),
    ),
  );

export function ScenarioForm({ forum, onDone }: { forum: Forum; onDone: () => void }) {
  const { t } = useTranslation('forum-quality');
  const words = useWords(forum);
  const ask = useAct('post', '/forums/:forumId/schedule/scenarios', { onDone });
  const form = useFocusOnProblem(ask.error);
  const rules = rulesOf(ask.error);
  const [name, setName] = useState('');
  const [without, setWithout] = useState<string[]>([]);
  const [held, setHeld] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [letGo, setLetGo] = useState(false);
  const [rooms, setRooms] = useState(0);
  const [longer, setLonger] = useState<string[]>([]);
  const talks = [...forum.placements, ...forum.unplaced].map(({ talk: { laureateId } }) => ({
    value: laureateId,
    label: words.talk(laureateId),
  }));
  const slots = slotsOf(forum);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const place = slots.find((slot) => keyOf(slot) === at);
    const pin =
      held === null || place === undefined
        ? []
        : [{ talk: held, place: { block: place.block, room: place.room, slot: place.slot } }];
    const pinned = forum.placements.filter((placed) => placed.pinned).map(({ talk }) => talk.laureateId);
    const body = { name, pin, unpin: letGo ? pinned : [], without, rooms, longer };
    ask.mutate({ params: { forumId: forum.forumId }, body });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <TextInput
          label={t('whatIf.name')}
          description={t('whatIf.nameHint')}
          required
          maxLength={100}
          value={name}
          error={rules.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect label={t('whatIf.leave')} data={talks} value={without} onChange={setWithout} searchable />
        <Group grow align="flex-end">
          <Select label={t('whatIf.hold')} data={talks} value={held} onChange={setHeld} searchable clearable />
          <Select
            label={t('whatIf.at')}
            data={slots.map((slot) => ({ value: keyOf(slot), label: words.place(slot) }))}
            value={at}
            onChange={setAt}
            disabled={held === null}
            searchable
            clearable
          />
        </Group>
        <Checkbox
          label={t('whatIf.letGo')}
          checked={letGo}
          onChange={(event) => setLetGo(event.currentTarget.checked)}
        />
        <NumberInput
          label={t('whatIf.more')}
          min={0}
          max={5}
          value={rooms}
          onChange={(value) => setRooms(typeof value === 'number' ? value : 0)}
        />
        <MultiSelect
          label={t('whatIf.longer')}
          description={t('whatIf.longerHint')}
          data={forum.plan.blocks.map(({ key, startsAt, endsAt }) => ({
            value: key,
            label: `${clock(startsAt)}–${clock(endsAt)}`,
          }))}
          value={longer}
          onChange={setLonger}
          searchable
        />
        <ProblemAlert problem={ask.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={ask.isPending}>
            {t('whatIf.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
