// Scorecards: a judge's own entries, and what becomes of each sheet.
import { execute } from '../../db/execute.ts';
import { findOpenings } from '../../db/openings.ts';
import { findConflictedOfficers } from '../../db/read-models/officer-conflicts.ts';
import { findSheetVersions, type SheetReader } from '../../db/read-models/scorecard-versions.ts';
import { findOwnScorecards, findScorecard } from '../../db/read-models/scorecard-views.ts';
import { dropSheetDraft } from '../../db/scorecard-drafts.ts';
import { Id } from '../../domain/messages.ts';
import { scorecard } from '../../domain/scorecard/decider.ts';
import {
  RecuseFromEntry,
  ReopenScorecard,
  type ScorecardCommand,
  SubmitScorecard,
} from '../../domain/scorecard/messages.ts';
import { scorecardStream } from '../../domain/scorecard/state.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { keepingWhatIsLate } from '../late-sheet.ts';
import { Group } from '../params.ts';
import { notFound, notSignedIn } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { commandOf, saidIn } from '../sheets.ts';
import { scorecardTarget } from '../targets.ts';
import { ScorecardRow, ScorecardSheet, SheetVersionsView } from '../views/judging.ts';

type Found = Awaited<ReturnType<typeof scorecardTarget>>;
type Asked = Pick<Context<unknown, unknown, unknown, Found>, 'db' | 'meta' | 'target'>;

const one = ({ db }: Services, params: { scorecard: string }) => scorecardTarget(db, params.scorecard);
const idOf = ({ nominationId, judgeId, round }: Found) => `${nominationId}~${judgeId}~${round}`;

async function tell({ db, meta, target }: Asked, command: ScorecardCommand) {
  const stream = scorecardStream(target.nominationId, target.judgeId, target.round, target.cycleId);
  return done(idOf(target), await execute(db, scorecard, stream, command, meta));
}

const readsAs = (role: string): SheetReader['as'] =>
  role === 'judge' || role === 'secretariat' || role === 'auditor' ? role : 'leader';

export const scorecardRoutes = [
  get({
    path: '/scorecards',
    operation: 'ListScorecards',
    summary: 'The entries that you are to score, and how far each is',
    query: Paging.extend({ cycleId: Id.optional(), group: Group.optional() }),
    response: page(ScorecardRow),
    run: async ({ db, query, viewer }) => {
      if (viewer === null) throw notSignedIn();
      const { limit, cursor, cycleId = null, group = null } = query;
      const filter = { cycleId, group, limit: limit + 1, after: cursorKey(cursor, ['uuid', 'text']) };
      const rows = await findOwnScorecards(db, viewer.personId, filter);
      return { body: paged(rows, limit, (row) => [row.nominationId, row.round]) };
    },
  }),
  get({
    path: '/scorecards/:scorecard',
    operation: 'ViewScorecard',
    summary: "A sheet; another judge's points only for the chair, and only after the chair's own",
    response: ScorecardSheet,
    target: one,
    run: async ({ db, target, role, viewer }) => {
      const view = await findScorecard(db, target, role === 'auditor' ? null : viewer);
      if (view === undefined) throw notFound();
      return { body: view };
    },
  }),
  get({
    path: '/scorecards/:scorecard/versions',
    operation: 'ViewSheetVersions',
    summary:
      'All versions of a sheet: who handed it in or gave it back, when and why; points where the viewer may see them',
    response: SheetVersionsView,
    target: async ({ db }, params) => {
      const target = await scorecardTarget(db, params.scorecard);
      return { ...target, officers: await findConflictedOfficers(db, target.nominationId) };
    },
    run: async ({ db, target, role, viewer }) => {
      if (viewer === null) throw notSignedIn();
      const view = await findSheetVersions(db, target, { personId: viewer.personId, as: readsAs(role) });
      if (view === undefined) throw notFound();
      return { body: view };
    },
  }),
  post({
    path: '/scorecards/:scorecard/submit',
    operation: 'SubmitScorecard',
    summary:
      'Hand in points and comments; until scoring ends, handing in again replaces. What comes later is refused, and kept for the chair',
    body: SubmitScorecard,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, target, body } = context;
      const said = saidIn(body);
      const command = { type: 'SubmitScorecard' as const, data: await commandOf(db, idOf(target), body) };
      const reply = await keepingWhatIsLate(context, said, () => tell(context, command));
      await dropSheetDraft(db, target, said);
      return reply;
    },
  }),
  post({
    path: '/scorecards/:scorecard/recuse',
    operation: 'RecuseFromEntry',
    summary: 'Step back from an entry; it is never counted as a zero. What was opened of it by then is put on record',
    body: RecuseFromEntry,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const seen = await findOpenings(context.db, context.target);
      return tell(context, { type: 'RecuseFromEntry', data: { ...context.body, seen } });
    },
  }),
  post({
    path: '/scorecards/:scorecard/reopen',
    operation: 'ReopenScorecard',
    summary: 'Give a sheet back to its judge, while there is time to hand it in again',
    body: ReopenScorecard,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'ReopenScorecard', data: context.body }),
  }),
];
