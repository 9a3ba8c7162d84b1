// Who and what takes part in a cycle that is played at random: two countries, two categories, a few nominations and judges.
import { countryStream } from '../../../domain/country/state.ts';
import { type Cycle, cycleStream } from '../../../domain/cycle/state.ts';
import { judgeStream } from '../../../domain/judge/state.ts';
import { type Nomination, nominationStream } from '../../../domain/nomination/state.ts';
import { type Panel, panelStream } from '../../../domain/panel/state.ts';
import { type ScorecardState, scorecardStream } from '../../../domain/scorecard/state.ts';
import { ids, sampleDefinition } from '../../support/samples.ts';
import { type Store, stateOf, type Who } from './store.ts';

export const { cycle: cycleId } = ids;
export const countries = ['SG', 'TH'] as const;
export const categories = ['ngo', 'private'] as const;
export const groups = countries.flatMap((country) => categories.map((category) => `${country}-${category}`));
export const quota = 2;
/** Two slots for each country and category; three sheets an entry. */
export const definition = sampleDefinition('national', { quota });

/** Three nominations of each country and category, of which two can be forwarded. */
export const subjects = groups.flatMap((group, index) =>
  [1, 2, 3].map((number) => ({
    nominationId: ids.nomination(index * 3 + number),
    organisationId: ids.organisation(index * 3 + number),
    country: group.slice(0, 2),
    category: group.slice(3),
    group,
  })),
);
export type Subject = (typeof subjects)[number];
/** Three judges for each country, who serve in both of its categories. */
export const judges = countries.flatMap((country, index) =>
  [1, 2, 3].map((number) => ({ judgeId: ids.judge(index * 3 + number), country })),
);
export const judgesOf = (country: string): string[] =>
  judges.filter((judge) => judge.country === country).map(({ judgeId }) => judgeId);

const signer = (actor: string, role: Who['role']): Who => ({ actor, role, secondFactor: true });
const number = (country: string) => 10 * (countries.map(String).indexOf(country) + 1);
export const secretary = signer(ids.person(1), 'secretariat');
export const secondSecretary = signer(ids.person(2), 'secretariat');
export const process: Who = { actor: 'process:sample', role: 'process' };
export const focalPoint = (country: string): Who => ({ actor: ids.person(number(country)), role: 'focal-point' });
export const screener = (country: string): Who => ({ actor: ids.person(number(country) + 1), role: 'screener' });
export const approver = (country: string): Who => signer(ids.person(number(country) + 2), 'approver');
export const applicant = (country: string): Who => ({ actor: ids.person(number(country) + 3), role: 'applicant' });
export const endorser = (country: string): Who => ({ actor: ids.person(number(country) + 4), role: 'endorser' });
export const contact = (country: string): Who => ({ actor: ids.person(number(country) + 5), role: 'laureate-contact' });
export const judge = (judgeId: string): Who => ({ actor: judgeId, role: 'judge' });
export const chair = (judgeId: string): Who => signer(judgeId, 'chair');

export const theCycle = (store: Store): Cycle => {
  const state = stateOf(store, cycleStream(cycleId));
  if (state.status === 'none') throw new Error('The cycle is planned before anything else.');
  return state;
};
export const theCountry = (store: Store, iso2: string) => stateOf(store, countryStream(cycleId, iso2));
export const theJudge = (store: Store, judgeId: string) => stateOf(store, judgeStream(cycleId, judgeId));
export function nominationOf(store: Store, { nominationId }: { nominationId: string }): Nomination | null {
  const state = stateOf(store, nominationStream(nominationId, cycleId));
  return state.status === 'none' ? null : state;
}
export function panelOf(store: Store, group: string): Panel | null {
  const state = stateOf(store, panelStream(cycleId, group));
  return state.status === 'none' ? null : state;
}
export const sheetOf = (store: Store, nominationId: string, judgeId: string): ScorecardState =>
  stateOf(store, scorecardStream(nominationId, judgeId, 'main', cycleId));
/** What the country's desk sees as forwarded in a category. */
export const forwardedIn = (store: Store, country: string, category: string): Nomination[] =>
  subjects
    .filter((subject) => subject.country === country && subject.category === category)
    .flatMap((subject) => nominationOf(store, subject) ?? [])
    .filter(({ status }) => status === 'forwarded');

/** Whose dossiers the read model shows as verified in their present version. */
export const verified = (store: Store): string[] =>
  subjects.flatMap((subject) => {
    const state = nominationOf(store, subject);
    const done = state?.verification.status === 'verified' && state.verification.version === state.version;
    return done ? [subject.nominationId] : [];
  });
