// The hours of the day: how long a talk takes, the blocks, what else stands in the programme, and when nobody talks.
import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../parts/texts.ts';
import { clockOf } from '../../presenter/talk.ts';
import { Section } from '../../results/Section.tsx';
import { Rows, TextsField, TimeField } from './fields.tsx';
import { freshKey, type Part } from './planning.ts';

const kinds = ['registration', 'opening', 'break', 'meal', 'prayer', 'closing', 'other'] as const;
type Times = { startsAt: number; endsAt: number };

export function TimesPart({ plan, set, rules, fixed }: Part) {
  const { t } = useTranslation('forum-plan');
  return (
    <Section title={t('times.title')} lead={t('times.lead', { zone: plan.zone })}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
        <TimeField label={t('times.opens')} value={plan.opensAt} onChange={(opensAt) => set({ opensAt })} />
        <TimeField label={t('times.closes')} value={plan.closesAt} onChange={(closesAt) => set({ closesAt })} />
        <NumberInput
          label={t('times.slot')}
          description={t('times.slotHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={plan.slotMinutes}
          min={1}
          max={240}
          error={rules.slotMinutes}
          disabled={fixed}
          onChange={(minutes) => set({ slotMinutes: Number(minutes) })}
        />
      </SimpleGrid>
    </Section>
  );
}

function FromTo({ of, change }: { of: Times; change: (changes: Partial<Times>) => void }) {
  const { t } = useTranslation('forum-plan');
  return (
    <SimpleGrid cols={2}>
      <TimeField label={t('times.from')} value={of.startsAt} onChange={(startsAt) => change({ startsAt })} />
      <TimeField label={t('times.to')} value={of.endsAt} onChange={(endsAt) => change({ endsAt })} />
    </SimpleGrid>
  );
}

export function BlocksPart({ plan, set, fixed }: Part) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const themes = plan.themes.map(({ key, title }) => ({ value: key, label: say(title) || key }));
  const last = Math.max(plan.opensAt, ...plan.blocks.map(({ endsAt }) => endsAt));
  return (
    <Section title={t('blocks.title')} lead={t('blocks.lead')}>
      <Rows
        items={plan.blocks}
        fixed={fixed}
        least={1}
        legend={({ startsAt, endsAt }, index) =>
          t('blocks.one', { number: index + 1, from: clockOf(startsAt), to: clockOf(endsAt) })
        }
        onChange={(blocks) => set({ blocks })}
        add={{
          label: t('blocks.add'),
          make: () => ({
            key: freshKey('block', plan.blocks),
            theme: plan.themes[0]?.key ?? '',
            startsAt: last,
            endsAt: Math.min(last + 60, plan.closesAt),
          }),
        }}
        render={(block, change) => (
          <>
            <Select
              label={t('blocks.theme')}
              data={themes}
              value={block.theme}
              allowDeselect={false}
              disabled={fixed}
              onChange={(theme) => change({ theme: theme ?? block.theme })}
            />
            {!fixed && <FromTo of={block} change={change} />}
          </>
        )}
      />
    </Section>
  );
}

export function ItemsPart({ plan, set, rules, languages, fixed }: Part) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  return (
    <Section title={t('items.title')} lead={t('items.lead')}>
      <Rows
        items={plan.items}
        fixed={fixed}
        legend={({ title, startsAt }) => `${clockOf(startsAt)} ${say(title) || t('items.untitled')}`}
        onChange={(items) => set({ items })}
        add={{
          label: t('items.add'),
          make: () => ({
            ...{ key: freshKey('item', plan.items), title: {}, kind: 'other' as const },
            ...{ startsAt: plan.opensAt, endsAt: plan.opensAt + 15 },
          }),
        }}
        render={(item, change, index) => (
          <>
            <TextsField
              {...{ label: t('items.name'), field: `items.${index}.title`, languages, rules }}
              value={item.title}
              onChange={(title) => change({ title })}
            />
            <Select
              label={t('items.kind')}
              data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              value={item.kind}
              allowDeselect={false}
              disabled={fixed}
              onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? item.kind })}
            />
            {!fixed && <FromTo of={item} change={change} />}
          </>
        )}
      />
    </Section>
  );
}

export function QuietPart({ plan, set, rules, languages, fixed }: Part) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  return (
    <Section title={t('quiet.title')} lead={t('quiet.lead')}>
      <Rows
        items={plan.protectedTimes}
        fixed={fixed}
        legend={({ title, startsAt }) => `${clockOf(startsAt)} ${say(title) || t('items.untitled')}`}
        onChange={(protectedTimes) => set({ protectedTimes })}
        add={{
          label: t('quiet.add'),
          make: () => ({ title: {}, startsAt: plan.opensAt, endsAt: plan.opensAt + 15 }),
        }}
        render={(time, change, index) => (
          <>
            <TextsField
              {...{ label: t('items.name'), field: `protectedTimes.${index}.title`, languages, rules }}
              value={time.title}
              onChange={(title) => change({ title })}
            />
            {!fixed && <FromTo of={time} change={change} />}
          </>
        )}
      />
    </Section>
  );
}
