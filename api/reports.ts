// A delegation's mission report, as requests come to it: what it says, where it stands, who may do what.
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { findNames } from '../db/people.ts';
import { findForumFacts } from '../db/read-models/delegation-views.ts';
import { findMembers } from '../db/read-models/member-views.ts';
import { statusOf } from '../db/read-models/report-lines.ts';
import { findReport, findReportRecord, findReportText, findReportVersions } from '../db/read-models/report-views.ts';
import { findReportPictures } from '../db/report-pictures.ts';
import type { Enclosure } from '../documents/print/paper.ts';
import { openReport } from '../documents/reports/prefill.ts';
import { styleOf } from '../documents/reports/style.ts';
import { report } from '../domain/report/decider.ts';
import type { ReportCommand, ReportContent } from '../domain/report/messages.ts';
import { reportStream } from '../domain/report/state.ts';
import { done } from './answer.ts';
import type { Services } from './app.ts';
import { type DelegationTarget, delegationTarget } from './delegations.ts';
import type { HttpMeta } from './meta.ts';
import { notFound } from './problem.ts';
import { forumOf } from './routes/delegations.ts';
import type { Viewer } from './viewer.ts';
import type { ReportView } from './views/reports.ts';

export type ReportTarget = DelegationTarget & { superior: string | null };
type Of = { forumId: string; country: string };

export async function reportTarget(db: Db, forumId: string, iso2: string): Promise<ReportTarget> {
  const target = await delegationTarget(db, forumId, iso2);
  const { superior } = await findReport(db, forumId, iso2);
  return { ...target, superior };
}

export async function tellReport(
  { db, meta, target }: { db: Db; meta: HttpMeta; target: ReportTarget },
  command: ReportCommand,
) {
  const { forumId, country, cycleId = null } = target;
  return done(
    `${forumId}~${country}`,
    await execute(db, report, reportStream(forumId, country, cycleId), command, meta),
  );
}

/** A version; 0 is what the record says. */
export async function contentOf(db: Db, { forumId, country }: Of, version: number): Promise<ReportContent> {
  const found =
    version === 0 ? await findReportRecord(db, forumId, country) : await findReportText(db, forumId, country, version);
  if (found === undefined) throw notFound();
  return 'parts' in found ? found : openReport(found);
}

export async function countryOf(db: Db, { forumId, country }: Of) {
  const facts = await findForumFacts(db, forumId);
  if (facts === undefined) throw notFound();
  const known = facts.countries.find(({ iso2 }) => iso2 === country);
  const { names = { en: country }, languages = ['en'] } = known ?? {};
  return { forum: forumOf(facts), names, languages, style: styleOf({ languages, report: known?.report }) };
}

const writers = ['focal-point', 'delegate'];
const mayBeSuperior = ['approver', 'focal-point', 'delegate', 'screener'];

export async function viewReport(db: Db, target: ReportTarget, viewer: Viewer): Promise<z.infer<typeof ReportView>> {
  const { forumId, country, award = null } = target;
  const [standing, versions, about, members] = await Promise.all([
    findReport(db, forumId, country),
    findReportVersions(db, forumId, country),
    countryOf(db, target),
    findMembers(db, { ...{ award, country, role: null, personId: null, addresses: false }, ...firstOnes }),
  ]);
  const { latest, handedIn, returned, approved, published, superior } = standing;
  const names = await findNames(
    db,
    [handedIn?.personId, superior].filter((id) => id != null),
  );
  const has = (...roles: string[]) =>
    viewer.roles.some((held) => roles.includes(held.role) && held.award === award && held.country === country);
  const approves = superior === null ? has('approver') : superior === viewer.personId;
  const mayName = has('focal-point');
  const superiors = members.filter(({ role, name, begun }) => mayBeSuperior.includes(role) && name !== '' && begun);
  return {
    forum: about.forum,
    country: { iso2: country, names: about.names, languages: about.languages },
    status: statusOf(standing),
    ...{ latest, returned, approved, published, versions },
    content: await contentOf(db, target, latest),
    handedIn: handedIn && {
      version: handedIn.version,
      by: names.get(handedIn.personId ?? '') ?? null,
      own: handedIn.personId === viewer.personId,
    },
    superior: superior === null ? null : { personId: superior, name: names.get(superior) ?? null },
    superiors: mayName ? onePerPerson(superiors) : [],
    may: { write: has(...writers), approve: approves, publish: has('focal-point', 'approver'), name: mayName },
  };
}

const firstOnes = { language: 'en', limit: 500, after: undefined };
const onePerPerson = (members: { personId: string; name: string; role: string }[]) => [
  ...new Map(members.map(({ personId, name, role }) => [personId, { personId, name, role }])).values(),
];

/** The pictures that stand in a report and have come. */
export async function picturesOf(
  { db, storage, target }: Pick<Services, 'db' | 'storage'> & { target: Of },
  { parts }: ReportContent,
): Promise<Enclosure[]> {
  const shown = new Set(parts.flatMap((part) => (part.kind === 'picture' ? part.fileId : [])));
  if (shown.size === 0) return [];
  const found = await findReportPictures(db, target);
  const arrived = found.filter(({ fileId, state }) => shown.has(fileId) && state === 'arrived');
  return Promise.all(
    arrived.map(async ({ fileId, hash, type }) => ({
      ...{ key: fileId, type },
      bytes: new Uint8Array(await buffer(await storage.read(hash))),
    })),
  );
}
