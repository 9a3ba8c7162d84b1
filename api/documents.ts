// Files of a nomination between their registration and its record: whether they may still come, and that they came.
import { randomUUID } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { execute, loadState } from '../db/execute.ts';
import { findCutOff, findFilesOf, readNow, type StoredFile } from '../db/files.ts';
import { requireCycle } from '../domain/country/rules.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { filesGraceOf } from '../domain/definition-queries.ts';
import {
  arrivesBy,
  isReceiving,
  lastReturnEnd,
  requireInGrace,
  requireReceiving,
} from '../domain/nomination/arriving.ts';
import { nomination } from '../domain/nomination/decider.ts';
import { nominationStream } from '../domain/nomination/state.ts';

export type Place = { nominationId: string; cycleId: string; country: string; category?: string };

/** Bytes of the file may come now. @throws Refusal when the cycle rests, it is too late, or nothing is added any more. */
export async function requireArriving(db: Db, file: StoredFile, place: Place) {
  const { nominationId, cycleId, country, category = '' } = place;
  const [cycle, { state }, now, cutOff] = await Promise.all([
    loadState(db, cycleStream(cycleId)),
    loadState(db, nominationStream(nominationId, cycleId)),
    readNow(db),
    findCutOff(db, cycleId, country, category),
  ]);
  const running = requireCycle(cycle.state, country);
  const { definition, zone } = running;
  if (state.status !== 'none') requireReceiving(file.kind, state);
  if (file.kind !== 'attachment') return;
  const correctBy = state.status === 'none' ? null : lastReturnEnd(state, running);
  const registered = { registeredAt: file.registeredAt, cutOff, correctBy, amending: state.status === 'forwarded' };
  requireInGrace(now, arrivesBy(registered, filesGraceOf(definition), zone));
}

/** Puts on record which files of what was submitted have come, and which letters; what is there already changes nothing. */
export async function attachArrived(db: Db, place: Place): Promise<void> {
  const { nominationId, cycleId, country, category = '' } = place;
  const { state } = await loadState(db, nominationStream(nominationId, cycleId));
  if (state.status === 'none') return;
  const { documents, arrived } = state.papers;
  const known = new Set(arrived.map(({ fileId }) => fileId));
  const wanted = new Set(documents?.map(({ fileId }) => fileId));
  const files = await findFilesOf(db, nominationId);
  const isDue = ({ fileId, kind }: StoredFile) =>
    !known.has(fileId) && isReceiving(kind, state) && (kind === 'supporting-letter' || wanted.has(fileId));
  const due = files.filter((file) => file.arrivedAt !== null && isDue(file));
  if (due.length === 0) return;
  const cutOff = (await findCutOff(db, cycleId, country, category))?.toISOString() ?? null;
  for (const file of due) await attach(db, place, file, cutOff);
}

async function attach(db: Db, { nominationId, cycleId }: Place, file: StoredFile, cutOff: string | null) {
  const { fileId, hash, field, kind, registeredAt, arrivedAt } = file;
  if (field === null || arrivedAt === null || (kind !== 'attachment' && kind !== 'supporting-letter')) return;
  const instants = { registeredAt: registeredAt.toISOString(), arrivedAt: arrivedAt.toISOString(), cutOff };
  const data = { nominationId, fileId, hash, field, kind, ...instants };
  const meta = { commandId: randomUUID(), actor: 'process:uploads', role: 'process' as const };
  await execute(db, nomination, nominationStream(nominationId, cycleId), { type: 'AttachDocument', data }, meta);
}
