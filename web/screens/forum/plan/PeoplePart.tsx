// Who helps: moderators with their times and themes, rapporteurs with their themes, interpreters and teams by language.
import { MultiSelect, NumberInput, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../parts/texts.ts';
import { nameOfLanguage, scripts } from '../../account/scripts.ts';
import { clockOf } from '../../presenter/talk.ts';
import { Section } from '../../results/Section.tsx';
import { Rows, TimeField } from './fields.tsx';
import type { Part, Plan, PlanAnswer } from './planning.ts';

type Props = Part & Pick<PlanAnswer, 'staff' | 'countries'>;
type Role = PlanAnswer['staff'][number]['role'];

/** Those who have the role, and nobody twice. */
const peopleOf = (staff: PlanAnswer['staff'], role: Role) => [
  ...new Map(staff.filter((one) => one.role === role).map((one) => [one.personId, one.name])),
];

export function ModeratorsPart({ plan, set, staff, countries }: Props) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const people = peopleOf(staff, 'moderator');
  const nameOf = (person: string) => people.find(([id]) => id === person)?.[1] ?? t('people.gone');
  const lands = countries.map(({ iso2, names }) => ({ value: iso2, label: say(names) }));
  const next = people.find(([id]) => !plan.moderators.some(({ person }) => person === id))?.[0];
  return (
    <Section title={t('moderators.title')} lead={t(people.length === 0 ? 'moderators.none' : 'moderators.lead')}>
      <Rows
        items={plan.moderators}
        legend={({ person }) => nameOf(person)}
        onChange={(moderators) => set({ moderators })}
        add={{
          label: t('moderators.add'),
          make: () => (next === undefined ? undefined : { person: next, country: plan.host, windows: [], fit: {} }),
        }}
        render={(one, change) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
              <Select
                label={t('people.person')}
                data={people.map(([value, label]) => ({ value, label }))}
                value={one.person}
                allowDeselect={false}
                onChange={(person) => change({ person: person ?? one.person })}
              />
              <Select
                label={t('people.country')}
                data={lands}
                value={one.country}
                allowDeselect={false}
                searchable
                onChange={(country) => change({ country: country ?? one.country })}
              />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
              {plan.themes.map(({ key, title }) => (
                <Select
                  key={key}
                  label={t('moderators.fit', { theme: say(title) })}
                  data={['0', '1', '2', '3'].map((value) => ({ value, label: t(`fit.${value}`) }))}
                  value={String(one.fit[key] ?? 0)}
                  allowDeselect={false}
                  onChange={(fit) => change({ fit: { ...one.fit, [key]: Number(fit) } })}
                />
              ))}
            </SimpleGrid>
            <Windows windows={one.windows} plan={plan} onChange={(windows) => change({ windows })} />
          </>
        )}
      />
    </Section>
  );
}

type Span = Plan['moderators'][number]['windows'][number];

function Windows({ windows, plan, onChange }: { windows: Span[]; plan: Plan; onChange: (windows: Span[]) => void }) {
  const { t } = useTranslation('forum-plan');
  return (
    <Rows
      items={windows}
      legend={({ from, to }) => t('moderators.window', { from: clockOf(from), to: clockOf(to) })}
      onChange={onChange}
      add={{ label: t('moderators.addWindow'), make: () => ({ from: plan.opensAt, to: plan.closesAt }) }}
      render={({ from, to }, change) => (
        <SimpleGrid cols={2}>
          <TimeField label={t('times.from')} value={from} onChange={(minute) => change({ from: minute })} />
          <TimeField label={t('times.to')} value={to} onChange={(minute) => change({ to: minute })} />
        </SimpleGrid>
      )}
    />
  );
}

export function RapporteursPart({ plan, set, staff }: Props) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const people = peopleOf(staff, 'rapporteur');
  const nameOf = (person: string) => people.find(([id]) => id === person)?.[1] ?? t('people.gone');
  const next = people.find(([id]) => !plan.rapporteurs.some(({ person }) => person === id))?.[0];
  return (
    <Section title={t('rapporteurs.title')} lead={t(people.length === 0 ? 'rapporteurs.none' : 'rapporteurs.lead')}>
      <Rows
        items={plan.rapporteurs}
        legend={({ person }) => nameOf(person)}
        onChange={(rapporteurs) => set({ rapporteurs })}
        add={{
          label: t('rapporteurs.add'),
          make: () => (next === undefined ? undefined : { person: next, themes: [] }),
        }}
        render={(one, change) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <Select
              label={t('people.person')}
              data={people.map(([value, label]) => ({ value, label }))}
              value={one.person}
              allowDeselect={false}
              onChange={(person) => change({ person: person ?? one.person })}
            />
            <MultiSelect
              label={t('rapporteurs.themes')}
              data={plan.themes.map(({ key, title }) => ({ value: key, label: say(title) }))}
              value={one.themes}
              onChange={(themes) => change({ themes })}
            />
          </SimpleGrid>
        )}
      />
    </Section>
  );
}

export function InterpretersPart({ plan, set, staff, fixed }: Props) {
  const { t } = useTranslation('forum-plan');
  const people = peopleOf(staff, 'interpreter');
  const nameOf = (person: string) => people.find(([id]) => id === person)?.[1] ?? t('people.gone');
  const next = people.find(([id]) => !plan.interpreters.some(({ person }) => person === id))?.[0];
  const { working, teams } = plan.interpretation;
  const tags = [...new Set([...scripts, ...working, ...Object.keys(teams)])];
  const choices = tags.map((tag) => ({ value: tag, label: nameOfLanguage(tag) }));
  const interpreted = [...new Set([...plan.languages.filter((tag) => !working.includes(tag)), ...Object.keys(teams)])];
  return (
    <Section title={t('languages.title')} lead={t('languages.lead')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <MultiSelect
          label={t('languages.spoken')}
          description={t('languages.spokenHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={choices}
          value={plan.languages}
          disabled={fixed}
          onChange={(languages) => set({ languages })}
        />
        <MultiSelect
          label={t('languages.working')}
          description={t('languages.workingHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={choices}
          value={working}
          disabled={fixed}
          onChange={(chosen) => set({ interpretation: { working: chosen, teams } })}
        />
        {interpreted.map((tag) => (
          <NumberInput
            key={tag}
            label={t('languages.teams', { language: nameOfLanguage(tag) })}
            value={teams[tag] ?? 0}
            min={0}
            max={50}
            onChange={(number) => set({ interpretation: { working, teams: { ...teams, [tag]: Number(number) } } })}
          />
        ))}
      </SimpleGrid>
      <Rows
        items={plan.interpreters}
        legend={({ person }) => nameOf(person)}
        onChange={(interpreters) => set({ interpreters })}
        add={{
          label: t('languages.add'),
          make: () => (next === undefined ? undefined : { person: next, languages: interpreted.slice(0, 1) }),
        }}
        render={(one, change) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <Select
              label={t('people.person')}
              data={people.map(([value, label]) => ({ value, label }))}
              value={one.person}
              allowDeselect={false}
              onChange={(person) => change({ person: person ?? one.person })}
            />
            <MultiSelect
              label={t('languages.interprets')}
              data={choices}
              value={one.languages}
              onChange={(languages) => change({ languages })}
            />
          </SimpleGrid>
        )}
      />
    </Section>
  );
}
