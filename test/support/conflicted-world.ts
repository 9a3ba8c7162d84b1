// A panel in which the chair, a member and an officer of the secretariat are in conflict with one entry, and every address that may tell of it.

import { randomUUID } from 'node:crypto';
import { routes } from '../../api/routes.ts';
import { execute } from '../../db/execute.ts';
import { registerFile } from '../../db/files.ts';
import { beginImport } from '../../db/imports.ts';
import { writeNote } from '../../db/notes.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { member } from '../../domain/member/decider.ts';
import { memberStream } from '../../domain/member/state.ts';
import { by, requestEndorsement, sheetOf } from './acts.ts';
import type { TestApi, TestClient } from './api.ts';
import { samplePlan } from './forum-samples.ts';
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

/** Endorsement is concluded, and those who won are asked to speak. */
export async function askToSpeak(world: Conflicted): Promise<void> {
  const { acts, cycleId, hidden, db, entries } = world;
  for (const country of world.countries)
    await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
  await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
  for (const phase of ['announcement', 'forum'] as const)
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
  const forumId = randomUUID();
  const { purpose: _none, ...plan } = samplePlan();
  await acts.forum({ type: 'PlanForum', data: { ...plan, forumId, cycleId } }, by('secretariat'));
  const organisation = { en: `${mark} Weavers` };
  const asked = { laureateId: hidden, personId: randomUUID(), country: 'SG', category: 'ngo', organisation };
  const answerBy = new Date(Date.now() + 86_400_000).toISOString();
  await acts.talk({ type: 'InvitePresenter', data: { forumId, cycleId, answerBy, ...asked } }, by('secretariat'));
  for (const subjectId of entries) {
    const about = { kind: 'supporting-letter' as const, field: 'certificate', cycleId: null, country: null };
    const file = { name: 'letter.pdf', size: 10, type: 'application/pdf', hash: 'a'.repeat(64), language: null };
    const owner = { fileId: randomUUID(), subjectId, owner: randomUUID(), confidential: false };
    await registerFile(db, { ...owner, ...about, ...file });
  }
  await beginImport(db, { importId: randomUUID(), cycleId, kind: 'people', personId: randomUUID(), rows: 1 });
}

/** As once everybody may read of the laureates. */
export async function makePublic({ db, cycleId, hidden }: Conflicted): Promise<void> {
  const row = { cycle_id: cycleId, country: 'SG', category: 'ngo', stage: 'public' as const, published_at: new Date() };
  const organisation = JSON.stringify({ en: `${mark} Weavers` });
  await db.read
    .insertInto('published_laureates')
    .values({ ...row, laureate_id: hidden, organisation })
    .execute();
}

type Placed = Pick<Conflicted, 'db' | 'cycleId' | 'group' | 'hidden' | 'chair' | 'member' | 'free' | 'entries'>;

/** What stands in a path, by the name of the parameter: the hidden entry and another, those in conflict and one who is not. */
async function valuesOf(world: Placed): Promise<{ [name: string]: string[] }> {
  const { db, cycleId, group, hidden, chair, member: other, free } = world;
  const entries = [hidden, ...world.entries.filter((id) => id !== hidden).slice(0, 1)];
  const judges = [chair, other, ...free.slice(0, 1)];
  type Table = 'organisations' | 'mails' | 'grants' | 'files' | 'forums' | 'imports' | 'access_requests';
  const ids = async (table: Table, column: string) =>
    (await db.readPool.query(`select ${column}::text as id from ${table} order by 1 limit 60`)).rows.map(
      ({ id }: { id: string }) => id,
    );
  const forumId = await ids('forums', 'forum_id');
  return {
    ...{ award: ['sample'], cycleId: [cycleId], slug: [`sample-${cycleId.slice(0, 8)}`], iso2: ['SG'] },
    ...{ nominationId: entries, subjectId: entries, laureateId: entries, form: ['nomination'], version: ['1'] },
    ...{ panel: [`${cycleId}~${group}`], judgeId: judges, personId: judges, phase: ['judging'] },
    scorecard: entries.flatMap((entry) => judges.map((judge) => `${entry}~${judge}~main`)),
    organisationId: await ids('organisations', 'organisation_id'),
    mailId: await ids('mails', 'mail_id'),
    fileId: await ids('files', 'file_id'),
    forumId,
    talk: forumId.flatMap((forum) => entries.map((entry) => `${forum}~${entry}`)),
    importId: await ids('imports', 'import_id'),
    requestId: await ids('access_requests', 'request_id'),
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
