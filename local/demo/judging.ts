// The middle chapters: sample judges score sample entries; elsewhere the country's own outcome is recorded; all is signed.
import { z } from 'zod';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { samplePdf } from './answers.ts';
import type { Cast } from './cast.ts';
import { type Person, waitFor } from './client.ts';
import type { Nominated } from './nominating.ts';

const Accepted = z.object({ id: z.string() });
const Panel = z.object({
  status: z.string(),
  judges: z.array(z.string()),
  decision: z.array(z.object({ laureateId: z.string() })).nullable(),
});
const Sheet = z.object({ id: z.string(), nominationId: z.string(), group: z.string(), status: z.string() });
const Board = z.object({
  entries: z.array(z.object({ nominationId: z.string(), rank: z.int().nullable(), shown: z.string().nullable() })),
});
const Proposal = z.object({ state: z.string() });
const Invited = z.object({ judgeId: z.string() });

/** Three sample judges and a reserve of one country: invited, willing, bound by the terms. */
export async function inviteJudges(
  cast: Cast,
  cycleId: string,
  definition: AwardDefinition,
  country: string,
  accounts: string[],
): Promise<string[]> {
  const focalPoint = await cast.as(`focal-point.${country.toLowerCase()}`);
  const groups = definition.categories.map(({ key }) => `${country}-${key}`);
  const judges: string[] = [];
  for (const account of accounts) {
    const invitation = { email: cast.email(account), name: cast.name(account), groups, country };
    const { judgeId } = await focalPoint.post(`/cycles/${cycleId}/judges`, invitation, Invited);
    const judge = await cast.as(account);
    const path = `/cycles/${cycleId}/judges/${judgeId}`;
    await judge.tell(`${path}/accept-invitation`);
    await judge.tell(`${path}/accept-terms`, { version: definition.judging.terms.version });
    await judge.tell(`${path}/profile`, { languages: ['en'], capacity: 20 });
    judges.push(judgeId);
  }
  return judges;
}

export type Group = { cycleId: string; country: string; category: string; entries: Nominated[] };
const panelOf = ({ cycleId, country, category }: Group) => `/panels/${cycleId}~${country}-${category}`;

/** Formed once the country's screening is over. The first of the judges leads. */
export async function formPanel(cast: Cast, group: Group, judges: string[]): Promise<void> {
  const { cycleId, country, category } = group;
  const focalPoint = await cast.as(`focal-point.${country.toLowerCase()}`);
  const [chair = null, deputyChair = null] = judges;
  await focalPoint.post(`/cycles/${cycleId}/panels`, { country, category, judges, chair, deputyChair }, Accepted);
}

/** Proposed by the solver, seen, released. One judge then recuses from one entry, which the reserve reads instead. */
export async function assign(cast: Cast, group: Group): Promise<void> {
  const focalPoint = await cast.as(`focal-point.${group.country.toLowerCase()}`);
  const { id } = await focalPoint.post(`${panelOf(group)}/assignment/request`, {}, Accepted);
  await waitFor(
    'the proposed assignment',
    () => focalPoint.get(`/proposals/${id}`, Proposal),
    ({ state }) => state === 'proposed' || state === 'failed',
  );
  await focalPoint.tell(`${panelOf(group)}/assignment/release`);
}

/** Every judge fills in the own sheets and says "finished". Points are made up of the entry's number: samples all. */
export async function score(cast: Cast, definition: AwardDefinition, group: Group, accounts: string[]): Promise<void> {
  const { cycleId, country, category, entries } = group;
  const { criteria, scale, commentAt } = rubricOf(definition, category);
  const name = `${country}-${category}`;
  for (const [seat, account] of accounts.entries()) {
    const judge = await cast.as(account);
    const mine = () => judge.list('/scorecards', Sheet, { cycleId, group: name });
    const sheets = await waitFor(
      `the scorecards of ${account} in ${name}`,
      mine,
      (found) => found.length === entries.length,
    );
    const nominationIds = sheets.map((sheet) => sheet.nominationId);
    await judge.tell(`/cycles/${cycleId}/judges/me/no-conflicts`, { nominationIds });
    for (const sheet of sheets) {
      const place = entries.findIndex(({ nominationId }) => nominationId === sheet.nominationId);
      const scores = criteria.map(({ key }, index) => {
        const points = Math.min(scale.max, Math.max(0, scale.max - 1 - place + ((seat + index) % 2)));
        return { criterion: key, points, comment: commentAt.includes(points) ? 'Sample comment.' : '' };
      });
      await judge.tell(`/scorecards/${sheet.id}/submit`, { scores });
    }
    await judge.tell(`/cycles/${cycleId}/judges/me/finish-scoring`, { group: name });
  }
}

/** By the ranking of the sealed tally, with as many runners-up as the award has places. */
export async function decide(cast: Cast, definition: AwardDefinition, group: Group, chair: string): Promise<void> {
  const leader = await cast.as(chair);
  await waitFor(
    `the sealed tally of ${group.country}-${group.category}`,
    () => leader.get(panelOf(group), Panel),
    ({ status }) => status === 'sealed',
  );
  const { entries } = await leader.get(`${panelOf(group)}/board`, Board);
  const ranked = entries.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const { laureates, runnersUp } = definition.awards;
  const ids = ranked.map(({ nominationId }) => nominationId);
  await leader.tell(`${panelOf(group)}/decision`, {
    laureates: ids.slice(0, laureates),
    runnersUp: ids.slice(laureates, laureates + runnersUp),
    reasons: 'Sample: as the published rubric ranks them.',
  });
  await leader.sign(`${panelOf(group)}/sign`);
}

/** A page that says nothing, registered and sent. @returns its hash, by which a command names it. */
async function sendLetter(person: Person, cycleId: string, name: string): Promise<string> {
  const { bytes, hash } = samplePdf(name);
  const letter = { name: `${name}.pdf`, size: bytes.length, sha256: hash, type: 'application/pdf' };
  const { fileId } = await person.post(`/cycles/${cycleId}/letters`, letter, z.object({ fileId: z.string() }));
  await person.upload(fileId, bytes);
  return hash;
}

/** The outcome as the country's record has it, with its letter: recorded by the focal point and signed by the approver. */
export async function recordOutside(cast: Cast, group: Group): Promise<void> {
  const at = group.country.toLowerCase();
  const [focalPoint, approver] = await Promise.all([cast.as(`focal-point.${at}`), cast.as(`approver.${at}`)]);
  const [first] = group.entries;
  const source = first?.known?.source ?? 'Sample: an outcome made for this demo';
  await focalPoint.tell(`${panelOf(group)}/outside-decision`, {
    laureates: group.entries.map(({ nominationId }) => nominationId),
    minutes: await sendLetter(focalPoint, group.cycleId, `sample-letter-${group.country}-${group.category}`),
    source,
  });
  await approver.sign(`${panelOf(group)}/sign`);
}
