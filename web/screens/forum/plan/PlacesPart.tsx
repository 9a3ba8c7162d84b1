// Themes with their points, rooms with their booths, and how long the way is from one room to another.
import { Checkbox, NumberInput, Select, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '../../../parts/languages.ts';
import { useText } from '../../../parts/texts.ts';
import { Section } from '../../results/Section.tsx';
import { Rows, TextsField } from './fields.tsx';
import { freshKey, type Part, type Plan } from './planning.ts';

type Theme = Plan['themes'][number];

export function ThemesPart({ plan, set, rules, languages, fixed }: Part) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const nameOfLanguage = useLanguageName();
  return (
    <Section title={t('themes.title')}>
      <Rows
        items={plan.themes}
        fixed={fixed}
        least={1}
        legend={({ title }, index) => say(title) || t('themes.one', { number: index + 1 })}
        onChange={(themes) => set({ themes })}
        add={{
          label: t('themes.add'),
          make: (): Theme => ({ key: freshKey('theme', plan.themes), title: {}, points: {} }),
        }}
        render={(theme, change, index) => (
          <>
            <TextsField
              {...{ label: t('themes.name'), field: `themes.${index}.title`, languages, rules }}
              value={theme.title}
              onChange={(title) => change({ title })}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
              {languages.map((tag) => (
                <Textarea
                  key={tag}
                  lang={tag}
                  autosize
                  minRows={2}
                  label={t('in', { what: t('themes.points'), language: nameOfLanguage(tag) })}
                  value={(theme.points[tag] ?? []).join('\n')}
                  onChange={(event) =>
                    change({ points: { ...theme.points, [tag]: event.currentTarget.value.split('\n') } })
                  }
                />
              ))}
            </SimpleGrid>
          </>
        )}
      />
    </Section>
  );
}

export function RoomsPart({ plan, set, rules, languages, fixed }: Part) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  return (
    <Section title={t('rooms.title')} lead={t('rooms.lead')}>
      <Rows
        items={plan.rooms}
        fixed={fixed}
        least={1}
        legend={({ name }, index) => say(name) || t('rooms.one', { number: index + 1 })}
        onChange={(rooms) => set({ rooms })}
        add={{
          label: t('rooms.add'),
          make: () => ({ key: freshKey('room', plan.rooms), name: {}, sample: false, booths: 0 }),
        }}
        render={(room, change, index) => (
          <>
            <TextsField
              {...{ label: t('rooms.name'), field: `rooms.${index}.name`, languages, rules }}
              value={room.name}
              onChange={(name) => change({ name })}
            />
            <NumberInput
              label={t('rooms.booths')}
              description={t('rooms.boothsHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={room.booths}
              min={0}
              max={20}
              maw={260}
              error={rules[`rooms.${index}.booths`]}
              onChange={(booths) => change({ booths: Number(booths) })}
            />
            <Checkbox
              label={t('rooms.sample')}
              checked={room.sample}
              disabled={fixed}
              onChange={(event) => change({ sample: event.currentTarget.checked })}
            />
          </>
        )}
      />
      {plan.rooms.length > 1 && <Walks plan={plan} set={set} fixed={fixed} />}
    </Section>
  );
}

type Walk = Plan['walks'][number];

function Walks({ plan, set, fixed }: Pick<Part, 'plan' | 'set' | 'fixed'>) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const rooms = plan.rooms.map(({ key, name }) => ({ value: key, label: say(name) || key }));
  const nameOf = (key: string) => rooms.find(({ value }) => value === key)?.label ?? key;
  const end = (walk: Walk, change: (changes: Partial<Walk>) => void, at: 0 | 1) => (
    <Select
      label={t(at === 0 ? 'walks.from' : 'walks.to')}
      data={rooms}
      value={walk.between[at]}
      allowDeselect={false}
      disabled={fixed}
      onChange={(room) => {
        const [one, other] = walk.between;
        if (room !== null) change({ between: at === 0 ? [room, other] : [one, room] });
      }}
    />
  );
  const make = (): Walk | undefined => {
    const [one, other] = plan.rooms;
    return one && other && { between: [one.key, other.key], minutes: 5 };
  };
  return (
    <Rows
      items={plan.walks}
      fixed={fixed}
      legend={({ between: [one, other] }) => t('walks.one', { from: nameOf(one), to: nameOf(other) })}
      onChange={(walks) => set({ walks })}
      add={{ label: t('walks.add'), make }}
      render={(walk, change) => (
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
          {end(walk, change, 0)}
          {end(walk, change, 1)}
          <NumberInput
            label={t('walks.minutes')}
            value={walk.minutes}
            min={0}
            max={240}
            disabled={fixed}
            onChange={(minutes) => change({ minutes: Number(minutes) })}
          />
        </SimpleGrid>
      )}
    />
  );
}
