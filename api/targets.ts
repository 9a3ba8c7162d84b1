// What a request acts on, with all that a scope rule may ask about it.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { findLetIn, isLetIn } from '../db/read-models/access-requests.ts';
import { hasDeclared, inConflict } from '../db/read-models/judge-views.ts';
import { isTold } from '../db/read-models/laureate-views.ts';
import { findConflictedOfficers, findKeptFromResult } from '../db/read-models/officer-conflicts.ts';
import { everyEntryOf } from '../db/read-models/panel-entries.ts';
import type { Scope } from '../domain/member/messages.ts';
import { isOffice } from '../domain/roles.ts';
import { notFound } from './problem.ts';
import type { Viewer } from './viewer.ts';

export type Target = {
  award?: string;
  cycleId?: string;
  country?: string | null;
  category?: string;
  group?: string;
  nominationId?: string;
  judgeId?: string;
  laureateId?: string;
  forumId?: string;
  personId?: string;
  presenter?: string;
  /** Who asks, where they have a part in the talk's session. */
  helper?: string | null;
  /** Who gives the talk instead. */
  speaker?: string | null;
  participantId?: string;
  /** Who is named to approve the delegation's report. */
  superior?: string | null;
  /** Who may edit the draft. */
  editors?: string[];
  /** Whether the country's desk has started the draft. */
  inHouse?: boolean;
  /** What a file that is asked for is, and who may upload it. */
  file?: TargetFile;
  /** Judges that hold a scorecard on the entry. */
  assignedTo?: string[];
  /** Officers of the secretariat who have declared a conflict with the file. */
  officers?: string[];
  /** Judges with a conflict on the entry that was not dismissed. */
  conflicted?: string[];
  /** An officer is in conflict with it, whoever was let in since. */
  takenOver?: boolean;
  /** Who asked to be let in, and for whom. */
  concerned?: string[];
  /** Who sees it in spite of a conflict, for a time: to read, and to do nothing with. */
  letIn?: string[];
  /** Judges that hold a scorecard on the entry and have not said whether they are in conflict with it. */
  undeclared?: string[];
};

export type TargetFile = {
  /** Who registered it, and the editors of the draft that it belongs to. */
  uploaders: string[];
  owner: string;
  /** It belongs to what was submitted, or was sent for it; a draft's files are its editors' alone. */
  submitted: boolean;
  confidential: boolean;
  /** Judges do not see what names the nominee. */
  blind: boolean;
};

async function required<T>(found: Promise<T | undefined>): Promise<T> {
  const row = await found;
  if (row === undefined) throw notFound();
  return row;
}

/** By id or by slug. */
export async function cycleTarget(db: Db, cycleId: string): Promise<Target & { award: string; cycleId: string }> {
  const row = await required(
    db.read.selectFrom('cycles').select(['award', 'cycle_id']).where('cycle_id', '=', cycleId).executeTakeFirst(),
  );
  return { award: row.award, cycleId: row.cycle_id };
}

/** A country of a cycle that is entitled to it. */
export async function countryTarget(
  db: Db,
  cycleId: string,
  iso2: string,
): Promise<Target & { cycleId: string; country: string }> {
  const row = await required(
    db.read.selectFrom('cycles').select(['award', 'countries']).where('cycle_id', '=', cycleId).executeTakeFirst(),
  );
  if (!row.countries.includes(iso2)) throw notFound();
  return { award: row.award, cycleId, country: iso2 };
}

/** What a list of a cycle is kept to: the country named, else the viewer's own; secretariat and auditors may list all. */
export async function listTarget(
  db: Db,
  cycleId: string,
  country: string | undefined,
  viewer: Viewer | null,
): Promise<Target & { cycleId: string }> {
  const cycle = await cycleTarget(db, cycleId);
  const here = viewer?.roles.filter(({ award }) => award === cycle.award) ?? [];
  const ofAward = here.some(({ role }) => isOffice(role) || role === 'auditor');
  const own = country ?? (ofAward ? undefined : here.find((role) => role.country !== null)?.country);
  if (own === undefined || own === null) return cycle;
  return { ...cycle, country: own, editors: viewer === null ? [] : [viewer.personId] };
}

/** A nomination, from its draft on. */
export async function nominationTarget(
  db: Db,
  nominationId: string,
): Promise<Target & { cycleId: string; country: string; nominationId: string }> {
  const row = await required(
    db.read
      .selectFrom('drafts')
      .innerJoin('cycles', 'cycles.cycle_id', 'drafts.cycle_id')
      .select([
        'cycles.award',
        'cycles.cycle_id',
        'drafts.country',
        'drafts.category',
        'drafts.editors',
        'drafts.in_house',
      ])
      .where('drafts.form', '=', 'nomination')
      .where('drafts.subject_id', '=', nominationId)
      .executeTakeFirst(),
  );
  if (row.country === null || row.category === null) throw notFound();
  const [officers, letIn, sheets, conflicts, panel] = await Promise.all([
    findConflictedOfficers(db, nominationId),
    findLetIn(db, nominationId),
    findSheets(db, nominationId),
    conflictedJudges(db, row.cycle_id, nominationId, row.country),
    db.read.selectFrom('cycles').select('scope').where('cycle_id', '=', row.cycle_id).executeTakeFirst(),
  ]);
  return {
    award: row.award,
    cycleId: row.cycle_id,
    country: row.country,
    category: row.category,
    group: panel?.scope === 'national' ? `${row.country}-${row.category}` : row.category,
    nominationId,
    officers,
    letIn,
    editors: row.editors,
    inHouse: row.in_house,
    assignedTo: sheets.map((sheet) => sheet.judgeId),
    undeclared: sheets.filter((sheet) => !sheet.declared).map((sheet) => sheet.judgeId),
    conflicted: conflicts,
  };
}

/** Officers from whom a result is kept, and who sees it all the same. */
async function findKeptAway(db: Db, nominationId: string): Promise<{ officers: string[]; letIn: string[] }> {
  return { officers: await findKeptFromResult(db, nominationId), letIn: await findLetIn(db, nominationId) };
}

/** Who holds a scorecard on an entry, and whether they have said how they stand to it. */
async function findSheets(db: Db, nominationId: string): Promise<{ judgeId: string; declared: boolean }[]> {
  const at = { cycle: sql.ref('s.cycle_id'), judge: sql.ref('s.judge_id'), entry: sql.ref('s.nomination_id') };
  const { rows } = await sql<{ judgeId: string; declared: boolean }>`
    select s.judge_id as "judgeId", ${hasDeclared(at)} as declared from scorecards s
    where s.nomination_id = ${nominationId}::uuid and s.status <> 'recused'`.execute(db.read);
  return rows;
}

/** Judges that a conflict keeps from an entry. */
async function conflictedJudges(db: Db, cycleId: string, nominationId: string, country: string): Promise<string[]> {
  const at = { cycle: sql.ref('j.cycle_id'), judge: sql.ref('j.judge_id'), entry: sql`${nominationId}::uuid` };
  const { rows } = await sql<{ judgeId: string }>`
    select j.judge_id as "judgeId" from judges j
    where j.cycle_id = ${cycleId} and ${inConflict({ ...at, country: sql`${country}::text` })}`.execute(db.read);
  return rows.map((row) => row.judgeId);
}

export async function judgeTarget(
  db: Db,
  cycleId: string,
  judgeId: string,
): Promise<Target & { cycleId: string; judgeId: string }> {
  const row = await required(
    db.read
      .selectFrom('judges')
      .innerJoin('cycles', 'cycles.cycle_id', 'judges.cycle_id')
      .select(['cycles.award', 'cycles.scope', 'judges.country'])
      .where('judges.cycle_id', '=', cycleId)
      .where('judges.judge_id', '=', judgeId)
      .executeTakeFirst(),
  );
  // A regional judge is no country's, wherever the judge comes from.
  return { award: row.award, cycleId, judgeId, country: row.scope === 'national' ? row.country : null };
}

export type PanelTarget = Target & { cycleId: string; group: string; country: string | null; category: string };

/** A panel's id in URLs is `{cycleId}~{group}`. */
export async function panelTarget(db: Db, id: string): Promise<PanelTarget> {
  const [cycleId = '', group = ''] = id.split('~');
  const row = await required(
    db.read
      .selectFrom('panels')
      .innerJoin('cycles', 'cycles.cycle_id', 'panels.cycle_id')
      .select(['cycles.award', 'panels.country', 'panels.category'])
      .where('panels.cycle_id', '=', cycleId)
      .where('panels.panel_group', '=', group)
      .executeTakeFirst(),
  );
  return { award: row.award, cycleId, group, country: row.country, category: row.category };
}

/** An entry of a panel, with who sits there and who is in conflict with it. */
export async function panelEntryTarget(
  db: Db,
  panel: string,
  nominationId: string,
): Promise<PanelTarget & { nominationId: string; status: string }> {
  const target = await panelTarget(db, panel);
  const row = await required(
    db.read
      .selectFrom('panels')
      .select(['judges', 'chair', 'deputy_chair', 'status', 'entries', 'left_out'])
      .where('cycle_id', '=', target.cycleId)
      .where('panel_group', '=', target.group)
      .executeTakeFirst(),
  );
  const entry = [...row.entries, ...row.left_out].find((one) => one.nominationId === nominationId);
  if (entry === undefined) throw notFound();
  const [officers, letIn, conflicted, sheets] = await Promise.all([
    findConflictedOfficers(db, nominationId),
    findLetIn(db, nominationId),
    conflictedJudges(db, target.cycleId, nominationId, entry.country),
    findSheets(db, nominationId),
  ]);
  const undeclared = sheets.filter((sheet) => !sheet.declared).map((sheet) => sheet.judgeId);
  const members = [...row.judges, row.chair, row.deputy_chair].flatMap((judge) => judge ?? []);
  return { ...target, nominationId, status: row.status, officers, letIn, conflicted, undeclared, assignedTo: members };
}

/** A panel with who of its leaders is in conflict with any of its entries. */
export async function ledPanelTarget(db: Db, id: string): Promise<PanelTarget> {
  const panel = await panelTarget(db, id);
  const at = { cycle: sql.ref('p.cycle_id'), judge: sql.ref('l.judge_id'), entry: sql`(x.e ->> 'nominationId')::uuid` };
  const { rows } = await sql<{ judgeId: string; letIn: boolean }>`
    select l.judge_id as "judgeId", bool_and(${isLetIn(at.judge, at.entry)}) as "letIn"
    from panels p cross join ${everyEntryOf} as x(e)
      join judges l on l.cycle_id = p.cycle_id and l.judge_id in (p.chair, p.deputy_chair)
    where p.cycle_id = ${panel.cycleId} and p.panel_group = ${panel.group}
      and ${inConflict({ ...at, country: sql`x.e ->> 'country'` })}
    group by l.judge_id`.execute(db.read);
  const letIn = rows.filter((row) => row.letIn).map((row) => row.judgeId);
  return { ...panel, conflicted: rows.map((row) => row.judgeId), letIn };
}

/** A panel as a whole: whoever keeps away from one of its entries, leader or officer, keeps away from all of it. */
export async function wholePanelTarget(db: Db, id: string): Promise<PanelTarget> {
  const panel = await ledPanelTarget(db, id);
  const { rows } = await sql<{ officerId: string; letIn: boolean }>`
    select oc.officer_id as "officerId", bool_and(${isLetIn(sql.ref('oc.officer_id'), sql.ref('oc.nomination_id'))}) as "letIn" from panels p cross join ${everyEntryOf} as x(e)
      join officer_conflicts oc on oc.nomination_id = (x.e ->> 'nominationId')::uuid
    where p.cycle_id = ${panel.cycleId} and p.panel_group = ${panel.group}
    group by oc.officer_id`.execute(db.read);
  const officers = rows.map((row) => row.officerId);
  const stillKept = rows.filter((row) => !row.letIn).map((row) => row.officerId);
  const both = [...(panel.letIn ?? []), ...rows.filter((row) => row.letIn).map((row) => row.officerId)];
  // Who leads and is an officer too is let in by both, or not at all.
  const isKept = (id: string) =>
    stillKept.includes(id) || (panel.conflicted?.includes(id) === true && panel.letIn?.includes(id) !== true);
  return { ...panel, officers, letIn: both.filter((id) => !isKept(id)) };
}

/** A laureate's own country, whoever judged; none before that country may know of the result. */
const toldCountry = sql<string | null>`case when ${isTold} then laureates.country end`.as('country');

/** A laureate or runner-up of a panel. */
export async function laureateTarget(
  db: Db,
  panel: string,
  laureateId: string,
): Promise<PanelTarget & { laureateId: string }> {
  const target = await panelTarget(db, panel);
  const row = await required(
    db.read
      .selectFrom('laureates')
      .innerJoin('cycles', 'cycles.cycle_id', 'laureates.cycle_id')
      .select(toldCountry)
      .where('laureate_id', '=', laureateId)
      .where('laureates.cycle_id', '=', target.cycleId)
      .where('panel_group', '=', target.group)
      .executeTakeFirst(),
  );
  return { ...target, country: row.country, laureateId, ...(await findKeptAway(db, laureateId)) };
}

/** A laureate of a cycle, with the panel that named it. */
export async function calledTarget(
  db: Db,
  cycleId: string,
  laureateId: string,
): Promise<Target & { group: string; laureateId: string }> {
  const row = await required(
    db.read
      .selectFrom('laureates')
      .innerJoin('cycles', 'cycles.cycle_id', 'laureates.cycle_id')
      .select(['cycles.award', 'laureates.panel_group', toldCountry])
      .where('laureate_id', '=', laureateId)
      .where('laureates.cycle_id', '=', cycleId)
      .executeTakeFirst(),
  );
  const kept = await findKeptAway(db, laureateId);
  return { award: row.award, cycleId, group: row.panel_group, country: row.country, laureateId, ...kept };
}

/** A scorecard's id in URLs is `{nominationId}~{judgeId}~{round}`. */
export async function scorecardTarget(
  db: Db,
  id: string,
): Promise<Target & { cycleId: string; group: string; nominationId: string; judgeId: string; round: string }> {
  const [nominationId = '', judgeId = '', round = ''] = id.split('~');
  const row = await required(
    db.read
      .selectFrom('scorecards')
      .innerJoin('cycles', 'cycles.cycle_id', 'scorecards.cycle_id')
      .select(['cycles.award', 'scorecards.cycle_id', 'scorecards.panel_group', 'scorecards.country'])
      .where('nomination_id', '=', nominationId)
      .where('judge_id', '=', judgeId)
      .where('round', '=', round)
      .executeTakeFirst(),
  );
  return {
    award: row.award,
    cycleId: row.cycle_id,
    group: row.panel_group,
    country: row.country,
    nominationId,
    judgeId,
    round,
    conflicted: await conflictedJudges(db, row.cycle_id, nominationId, row.country),
    letIn: await findLetIn(db, nominationId),
  };
}

/** The same, with whether its judge has said that no conflict stands in between. */
export async function openEntryTarget(db: Db, id: string) {
  const target = await scorecardTarget(db, id);
  const sheets = await findSheets(db, target.nominationId);
  return { ...target, undeclared: sheets.filter((sheet) => !sheet.declared).map((sheet) => sheet.judgeId) };
}

export async function forumTarget(db: Db, forumId: string): Promise<Target & { forumId: string; cycleId?: string }> {
  const row = await required(
    db.read
      .selectFrom('forums')
      .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
      .select(['forums.forum_id', 'forums.cycle_id', 'cycles.award'])
      .where('forums.forum_id', '=', forumId)
      .executeTakeFirst(),
  );
  return { forumId, ...(row.cycle_id && { cycleId: row.cycle_id }), ...(row.award && { award: row.award }) };
}

/** A talk's id in URLs is `{forumId}~{laureateId}`. */
export async function talkTarget(db: Db, id: string): Promise<Target & { forumId: string; laureateId: string }> {
  const [forumId = '', laureateId = ''] = id.split('~');
  const row = await required(
    db.read
      .selectFrom('talks')
      .select(['person_id', 'speaker_id', 'country'])
      .where('forum_id', '=', forumId)
      .where('laureate_id', '=', laureateId)
      .executeTakeFirst(),
  );
  const kept = await findKeptAway(db, laureateId);
  const { person_id: presenter, speaker_id: speaker, country } = row;
  return { ...(await forumTarget(db, forumId)), laureateId, presenter, speaker, country, ...kept };
}

export async function proposalTarget(db: Db, proposalId: string): Promise<Target> {
  const row = await required(
    db.read.selectFrom('proposals').selectAll().where('proposal_id', '=', proposalId).executeTakeFirst(),
  );
  if (row.forum_id !== null) return forumTarget(db, row.forum_id);
  return panelTarget(db, `${row.cycle_id}~${row.panel_group}`);
}

/**
 * What a role would hold over. Every part of the scope is looked up and they must agree: who names another award's laureate
 * beside the own award finds nothing, and a forum of no award is no award's.
 */
export async function scopeTarget(db: Db, scope: Scope): Promise<Target> {
  const { award, country, forum, nomination, laureate } = scope;
  const found: Target[] = [
    ...(forum === undefined ? [] : [await forumTarget(db, forum)]),
    ...(nomination === undefined ? [] : [await nominationTarget(db, nomination)]),
    ...(laureate === undefined ? [] : [await anyLaureate(db, laureate)]),
  ];
  if (found.some((part) => part.award === undefined)) return {};
  const ofAward = agreed([award, ...found.map((part) => part.award)]);
  return {
    ...(ofAward !== undefined && { award: ofAward }),
    country: agreed([country, ...found.map((part) => part.country)]) ?? null,
  };
}

/** The one value that is named, if any. */
function agreed(values: (string | null | undefined)[]): string | undefined {
  const named = new Set(values.flatMap((value) => value ?? []));
  if (named.size > 1) throw notFound();
  return [...named][0];
}

/** A laureate or runner-up, wherever they were decided on. */
export const offeredTarget = async (db: Db, laureateId: string): Promise<Target> => ({
  ...(await anyLaureate(db, laureateId)),
  laureateId,
  ...(await findKeptAway(db, laureateId)),
});

async function anyLaureate(db: Db, laureateId: string): Promise<Target> {
  return required(
    db.read
      .selectFrom('laureates')
      .innerJoin('cycles', 'cycles.cycle_id', 'laureates.cycle_id')
      .select(['cycles.award', toldCountry])
      .where('laureate_id', '=', laureateId)
      .executeTakeFirst(),
  );
}

/** What was asked for at a panel, with who may not answer it for a conflict of their own. */
export async function accessTarget(db: Db, panel: string, requestId: string) {
  const [cycleId = '', group = ''] = panel.split('~');
  const { nomination_id, person_id, requested_by } = await required(
    db.read
      .selectFrom('access_requests')
      .select(['nomination_id', 'person_id', 'requested_by'])
      .where('request_id', '=', requestId)
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .executeTakeFirst(),
  );
  const { letIn: _letIn, ...target } = await panelEntryTarget(db, panel, nomination_id);
  return { ...target, concerned: [person_id, requested_by] };
}

/** For a target that is read: who was let in stands like one without a conflict. */
export function asRead<Found extends Target>(target: Found): Found {
  const { letIn = [], officers = [], conflicted = [], assignedTo } = target;
  if (letIn.length === 0) return target;
  const kept = (ids: string[]) => ids.filter((id) => !letIn.includes(id));
  const readers = assignedTo === undefined ? {} : { assignedTo: [...assignedTo, ...letIn] };
  const takenOver = officers.length > 0;
  return { ...target, officers: kept(officers), takenOver, conflicted: kept(conflicted), ...readers };
}
