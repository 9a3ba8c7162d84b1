// A file as a request names it, with what a scope rule asks about it.
import type { Request } from 'express';
import type { Db } from '../db/database.ts';
import { findFile, type StoredFile } from '../db/files.ts';
import { findLaureateOf } from '../db/laureate-files.ts';
import { helpsWith } from '../db/read-models/own-sessions.ts';
import { isShownRedacted } from '../db/redacted-copies.ts';
import { findPictureOf } from '../db/report-pictures.ts';
import { Id } from '../domain/messages.ts';
import { isHelping } from '../domain/roles.ts';
import { badFields, notFound } from './problem.ts';
import {
  cycleTarget,
  forumTarget,
  nominationTarget,
  offeredTarget,
  type Target,
  type TargetFile,
  talkTarget,
} from './targets.ts';
import type { Viewer } from './viewer.ts';

export type FileTarget = Target & { cycleId: string; stored: StoredFile; file: TargetFile };

export async function fileTarget(db: Db, fileId: string, viewer: Viewer | null = null): Promise<FileTarget> {
  const stored = await findFile(db, fileId);
  if (stored === undefined || stored.state === 'erased') throw notFound();
  if (stored.kind === 'letter') return letterTarget(db, stored);
  if (stored.kind === 'photo' || stored.kind === 'slides') return laureateFileTarget(db, stored, viewer);
  if (stored.kind === 'report-picture') return reportPictureTarget(db, stored);
  const about = await nominationTarget(db, stored.subjectId ?? '');
  const { confidential, owner } = stored;
  if (stored.kind === 'redacted') {
    const submitted = await isShownRedacted(db, stored.subjectId ?? '', fileId);
    return { ...about, stored, file: { owner, uploaders: [owner], confidential, submitted, blind: false } };
  }
  const [submitted, blind] = await Promise.all([isSubmitted(db, stored), isBlind(db, about.cycleId)]);
  const uploaders = stored.kind === 'attachment' ? [owner, ...(about.editors ?? [])] : [owner];
  return { ...about, stored, file: { owner, uploaders, confidential, submitted, blind } };
}

/** A letter that a command names: its country's, and the award's office. */
async function letterTarget(db: Db, stored: StoredFile): Promise<FileTarget> {
  const { owner, country } = stored;
  const cycle = await cycleTarget(db, stored.cycleId ?? '');
  const file = { owner, uploaders: [owner], confidential: false, submitted: true, blind: true };
  return { ...cycle, country, stored, file };
}

/** A photograph or slides: of those who gave them, the country's desk, the award's office and the forum's staff. */
async function laureateFileTarget(db: Db, stored: StoredFile, viewer: Viewer | null): Promise<FileTarget> {
  const of = await findLaureateOf(db, stored.fileId);
  if (of === undefined) throw notFound();
  const { laureateId, forumId } = of;
  const about: Target =
    forumId === null ? await offeredTarget(db, laureateId) : await talkTarget(db, `${forumId}~${laureateId}`);
  const uploaders = [stored.owner, about.presenter ?? [], about.speaker ?? []].flat();
  const file = { owner: stored.owner, uploaders, confidential: false, submitted: true, blind: true };
  const helper = forumId === null ? null : await helperOf(db, forumId, laureateId, viewer);
  return { ...about, cycleId: stored.cycleId ?? '', stored, file, helper };
}

/** Who asks, where they chair, write down or interpret the session of that talk. */
async function helperOf(db: Db, forumId: string, laureateId: string, viewer: Viewer | null): Promise<string | null> {
  const mayHelp = viewer?.roles.some(({ role, forum }) => isHelping(role) && forum === forumId) ?? false;
  if (viewer === null || !mayHelp) return null;
  return (await helpsWith(db, forumId, laureateId, viewer.personId)) ? viewer.personId : null;
}

/** Whoever sends it; everybody else sees it in the report. */
async function reportPictureTarget(db: Db, stored: StoredFile): Promise<FileTarget> {
  const of = await findPictureOf(db, stored.fileId);
  if (of === undefined) throw notFound();
  const { owner } = stored;
  const file = { owner, uploaders: [owner], confidential: true, submitted: false, blind: true };
  const about = await forumTarget(db, of.forumId);
  return { ...about, country: of.country, cycleId: stored.cycleId ?? '', stored, file };
}

async function isSubmitted(db: Db, { kind, hash, subjectId }: StoredFile): Promise<boolean> {
  const row = await db.read
    .selectFrom('nominations')
    .select('files')
    .where('nomination_id', '=', subjectId ?? '')
    .executeTakeFirst();
  return row !== undefined && (kind === 'supporting-letter' || row.files.includes(hash));
}

async function isBlind(db: Db, cycleId: string): Promise<boolean> {
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  return definition.judging.blind.nominee;
}

/** The file that a new upload is of: `Upload-Metadata: fileId <base64>`. */
export async function announcedFile(db: Db, req: Request): Promise<FileTarget> {
  const entries = (req.get('upload-metadata') ?? '').split(',').map((entry) => entry.trim().split(' '));
  const [, coded = ''] = entries.find(([name]) => name === 'fileId') ?? [];
  const fileId = Id.safeParse(Buffer.from(coded, 'base64').toString('utf8'));
  if (!fileId.success)
    throw badFields([{ field: 'Upload-Metadata', rule: 'must name a registered file: fileId <its id in base64>' }]);
  return fileTarget(db, fileId.data);
}
