// Planning a cycle: which dates it gets, from its own wishes and the award's durations.
import { addDuration, cutOff } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { findCountry, forwardKey, quotaOf } from '../definition-queries.ts';
import type { CycleCommand, CycleEvent, CyclePlan, CycleSettings, PlannedPhase } from './messages.ts';
import type { CycleState } from './state.ts';

type Plan = Extract<CycleCommand, { type: 'PlanCycle' }>['data'];
type PlannedName = keyof CyclePlan['timetable'];

export function planCycle(command: Plan, state: CycleState, meta: Meta): Decision<CycleEvent> {
  const plan = planOf(command);
  if (state.status !== 'none') {
    if (contentOf(state) === contentOf(plan)) return { events: [] };
    throw new Refusal('cycle-exists', `This cycle is planned already, as ${state.slug}.`, { slug: state.slug });
  }
  requireCountries(command);
  if (new Date(plan.timetable.nomination.closesAt) <= meta.at)
    throw new Refusal('deadline-past', 'The nomination phase would be over already.', { now: meta.at.toISOString() });
  const { definition, cycleId } = command;
  const capacities = plan.countries.flatMap((iso2) =>
    definition.categories.map(({ key }) => ({
      key: forwardKey(cycleId, iso2, key),
      cap: quotaOf(definition, iso2, key),
    })),
  );
  return { events: [{ type: 'CyclePlanned', data: { cycleId, ...plan, definition, capacities } }] };
}

function planOf(command: Plan): CyclePlan {
  const { slug, number, year, title, host, zone, countries, definitionHash } = command;
  const facts = { slug, number, year, title, host, zone, countries, definitionHash };
  return { ...facts, timetable: timetableOf(command), settings: settingsOf(command) };
}

/** One text for one plan: what makes a second PlanCycle a repetition of the first. */
function contentOf({ slug, number, year, title, host, zone, countries, definitionHash, ...rest }: CyclePlan): string {
  const titles = Object.entries(title).sort();
  const { nomination, screening, judging, decision } = rest.timetable;
  const dates = [nomination, screening, judging, decision].map(({ opensAt, closesAt }) => [opensAt, closesAt]);
  const { endorsement, reminders, correctionWorkingDays, objectionWorkingDays, answers } = rest.settings;
  const days = [correctionWorkingDays, objectionWorkingDays ?? null];
  const settings = [endorsement, reminders, days, answers.laureate, answers.presenter];
  return JSON.stringify([slug, number, year, titles, host, zone, countries, definitionHash, dates, settings]);
}

function requireCountries({ countries, definition }: Plan): void {
  const unknown = countries.filter((iso2) => findCountry(definition, iso2) === undefined);
  if (unknown.length > 0)
    throw new Refusal('country-unknown', `The award has no country ${unknown.join(', ')}.`, {
      countries: definition.countries.map(({ iso2 }) => iso2),
    });
  const twice = countries.find((iso2, index) => countries.indexOf(iso2) !== index);
  if (twice !== undefined) throw new Refusal('country-twice', `${twice} is named twice.`);
}

/** Each phase follows the one before; what the plan leaves out is the award's length of that phase. */
function timetableOf({ timetable, definition, zone }: Plan): CyclePlan['timetable'] {
  const phase = (name: PlannedName, opensAt: Date): PlannedPhase => {
    const own = timetable.closesAt[name];
    const closesAt = own === undefined ? addDuration(opensAt, definition.timetable[name], zone) : cutOff(own, zone);
    if (closesAt <= opensAt)
      throw new Refusal('timetable-order', `The ${name} phase would close before it opens.`, {
        phase: name,
        opensAt: opensAt.toISOString(),
      });
    return { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  };
  const nomination = phase('nomination', opening(timetable.opensAt, zone));
  const screening = phase('screening', new Date(nomination.closesAt));
  const judging = phase('judging', new Date(screening.closesAt));
  const decision = phase('decision', new Date(judging.closesAt));
  return { nomination, screening, judging, decision };
}

/** Of a bare date a phase has the whole day: it opens a second after the end of the day before. */
export function opening(text: string, zone: string): Date {
  const at = cutOff(text, zone);
  return text.includes('T') ? at : new Date(addDuration(at, 'P1D', zone, -1).getTime() + 1000);
}

function settingsOf({ timetable, definition }: Plan): CycleSettings {
  const { endorsement, reminders, correctionWorkingDays, answers } = timetable;
  const standard = definition.timetable;
  const objectionWorkingDays = timetable.objectionWorkingDays ?? standard.objectionWorkingDays;
  return {
    endorsement: endorsement ?? standard.endorsement,
    reminders: reminders ?? standard.reminders,
    correctionWorkingDays: correctionWorkingDays ?? standard.correctionWorkingDays,
    ...(objectionWorkingDays !== undefined && { objectionWorkingDays }),
    answers: {
      laureate: answers?.laureate ?? standard.answers.laureate,
      presenter: answers?.presenter ?? standard.answers.presenter,
    },
  };
}
