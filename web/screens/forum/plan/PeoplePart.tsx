// Who helps: moderators with their times and themes, rapporteurs with their themes, interpreters and teams by language.
import { MultiSelect, NumberInput, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '../../../parts/languages.ts';
import { useText } from '../../../parts/texts.ts';
import { scripts } from '../../account/scripts.ts';
import { clockOf } from '../../presenter/talk.ts';
import { Section } from '../../results/Section.tsx';
import { Rows, TimeField } from './fields.tsx';
import type { Part, Plan, PlanAnswer } from './planning.ts';

type Props = Part & Pick<PlanAnswer, 'staff' | 'countries'>;
type Role = PlanAnswer['staff'][number]['role'];

type Staff = PlanAnswer['staff'];

/** Those who have the role, nobody twice; `next` is the first who does not help yet. */
function useHelpers(staff: Staff, role: Role, helping: readonly { person: string }[]) {
  const { t } = useTranslation('forum-plan');
  const people = [...new Map(staff.filter((one) => one.role === role).map((one) => [one.personId, one.name]))];
  return {
    people,
    nameOf: ({ person }: { person: string }) => people.find(([id]) => id === person)?.[1] ?? t('people.gone'),
    next: people.find(([id]) => !helping.some(({ person }) => person === id))?.[0],
  };
}

type Choice = { people: [string, string][]; value: string; onChange: (person: string) => void };

function PersonSelect({ people, value, onChange }: Choice) {
  const { t } = useTranslation('forum-plan');
  return (
    <Select
      label={t('people.person')}
      data={people.map(([id, label]) => ({ value: id, label }))}
      value={value}
      allowDeselect={false}
      onChange={(person) => onChange(person ?? value)}
    />
  );
}

export function ModeratorsPart({ plan, set, staff, countries }: Props) {
  const { t } = useTranslation('forum-plan');
  const say = useText();
  const { people, nameOf, next } = useHelpers(staff, 'moderator', plan.moderators);
  const lands = countries.map(({ iso2, names }) => ({ value: iso2, label: say(names) }));
  return (
    <Section title={t('moderators.title')} lead={t(people.length === 0 ? 'moderators.none' : 'moderators.lead')}>
      <Rows
        items={plan.moderators}
        legend={nameOf}
        onChange={(moderators) => set({ moderators })}
        add={{
          label: t('moderators.add'),
          make: () => (next === undefined ? undefined : { person: next, country: plan.host, windows: [], fit: {} }),
        }}
        render={(one, change) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
              <PersonSelect people={people} value={one.person} onChange={(person) => change({ person })} />
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
  const { people, nameOf, next } = useHelpers(staff, 'rapporteur', plan.rapporteurs);
  return (
    <Section title={t('rapporteurs.title')} lead={t(people.length === 0 ? 'rapporteurs.none' : 'rapporteurs.lead')}>
      <Rows
        items={plan.rapporteurs}
        legend={nameOf}
        onChange={(rapporteurs) => set({ rapporteurs })}
        add={{
          label: t('rapporteurs.add'),
          make: () => (next === undefined ? undefined : { person: next, themes: [] }),
        }}
        render={(one, change) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <PersonSelect people={people} value={one.person} onChange={(person) => change({ person })} />
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
  const { people, nameOf, next } = useHelpers(staff, 'interpreter', plan.interpreters);
  const nameOfLanguage = useLanguageName();
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
        legend={nameOf}
        onChange={(interpreters) => set({ interpreters })}
        add={{
          label: t('languages.add'),
          make: () => (next === undefined ? undefined : { person: next, languages: interpreted.slice(0, 1) }),
        }}
        render={(one, change) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <PersonSelect people={people} value={one.person} onChange={(person) => change({ person })} />
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
