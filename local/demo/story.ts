// The 6th award and the 12th forum, chapter by chapter, by the people of the cast and over HTTP.
import { z } from 'zod';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { textOf } from '../../domain/localized-text.ts';
import { announce, answerAwards, endorse, laureatesOf } from './announcing.ts';
import { appointPeople, type Cast } from './cast.ts';
import { waitFor } from './client.ts';
import { type Facts, nominationsOf, scoredCountries } from './facts.ts';
import { answerInvitations, planForum, proposeSchedule, releaseSchedule } from './forum.ts';
import { assign, decide, formPanel, type Group, inviteJudges, recordOutside, score } from './judging.ts';
import {
  closeCall,
  correctOne,
  isOpenCall,
  type Nominated,
  nominate,
  screen,
  setOpenCall,
  signForwarding,
} from './nominating.ts';
import { loadRecord } from './record.ts';
import { replanForum } from './replanning.ts';

const Planned = z.object({ id: z.string() });
const Cycle = z.object({
  slug: z.string(),
  phases: z.array(z.object({ phase: z.string(), status: z.string(), closesAt: z.string().nullable() })),
});
const Definition = z.object({ definition: AwardDefinition });
export type Stage = { cast: Cast; facts: Facts; award: string; tell(line: string): void };
export type Told = { cycleId: string; slug: string; forumId: string };

/**
 * Deadlines are generous and phases end by acts, as in life. An open call ends at its own instant, which the country sets
 * before it opens; and endorsement runs to its deadline.
 */
const lengths = { minutes: 10, untilOpening: 4_000, openCall: 10_000, endorsement: 'PT15S' };
/** A machine that was slow until then has as much more time for its open call. */
const slowness = 4;

export async function tellStory({ cast, facts, award, tell }: Stage): Promise<Told> {
  const began = performance.now();
  const secretariat = await cast.as('secretariat');
  const countries = await memberStates(cast, award, facts.forum.day);
  tell(`${countries.length} member states on ${facts.forum.day}: ${countries.join(', ')}`);
  await appointPeople(cast, award, countries);
  await loadRecord(cast, award, tell);
  const cycleId = await planCycle(cast, award, countries, facts);
  const { definition } = await secretariat.get(`/cycles/${cycleId}/definition`, Definition);
  const categories = definition.categories.map(({ key }) => key);
  const phase = (name: string, status: string) => waitForPhase(cast, cycleId, name, status);
  const openCalls = countries.filter((iso2) => isOpenCall(definition, iso2));
  const openCall = Math.round(lengths.openCall + slowness * (performance.now() - began));
  for (const country of openCalls) await setOpenCall(cast, cycleId, country, openCall);
  const { slug } = await phase('nomination', 'open');
  tell(`The cycle ${slug} is planned, and nominations are open.`);

  const puts = nominationsOf(facts, countries, categories);
  const nominations: Nominated[] = [];
  const open = (country: string) => (openCalls.includes(country) ? 0 : 1);
  for (const put of puts.toSorted((a, b) => open(a.country) - open(b.country)))
    nominations.push(await nominate(cast, cycleId, definition, put));
  tell(
    `nomination: ${nominations.length} nominations submitted, ${facts.laureates.length} of them of known laureates.`,
  );
  await each(countries, async (country) => {
    if (!openCalls.includes(country)) await closeCall(cast, cycleId, country);
  });
  await phase('screening', 'open');
  const [sample] = nominations.filter(({ country }) => country === 'SG');
  if (sample !== undefined) await correctOne(cast, definition, sample);
  await each(countries, async (country) => {
    for (const nomination of nominations)
      if (nomination.country === country) await screen(cast, definition, nomination);
    await signForwarding(cast, cycleId, country, categories, nominations);
  });
  await phase('judging', 'open');
  tell('screening: one nomination came back corrected; every country has signed, or said that it has no nominee.');

  await judge(cast, cycleId, definition, nominations, tell);
  await phase('decision', 'closed');
  tell('decision: signed in every group.');

  const groups = groupsOf(cycleId, nominations);
  const names = groups.map(({ country, category }) => `${country}-${category}`);
  await endorse(cast, cycleId, names, countries);
  await phase('announcement', 'open');
  tell(
    'endorsement: an objection was settled, its laureate maintained; concluded at its deadline, silence being assent.',
  );
  await answerAwards(cast, cycleId);
  tell('answers: one sample laureate has declined, and the runner-up follows; all others have accepted.');

  const forumId = await planForum(cast, cycleId, facts);
  const speaking = (await laureatesOf(cast, cycleId)).filter(({ current, place }) => current && place === 'laureate');
  await answerInvitations(cast, forumId, speaking, facts);
  await proposeSchedule(cast, forumId);
  await releaseSchedule(cast, forumId, { name: 'First release', note: 'Sample note.' });
  tell(`forum: ${speaking.length} laureates speak; the schedule is released.`);
  for (const line of await replanForum(cast, forumId, speaking, facts)) tell(line);
  await announce(cast, cycleId);
  await phase('announcement', 'closed');
  tell('announcement: country, laureate, press and public stage, each at its instant.');
  return { cycleId, slug, forumId };
}

/** The countries' people act at the same time. */
const each = (countries: string[], act: (country: string) => Promise<void>) => Promise.all(countries.map(act));

/** Those who had joined by the day of the forum. */
async function memberStates(cast: Cast, award: string, day: string): Promise<string[]> {
  const { definition } = await (await cast.as('secretariat')).get(`/definitions/${award}`, Definition);
  return definition.countries.flatMap(({ iso2, joined = day }) => (joined <= day ? [iso2] : []));
}

async function planCycle(cast: Cast, award: string, countries: string[], facts: Facts): Promise<string> {
  const at = (step: number) => new Date(Date.now() + step * lengths.minutes * 60_000).toISOString();
  const { number, year, title, host } = facts.award;
  const closesAt = { nomination: at(1), screening: at(2), judging: at(3), decision: at(4) };
  const plan = {
    ...{ award, number, year, title, host, countries, zone: facts.forum.zone },
    slug: `${award}-${number}-${Date.now().toString(36)}`,
    timetable: {
      opensAt: new Date(Date.now() + lengths.untilOpening).toISOString(),
      closesAt,
      endorsement: lengths.endorsement,
    },
  };
  return (await (await cast.as('secretariat')).post('/cycles', plan, Planned)).id;
}

const waitForPhase = async (cast: Cast, cycleId: string, phase: string, status: string) =>
  waitFor(
    `${phase} ${status}`,
    async () => (await cast.as('secretariat')).get(`/cycles/${cycleId}`, Cycle),
    ({ phases }) => phases.some((one) => one.phase === phase && one.status === status),
  );

function groupsOf(cycleId: string, nominations: Nominated[]): Group[] {
  const groups = new Map<string, Group>();
  for (const nomination of nominations) {
    const { country, category } = nomination;
    const group = groups.get(`${country} ${category}`) ?? { cycleId, country, category, entries: [] };
    group.entries.push(nomination);
    groups.set(`${country} ${category}`, group);
  }
  return [...groups.values()];
}

/** Sample judges score where all entries are samples; everywhere else the outcome is recorded from outside. */
async function judge(
  cast: Cast,
  cycleId: string,
  definition: AwardDefinition,
  nominations: Nominated[],
  tell: (line: string) => void,
): Promise<void> {
  const groups = groupsOf(cycleId, nominations);
  const isScored = ({ country }: Group) => scoredCountries.includes(country);
  for (const [index, country] of scoredCountries.entries()) {
    const accounts = [1, 2, 3].map((seat) => `judge-${3 * index + seat}`);
    const judges = await inviteJudges(cast, cycleId, definition, country, accounts);
    const own = groups.filter((group) => group.country === country);
    for (const group of own) {
      await formPanel(cast, group, judges);
      await assign(cast, group);
      await score(cast, definition, group, accounts);
    }
    for (const group of own) await decide(cast, definition, group, accounts[0] ?? '');
    tell(`judging: ${accounts.length} sample judges of ${country} have scored, and the panels have decided.`);
  }
  for (const group of groups.filter((each) => !isScored(each))) {
    await formPanel(cast, group, []);
    await recordOutside(cast, group);
  }
  tell(
    `judging: ${groups.filter((each) => !isScored(each)).length} outcomes recorded from outside, each with its letter, without scores.`,
  );
}

/** For the headline of the report. */
export const titleOf = ({ award, forum }: Facts): string => `${textOf(award.title)}; ${textOf(forum.name)}`;
