// A panel in which the chair, a member and an officer of the secretariat are in conflict with one entry, and every address that may tell of it.

import { randomUUID } from 'node:crypto';
import { routes } from '../../api/routes.ts';
import { execute } from '../../db/execute.ts';
import { writeNote } from '../../db/notes.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { member } from '../../domain/member/decider.ts';
import { memberStream } from '../../domain/member/state.ts';
import { by, requestEndorsement, sheetOf } from './acts.ts';
import type { TestApi, TestClient } from './api.ts';
import { type Scoring, scoringSample } from './scoring.ts';

export type Conflicted = Scoring & {
  hidden: string;
  viewers: { [who: string]: TestClient };
  /** Those who judge without a conflict. */
  free: string[];
};
/** It stands in the name and the title of the hidden entry, and nowhere else. */
export const mark = 'Zzhidden';

/** Everybody has judged but for the conflicts; scoring is open still. */
export async function conflictedWorld(api: TestApi): Promise<Conflicted> {
  const sample = await scoringSample(api, { names: [`${mark} Weavers`, 'Rice Bank', 'Diggers'], seats: 5 });
  const { cycleId, acts, chair, deputy, member: other, judges } = sample;
  for (const personId of judges)
    await api.db.read
      .insertInto('people')
      .values({ person_id: personId, email: `${personId}@example.org`, name: 'Sample judge' })
      .execute();
  const hidden = await entryNamed(api, mark);
  for (const judgeId of [chair, other]) {
    const data = { cycleId, judgeId, nominationId: hidden, kind: 'family', reason: 'My sister.' } as const;
    await acts.judge({ type: 'DeclareConflict', data }, by('judge', judgeId));
  }
  const officer = await api.grant('secretariat', { award: 'sample' });
  const personId = officer.personId ?? '';
  const data = {
    personId,
    nominationId: hidden,
    cycleId,
    country: 'SG',
    kind: 'family',
    reason: 'My sister.',
  } as const;
  const command = { type: 'DeclareOfficerConflict' as const, data };
  await execute(api.db, member, memberStream(personId), command, by('secretariat', personId));
  const viewers = { chair: api.as(chair), judge: api.as(other), officer };
  const free = judges.filter((id) => id !== chair && id !== other);
  return { ...sample, hidden, viewers, free: [deputy, ...free.filter((id) => id !== deputy)] };
}

async function entryNamed({ db }: TestApi, name: string): Promise<string> {
  const { nomination_id } = await db.read
    .selectFrom('nominations')
    .select('nomination_id')
    .where((eb) => eb(eb.cast<string>('organisation', 'text'), 'like', `%${name}%`))
    .executeTakeFirstOrThrow();
  return nomination_id;
}

const points = (world: Conflicted, given: number) => sheetOf(world.definition, 'ngo', given);

/** Every sheet comes in but those in conflict; the hidden entry is well ahead of the others, which stand apart from each other. */
export async function scoreAll(world: Conflicted): Promise<void> {
  const { acts, entries, judges, hidden, free } = world;
  const others = entries.filter((id) => id !== hidden);
  for (const judgeId of judges)
    for (const [place, entry] of others.entries())
      await acts.scorecard(entry, judgeId, points(world, 4 - place), by('judge', judgeId));
  for (const judgeId of free) await acts.scorecard(hidden, judgeId, points(world, 5), by('judge', judgeId));
}

/** What others do about the hidden entry, which nobody in conflict may notice. */
export async function goOnAbout(world: Conflicted, api: TestApi): Promise<void> {
  const { acts, hidden, free, cycleId, group } = world;
  const [deputy = '', second = ''] = free;
  await acts.scorecard(hidden, second, points(world, 5), by('judge', second));
  await acts.scorecard(
    hidden,
    second,
    { type: 'ReopenScorecard', data: { reason: 'Look again.' } },
    by('deputy-chair', deputy),
  );
  const note = { noteId: randomUUID(), cycleId, group, nominationId: hidden, author: second, text: `${mark} note` };
  await writeNote(api.db, note);
  const late = {
    type: 'DeclareConflict' as const,
    data: { cycleId, judgeId: second, nominationId: hidden, kind: 'other' as const, reason: 'Found it.' },
  };
  await acts.judge(late, by('judge', second));
  const settled = {
    cycleId,
    judgeId: second,
    nominationId: hidden,
    outcome: 'dismissed' as const,
    reason: 'It is none.',
  };
  await acts.judge({ type: 'SettleConflict', data: settled }, by('focal-point'));
}

/** Closed, counted, decided by the deputy with the hidden entry first, signed, and verified for endorsement. */
export async function decideAll(world: Conflicted): Promise<void> {
  const { acts, cycleId, group, judges, entries, hidden, free, definition } = world;
  const [deputy = '', second = ''] = free;
  await acts.scorecard(hidden, second, points(world, 5), by('judge', second));
  for (const judgeId of judges)
    await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
  await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
  const { criteria } = rubricOf(definition, 'ngo');
  const others = entries.filter((id) => id !== hidden);
  const counted = [
    ...others.flatMap((nominationId, place) => judges.map((judgeId) => ({ nominationId, judgeId, given: 4 - place }))),
    ...free.map((judgeId) => ({ nominationId: hidden, judgeId, given: 5 })),
  ];
  const rows = await world.db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id', 'version'])
    .where('cycle_id', '=', cycleId)
    .where('status', '=', 'submitted')
    .execute();
  const sheets = counted.flatMap(({ given, ...pair }) =>
    rows
      .filter((row) => row.nomination_id === pair.nominationId && row.judge_id === pair.judgeId)
      .map(({ version }) => ({
        ...pair,
        round: 'main',
        version,
        points: Object.fromEntries(criteria.map(({ key }) => [key, given])),
      })),
  );
  await acts.panel({ type: 'SealTally', data: { cycleId, group, sheets } }, by('process'));
  const [runnerUp = ''] = others;
  const outcome = { laureates: [hidden], runnersUp: [runnerUp], reasons: `${mark} Weavers stand out.` };
  await acts.panel({ type: 'RecordDecision', data: { cycleId, group, ...outcome } }, by('deputy-chair', deputy));
  const signature = { kind: 'in-person' } as const;
  await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('deputy-chair', deputy));
}

/** Every phase closes, the dossiers are verified, and endorsement is asked for. */
export async function askEndorsement(world: Conflicted): Promise<void> {
  const { acts, cycleId, group } = world;
  for (const phase of ['judging', 'decision'] as const)
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase } }, by('process'));
  await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  for (const phase of ['screening', 'judging', 'decision'] as const) {
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase } }, by('process'));
  }
  await requestEndorsement(world, [group]);
}

type Placed = Pick<Conflicted, 'db' | 'cycleId' | 'group' | 'hidden' | 'chair' | 'member' | 'free' | 'entries'>;

/** What stands in a path, by the name of the parameter: the hidden entry and another, those in conflict and one who is not. */
async function valuesOf(world: Placed): Promise<{ [name: string]: string[] }> {
  const { db, cycleId, group, hidden, chair, member: other, free } = world;
  const entries = [hidden, ...world.entries.filter((id) => id !== hidden).slice(0, 1)];
  const judges = [chair, other, ...free.slice(0, 1)];
  const ids = async (table: 'organisations' | 'mails' | 'grants' | 'files', column: string) =>
    (await db.readPool.query(`select ${column}::text as id from ${table} order by 1 limit 60`)).rows.map(
      ({ id }: { id: string }) => id,
    );
  return {
    ...{ award: ['sample'], cycleId: [cycleId], slug: [`sample-${cycleId.slice(0, 8)}`], iso2: ['SG'] },
    ...{ nominationId: entries, subjectId: entries, laureateId: entries, form: ['nomination'], version: ['1'] },
    ...{ panel: [`${cycleId}~${group}`], judgeId: judges, personId: judges, phase: ['judging'] },
    scorecard: entries.flatMap((entry) => judges.map((judge) => `${entry}~${judge}~main`)),
    organisationId: await ids('organisations', 'organisation_id'),
    mailId: await ids('mails', 'mail_id'),
    fileId: await ids('files', 'file_id'),
  };
}

/** What a list may be asked for in particular. */
const queries: { [name: string]: () => string } = {
  text: () => mark,
  search: () => mark,
  asOf: () => new Date().toISOString(),
};

/** Every address of a GET route that can be filled in, generated from the routes, with its queries. */
export async function addressesOf(world: Placed): Promise<{ route: string; path: string }[]> {
  const values = await valuesOf(world);
  return routes
    .filter(({ method, path }) => method === 'get' && path !== '/changes')
    .flatMap((route) => {
      const asked = Object.keys(route.query?.shape ?? {}).filter((name) => name in queries);
      const lists = route.list === null ? [] : ['format=csv'];
      const suffixes = ['', ...asked.map((name) => `?${name}=${queries[name]?.()}`), ...lists.map((one) => `?${one}`)];
      return filled(route.path, values).flatMap((path) =>
        suffixes.map((suffix) => ({ route: route.path, path: `${path}${suffix}` })),
      );
    });
}

function filled(path: string, values: { [name: string]: string[] }): string[] {
  const name = /:(\w+)/.exec(path)?.[1];
  if (name === undefined) return [path];
  return (values[name] ?? []).flatMap((value) => filled(path.replace(`:${name}`, value), values));
}
