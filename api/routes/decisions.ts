// The board, and what the panel makes of it: votes, decision, signature.
import { z } from 'zod';
import { findBoardsAsOf } from '../../db/read-models/board-as-of.ts';
import { boardsOnPage, findBoards } from '../../db/read-models/board-views.ts';
import { findDeliberation } from '../../db/read-models/decision-views.ts';
import { Key } from '../../domain/messages.ts';
import {
  ConfirmDecisionSignature,
  RecordDecision,
  RecordOutsideDecision,
  RecordPanelVote,
  ReopenDecision,
  SignDecision,
} from '../../domain/panel/messages.ts';
import { CommandDone, cursorKey, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { letterOf, requireLetters } from '../letter-check.ts';
import { notFound, notThereYet } from '../problem.ts';
import { get, post } from '../route.ts';
import { Code } from '../second-factor.ts';
import { confirmedBy, keptLetter, keptSignature } from '../signing.ts';
import { cycleTarget, ledPanelTarget, panelTarget } from '../targets.ts';
import { AsOf } from '../views/deadline.ts';
import { BoardView, DeliberationView } from '../views/judging.ts';
import { eyesOf, idsOf, tellPanel } from './panels.ts';

type Boards = typeof findBoards;
const boards = (...[db, cycleId, eyes, filter, asOf]: [...Parameters<Boards>, string | undefined]) =>
  asOf === undefined ? findBoards(db, cycleId, eyes, filter) : findBoardsAsOf(db, cycleId, eyes, filter, asOf);

const led = ({ db }: Services, params: { panel: string }) => ledPanelTarget(db, params.panel);

export const decisionRoutes = [
  get({
    path: '/cycles/:cycleId/board',
    operation: 'ViewBoard',
    summary:
      'The boards of the cycle, one for each group: never two groups in one ranking; a page ends early where its groups are large; with `asOf` as they stood then',
    query: Paging.extend(AsOf),
    response: page(BoardView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const { db, params, query } = context;
      const after = cursorKey(query.cursor, ['text'])?.[0];
      const { limit, more } = await boardsOnPage(db, params.cycleId, { limit: query.limit, after });
      const rows = await boards(db, params.cycleId, eyesOf(context), { limit, after }, query.asOf);
      return { body: paged(more ? [...rows, ...rows.slice(-1)] : rows, rows.length, (row) => [row.group]) };
    },
  }),
  get({
    path: '/panels/:panel/board',
    operation: 'ViewBoard',
    summary:
      'How far scoring is; once the tally is sealed also the ranking and the spread of the sheets; with `asOf` as it stood then',
    query: z.strictObject({ ...AsOf, round: Key.optional().describe('One that is over, as it came out') }),
    response: BoardView,
    target: ({ db }, params) => panelTarget(db, params.panel),
    run: async (context) => {
      const { cycleId, group } = context.target;
      const { asOf, round } = context.query;
      const filter = { group, ...(round !== undefined && { round }) };
      const [board] = await boards(
        context.db,
        cycleId,
        eyesOf(context),
        filter,
        round === undefined ? asOf : undefined,
      );
      if (board === undefined) throw asOf === undefined ? notFound() : notThereYet();
      return { body: board };
    },
  }),
  get({
    path: '/panels/:panel/decision',
    operation: 'ViewDecision',
    summary: 'The decision with its reasons, the votes before it, and what still waits for a second person',
    response: DeliberationView,
    target: ({ db }, params) => panelTarget(db, params.panel),
    run: async (context) => {
      const { cycleId, group } = context.target;
      const body = await findDeliberation(context.db, cycleId, group, eyesOf(context));
      if (body === undefined) throw notFound();
      return { body };
    },
  }),
  post({
    path: '/panels/:panel/votes',
    operation: 'RecordPanelVote',
    summary: 'Record how the panel voted, by name, on entries that stand equal',
    body: RecordPanelVote,
    response: CommandDone,
    target: led,
    run: (context) => tellPanel(context, { type: 'RecordPanelVote', data: { ...idsOf(context), ...context.body } }),
  }),
  post({
    path: '/panels/:panel/decision',
    operation: 'RecordDecision',
    summary: 'Record the decision from the ranking: laureates, runners-up, reasons',
    body: RecordDecision,
    response: CommandDone,
    target: led,
    run: (context) => tellPanel(context, { type: 'RecordDecision', data: { ...idsOf(context), ...context.body } }),
  }),
  post({
    path: '/panels/:panel/outside-decision',
    operation: 'RecordOutsideDecision',
    summary: 'Record what was decided on paper: the outcome and its source, no scores',
    body: RecordOutsideDecision,
    response: CommandDone,
    target: led,
    run: async (context) => {
      const { letter, ...body } = context.body;
      const named = { minutes: body.minutes, 'letter.letter': letter?.letter };
      await requireLetters(context.db, context.target.cycleId, named);
      const kept = letter === undefined ? {} : { letter: await keptLetter(context, letter) };
      return tellPanel(context, { type: 'RecordOutsideDecision', data: { ...idsOf(context), ...body, ...kept } });
    },
  }),
  post({
    path: '/panels/:panel/sign',
    operation: 'SignDecision',
    summary: 'Sign the recorded decision; by letter it waits for a second person',
    body: SignDecision.extend({ code: Code.optional() }),
    response: CommandDone,
    target: led,
    run: async (context) => {
      const { code, ...body } = context.body;
      await requireLetters(context.db, context.target.cycleId, letterOf(body.signature));
      const signature = await keptSignature(context, body.signature);
      const meta = await confirmedBy(context, code);
      return tellPanel({ ...context, meta }, { type: 'SignDecision', data: { ...idsOf(context), signature } });
    },
  }),
  post({
    path: '/panels/:panel/sign/confirm',
    operation: 'ConfirmDecisionSignature',
    summary: 'Confirm, as a second person who has seen the letter, a signature that was recorded on behalf',
    body: ConfirmDecisionSignature,
    response: CommandDone,
    target: led,
    run: (context) => tellPanel(context, { type: 'ConfirmDecisionSignature', data: idsOf(context) }),
  }),
  post({
    path: '/panels/:panel/reopen',
    operation: 'ReopenDecision',
    summary: 'Open a signed decision again, because of one whom it names',
    body: ReopenDecision,
    response: CommandDone,
    target: led,
    run: (context) => tellPanel(context, { type: 'ReopenDecision', data: { ...idsOf(context), ...context.body } }),
  }),
];
