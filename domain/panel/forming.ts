// Who sits on a panel, and what it judges.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { firstRoundsOf, groupOf, hasCategory, judgingOf } from '../definition-queries.ts';
import type { Entry, PanelCommand, PanelEvent } from './messages.ts';
import type { Panel, PanelState } from './state.ts';
import { type Calendar, isClosed, isOver } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];
type People = { judges: string[]; reserves: string[]; chair: string | null; deputyChair: string | null };

export function formPanel(
  data: Data<'FormPanel'>,
  state: PanelState,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  if (state.status !== 'none') {
    if (samePeople(state, data) && state.round === data.round) return { events: [] };
    throw new Refusal('panel-exists', `The panel ${data.group} is formed already: change it instead.`);
  }
  requireGroup(data, calendar.cycle);
  const entries = requireEntries(data, calendar, meta);
  requirePeople(data, calendar.cycle, { round: data.round, scores: false });
  return { events: [{ type: 'PanelFormed', data: { ...data, entries } }] };
}

function requireGroup({ group, country, category, round }: Data<'FormPanel'>, { definition, countries }: Cycle): void {
  if (!hasCategory(definition, category))
    throw new Refusal('category-unknown', `The award has no category ${category}.`, {
      categories: definition.categories.map(({ key }) => key),
    });
  const national = definition.judging.scope === 'national';
  if (country !== null && !countries.includes(country))
    throw new Refusal('country-not-entitled', `${country} takes no part in this cycle.`, { countries });
  const wanted = national && country === null ? null : groupOf(definition, country ?? '', category);
  if (group !== wanted || national !== (country !== null))
    throw new Refusal(
      'wrong-group',
      national
        ? 'Judging is national: a panel is named after its country and category.'
        : 'Judging is regional: a panel is named after its category and has no country.',
      { group: wanted },
    );
  const rounds = firstRoundsOf(definition).map(({ key }) => key);
  if (!rounds.includes(round))
    throw new Refusal('round-unknown', `The award has no round ${round} to judge in.`, { rounds });
}

/** What is judged is settled once screening is closed. */
function requireEntries({ entries, group }: Data<'FormPanel'>, calendar: Calendar, { at }: Meta): Entry[] {
  if (isOver(calendar, 'decision', at, ['judging', 'decision']))
    throw new Refusal('phase-not-open', 'The decision phase is closed: no panel is formed any more.', { phase: null });
  if (entries === null || !isClosed(calendar, 'screening'))
    throw new Refusal('screening-open', 'Screening is not closed yet: what is judged is not settled.', {
      phase: 'screening',
    });
  if (entries.length === 0) throw new Refusal('no-entries', `Nothing was forwarded to ${group}.`);
  const foreign = entries.find((entry) => groupOf(calendar.cycle.definition, entry.country, entry.category) !== group);
  if (foreign !== undefined) throw new Refusal('wrong-group', `${foreign.nominationId} is not judged in ${group}.`);
  return entries;
}

type Asked = { round: string; scores: boolean };

/** A panel without judges is one that decides outside; once it scores it cannot become one. */
function requirePeople(
  { judges, reserves, chair, deputyChair }: People,
  { definition }: Cycle,
  { round, scores }: Asked,
): void {
  const all = [...judges, ...reserves];
  const twice = all.find((judge, index) => all.indexOf(judge) !== index);
  if (twice !== undefined) throw new Refusal('judge-twice', `${twice} is named twice.`);
  const { minimumSheets } = judgingOf(definition, round);
  if ((scores || judges.length > 0) && judges.length < minimumSheets)
    throw new Refusal(
      'too-few-judges',
      `An entry needs ${minimumSheets} sheets: name as many judges${scores ? '' : ', or none'}.`,
      {
        minimum: minimumSheets,
      },
    );
  for (const person of [chair, deputyChair])
    if (person !== null && !judges.includes(person))
      throw new Refusal('chair-not-member', `${person} leads the panel and is none of its judges.`, { judges });
  if (chair !== null && chair === deputyChair)
    throw new Refusal('chair-is-deputy', 'Chair and deputy are two persons.');
}

/** Judges and reserves change until scoring is closed; who leads, until the decision is signed. */
export function changePanel(data: Data<'ChangePanel'>, state: Panel, { cycle }: Calendar): Decision<PanelEvent> {
  const judges = [
    ...state.judges.filter((judge) => !data.removeJudges.includes(judge)),
    ...data.addJudges.filter((judge) => !state.judges.includes(judge)),
  ];
  const people: People = {
    judges,
    reserves: data.reserves ?? state.reserves.filter((judge) => !judges.includes(judge)),
    chair: data.chair ?? state.chair,
    deputyChair: data.deputyChair === undefined ? state.deputyChair : data.deputyChair,
  };
  if (samePeople(state, people)) return { events: [] };
  if (state.status === 'signed') throw new Refusal('decision-signed', 'The decision is signed: the panel stands.');
  const sits = sameList(state.judges, judges) && sameList(state.reserves, people.reserves);
  if (!sits && state.status !== 'formed' && state.status !== 'scoring')
    throw new Refusal('scoring-closed', 'Scoring is closed: its judges stand; chair and deputy may still change.');
  const scores = state.status !== 'formed' || state.rounds !== undefined;
  requirePeople(people, cycle, { round: state.round, scores });
  const { cycleId, group } = state;
  return { events: [{ type: 'PanelChanged', data: { cycleId, group, ...people, reason: data.reason } }] };
}

const sameList = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id));

const samePeople = (a: People, b: People) =>
  sameList(a.judges, b.judges) &&
  sameList(a.reserves, b.reserves) &&
  a.chair === b.chair &&
  a.deputyChair === b.deputyChair;
