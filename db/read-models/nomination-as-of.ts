// A nomination as it stood at an instant, folded from its events; who sees what of it is as today.
import { type Nomination, nominationStream } from '../../domain/nomination/state.ts';
import { type AsOf, foldAsOf, lastOf } from '../as-of.ts';
import type { Db } from '../database.ts';
import { findReadVersion } from './nomination-versions.ts';
import { type CheckFacts, type NominationEyes, type NominationFacts, showNomination } from './nomination-views.ts';

/** Undefined before it was submitted; to a judge, before it was forwarded. */
export async function getNominationAsOf(db: Db, nominationId: string, eyes: NominationEyes, at: string) {
  const stream = nominationStream(nominationId);
  const found = (await foldAsOf(db, [stream], at)).get(stream.id);
  if (found === undefined || found.state.status === 'none') return undefined;
  const { state, events } = found;
  const version = eyes.blindFor === null ? null : await readVersion(db, state, eyes.reader);
  if (version === undefined) return undefined;
  return showNomination(db, { facts: factsOf(state, events), checks: checksOf(state, events), version }, eyes);
}

/** No newer one than the judge is given today, none that was not there yet, and none from before the forwarding. */
async function readVersion(db: Db, state: Nomination, reader: string | null): Promise<number | undefined> {
  if (state.status !== 'forwarded' || reader === null) return undefined;
  const given = (await findReadVersion(db, state.nominationId, reader)) ?? state.version;
  return Math.max(state.forwardedAt, Math.min(given, state.version));
}

function factsOf(state: Nomination, events: AsOf<unknown>['events']): NominationFacts {
  const handedIn = lastOf(events, 'NominationSubmitted', 'NominationCorrected', 'ReturnAnswered');
  const returned = state.status === 'returned' ? state : null;
  const rejected = state.status === 'rejected' ? state : null;
  const amendment = state.status === 'forwarded' ? state.amendment : null;
  return {
    ...{ nomination_id: state.nominationId, cycle_id: state.cycleId, country: state.country, category: state.category },
    ...{ status: state.status, version: state.version, organisation: state.organisation, title: state.title },
    ...{ dossier: state.dossier, files: state.files, submitted_at: new Date(handedIn?.at ?? 0) },
    correct_by: returned === null ? null : new Date(returned.correctBy),
    returned: returned?.messages ?? null,
    object_until: rejected?.objectUntil == null ? null : new Date(rejected.objectUntil),
    objection: rejected?.objection == null ? null : rejected.objection.upheld ? 'upheld' : 'open',
    amendment: amendment === null ? null : { reason: amendment.reason, draftVersion: amendment.draftVersion },
  };
}

const checksOf = (state: Nomination, events: AsOf<unknown>['events']): CheckFacts[] =>
  Object.entries(state.checks)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, { outcome, note }]) => {
      const recorded = events.findLast(
        ({ type, data }) => type === 'CheckRecorded' && 'item' in data && data.item === item,
      );
      return { item, outcome, note, recorded_at: new Date(recorded?.at ?? 0) };
    });
