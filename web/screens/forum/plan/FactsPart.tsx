// What a forum is: number, names, purpose, host, venue, mode, day and zone; and which delays are told.
import { Group, NumberInput, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../parts/texts.ts';
import { nameOfLanguage, scripts } from '../../account/scripts.ts';
import { Section } from '../../results/Section.tsx';
import { TextsField } from './fields.tsx';
import type { Part, PlanAnswer } from './planning.ts';

type Props = Part & { countries: PlanAnswer['countries']; onLanguage: (tag: string) => void };
const modes = ['in-person', 'hybrid', 'remote'] as const;

export function FactsPart({ plan, set, rules, languages, fixed, countries, onLanguage }: Props) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const host = countries.find(({ iso2 }) => iso2 === plan.host);
  const hosts = countries.map(({ iso2, names }) => ({ value: iso2, label: say(names) }));
  return (
    <Section title={t('facts.title')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
          <NumberInput
            label={t('facts.number')}
            value={plan.number}
            onChange={(number) => set({ number: Number(number) })}
            min={1}
            max={999}
            error={rules.number}
            disabled={fixed}
          />
          <TextInput
            label={t('facts.day')}
            type="date"
            value={plan.day}
            error={rules.day}
            disabled={fixed}
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
          <TextInput
            label={t('facts.slidesBy')}
            description={t('facts.slidesByHint')}
            type="date"
            value={plan.slidesBy ?? ''}
            error={rules.slidesBy}
            onChange={(event) => set({ slidesBy: event.currentTarget.value || null })}
          />
          <Select
            label={t('facts.addLanguage')}
            placeholder={t('facts.chooseLanguage')}
            data={scripts
              .filter((tag) => !languages.includes(tag))
              .map((tag) => ({ value: tag, label: nameOfLanguage(tag) }))}
            value={null}
            onChange={(tag) => tag !== null && onLanguage(tag)}
          />
        </SimpleGrid>
        <TextsField
          {...{ label: t('facts.name'), field: 'name', languages, rules }}
          value={plan.name}
          onChange={(name) => set({ name })}
        />
        <TextsField
          {...{ label: t('facts.purpose'), field: 'purpose', languages, rules }}
          value={plan.purpose ?? {}}
          onChange={(purpose) => set({ purpose })}
          required={false}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <Select
            label={t('facts.host')}
            data={host === undefined ? [{ value: plan.host, label: plan.host }, ...hosts] : hosts}
            value={plan.host}
            allowDeselect={false}
            disabled={fixed}
            error={rules.host}
            onChange={(iso2) => set({ host: iso2 ?? plan.host })}
          />
          <Select
            label={t('facts.zone')}
            data={[...new Set([plan.zone, ...Intl.supportedValuesOf('timeZone')])]}
            value={plan.zone}
            searchable
            allowDeselect={false}
            disabled={fixed}
            error={rules.zone}
            onChange={(zone) => set({ zone: zone ?? plan.zone })}
          />
        </SimpleGrid>
        {!fixed && (
          <TextsField
            {...{ label: t('facts.venue'), field: 'venue', languages, rules }}
            value={plan.venue}
            onChange={(venue) => set({ venue })}
          />
        )}
        <Radio.Group
          label={t('facts.mode')}
          value={plan.mode}
          onChange={(mode) => set({ mode: modes.find((one) => one === mode) ?? plan.mode })}
        >
          <Group mt={4}>
            {modes.map((mode) => (
              <Radio key={mode} value={mode} label={t(`mode.${mode}`)} disabled={fixed} />
            ))}
          </Group>
        </Radio.Group>
        <NumberInput
          label={t('facts.delay')}
          description={t('facts.delayHint')}
          value={plan.delayMinutes}
          min={0}
          max={240}
          maw={420}
          error={rules.delayMinutes}
          onChange={(minutes) => set({ delayMinutes: Number(minutes) })}
        />
      </Stack>
    </Section>
  );
}
