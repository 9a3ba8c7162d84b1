// One sheet from its assignment on: each time it was handed in, given back or left, by whom, when and why.
import type { Texts } from '../../domain/messages.ts';
import type { ScorecardEvent } from '../../domain/scorecard/messages.ts';
import type { Db } from '../database.ts';
import { findDossier } from '../drafts.ts';
import { readStreams } from '../event-store.ts';
import { findNames } from '../people.ts';
import { Comments, findScorecard, mayReadOthers, type Score } from './scorecard-views.ts';

type Ids = { nominationId: string; judgeId: string; round: string };
/** Whose eyes: those of who judges the sheet or leads its panel, of the secretariat, or of an auditor. */
export type SheetReader = { personId: string; as: 'judge' | 'leader' | 'secretariat' | 'auditor' };
/** Why no points are shown: the reader's own sheet comes first, or the tally. */
export type Withheld = 'own-first' | 'until-sealed';
export type SheetStep = {
  version: number;
  what: 'assigned' | 'submitted' | 'reopened' | 'renewed' | 'recused';
  at: string;
  /** Empty for the process, and once the person was erased. */
  by: string;
  dossierVersion: number;
  reason: string | null;
  /** The dossier was changed: nobody gave the sheet back. */
  amended: boolean;
  scores: Score[] | null;
};
export type SheetVersions = {
  scorecard: string;
  cycleId: string;
  group: string;
  category: string;
  nominationId: string;
  organisation: Texts;
  judge: string;
  status: string;
  panelStatus: string;
  withheld: Withheld | null;
  steps: SheetStep[];
};

export async function findSheetVersions(db: Db, ids: Ids, reader: SheetReader): Promise<SheetVersions | undefined> {
  const { nominationId, judgeId, round } = ids;
  const isOffice = reader.as === 'auditor' || reader.as === 'secretariat';
  const found = await findScorecard(db, ids, isOffice ? null : reader);
  if (found === undefined) return undefined;
  const { cycleId, group, category, organisation, status } = found;
  const [panel, recorded] = await Promise.all([
    db.read
      .selectFrom('panels')
      .select(['status', 'round'])
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .executeTakeFirstOrThrow(),
    readStreams(db.readPool, [`scorecard/${nominationId}/${judgeId}/${round}`]),
  ]);
  // Of a round that is over the tally is sealed.
  const panelStatus = panel.round === round ? panel.status : 'sealed';
  const withheld = await withheldFrom(db, ids, reader, panelStatus);
  const names = await findNames(db, [judgeId, ...recorded.map(({ actor }) => actor).filter(isPerson)]);
  const isOwn = reader.personId === judgeId;
  const steps = await Promise.all(
    recorded.map(async ({ version, at, actor, type, data }): Promise<SheetStep> => {
      const event = { type, data } as ScorecardEvent;
      const amended = 'amendedTo' in event.data && event.data.amendedTo !== undefined;
      const said = 'reason' in event.data && !amended ? event.data.reason : null;
      // Why a judge steps back may tell of people: it is the judge's own, and the auditor's.
      const reason = event.type === 'EntryRecused' && !isOwn && reader.as !== 'auditor' ? null : said;
      const scores = event.type === 'ScorecardSubmitted' && withheld === null ? await scoresOf(db, event.data) : null;
      const dossierVersion = amended && 'amendedTo' in event.data ? event.data.amendedTo : undefined;
      return {
        ...{ version, what: stepOf[event.type], at, by: names.get(actor) ?? '' },
        ...{ dossierVersion: dossierVersion ?? event.data.dossierVersion, reason, amended, scores },
      };
    }),
  );
  return {
    ...{ scorecard: found.id, cycleId, group, category, nominationId, organisation, judge: names.get(judgeId) ?? '' },
    ...{ status, panelStatus, withheld, steps },
  };
}

const stepOf = {
  ScorecardAssigned: 'assigned',
  ScorecardSubmitted: 'submitted',
  ScorecardReopened: 'reopened',
  ScorecardRenewed: 'renewed',
  EntryRecused: 'recused',
} as const satisfies { [type in ScorecardEvent['type']]: SheetStep['what'] };

/** Names are of people; the process and systems have none. */
const isPerson = (actor: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(actor);

async function withheldFrom(db: Db, ids: Ids, reader: SheetReader, panel: string): Promise<Withheld | null> {
  if (reader.as === 'auditor' || reader.personId === ids.judgeId) return null;
  if (reader.as === 'secretariat') return ['sealed', 'decided', 'signed'].includes(panel) ? null : 'until-sealed';
  return (await mayReadOthers(db, ids, reader.personId)) ? null : 'own-first';
}

type Submitted = Extract<ScorecardEvent, { type: 'ScorecardSubmitted' }>['data'];

/** Comments that retention has deleted are empty. */
async function scoresOf(db: Db, { scores, abstained = [], comments }: Submitted): Promise<Score[]> {
  const stored = comments === null ? undefined : await findDossier(db, comments);
  const said = stored === undefined ? {} : Comments.parse(stored).comments;
  const all = [...scores, ...abstained.map((criterion) => ({ criterion, points: null }))];
  return all.map((score) => ({ ...score, comment: said[score.criterion] ?? '' }));
}
