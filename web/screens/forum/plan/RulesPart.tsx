// What the schedule is to keep: hours of those afar, moderators' sessions, states in a session, protocol order, points.
import { Accordion, Checkbox, NumberInput, Select, SimpleGrid, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../results/Section.tsx';
import { TimeField } from './fields.tsx';
import type { Part, Plan, PlanAnswer } from './planning.ts';

type Rule = keyof Plan['points'];
const owns = ['allowed', 'not-alone'] as const;

export function RulesPart({ plan, set, rules, fixed, countries }: Part & Pick<PlanAnswer, 'countries'>) {
  const { t } = useTranslation('forum-plan');
  const { remoteHours, protocol } = plan;
  const byName = [...countries].sort((a, b) => ((a.names.en ?? a.iso2) < (b.names.en ?? b.iso2) ? -1 : 1));
  if (fixed) return null;
  return (
    <Section title={t('rules.title')} lead={t('rules.lead')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <TimeField
          label={t('rules.remoteFrom')}
          value={remoteHours.from}
          onChange={(from) => set({ remoteHours: { ...remoteHours, from } })}
        />
        <TimeField
          label={t('rules.remoteTo')}
          value={remoteHours.to}
          onChange={(to) => set({ remoteHours: { ...remoteHours, to } })}
        />
        <NumberInput
          label={t('rules.maxSessions')}
          value={plan.moderatorMaxSessions}
          min={1}
          max={60}
          error={rules.moderatorMaxSessions}
          onChange={(most) => set({ moderatorMaxSessions: Number(most) })}
        />
        <NumberInput
          label={t('rules.spread')}
          value={plan.spread.countries}
          min={1}
          max={50}
          onChange={(states) => set({ spread: { countries: Number(states) } })}
        />
        <Select
          label={t('rules.own')}
          data={owns.map((value) => ({ value, label: t(`own.${value}`) }))}
          value={plan.moderatorOwnCountry}
          allowDeselect={false}
          onChange={(own) => set({ moderatorOwnCountry: owns.find((one) => one === own) ?? plan.moderatorOwnCountry })}
        />
      </SimpleGrid>
      <Checkbox
        label={t('rules.byName')}
        checked={protocol === 'english-name'}
        onChange={(event) =>
          set({ protocol: event.currentTarget.checked ? 'english-name' : byName.map(({ iso2 }) => iso2) })
        }
      />
      {protocol !== 'english-name' && (
        <TagsInput
          label={t('rules.order')}
          description={t('rules.orderHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={countries.map(({ iso2 }) => iso2)}
          value={protocol}
          error={rules.protocol}
          onChange={(order) => set({ protocol: order.map((iso2) => iso2.toUpperCase()) })}
        />
      )}
      <Accordion variant="contained">
        <Accordion.Item value="points">
          <Accordion.Control>{t('points.title')}</Accordion.Control>
          <Accordion.Panel>
            <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
              {(Object.keys(plan.points) as Rule[]).map((rule) => (
                <NumberInput
                  key={rule}
                  label={t(`points.${rule}`)}
                  value={plan.points[rule]}
                  min={0}
                  onChange={(cost) => set({ points: { ...plan.points, [rule]: Number(cost) } })}
                />
              ))}
            </SimpleGrid>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Section>
  );
}
