// Endorsement and announcement of a cycle's results.
import { z } from 'zod';
import { loadState } from '../../db/execute.ts';
import { findConflictedOfficers, findKeptResults } from '../../db/read-models/officer-conflicts.ts';
import { findVerified } from '../../db/read-models/verifications.ts';
import {
  ConcludeEndorsement,
  CorrectAnnouncement,
  EndorseResults,
  ObjectToResult,
  PlanAnnouncement,
  RequestEndorsement,
  SettleObjection,
  WithdrawObjection,
} from '../../domain/cycle/messages.ts';
import { cycleStream, type Endorsement } from '../../domain/cycle/state.ts';
import type { Letter } from '../../domain/messages.ts';
import { CommandDone } from '../answer.ts';
import type { Services } from '../app.ts';
import { requireLetters } from '../letter-check.ts';
import type { HttpMeta } from '../meta.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { keptLetter } from '../signing.ts';
import { countryTarget, cycleTarget } from '../targets.ts';
import { WinnerView } from '../views/views.ts';
import { circulate } from './circulation.ts';
import { tellCycle } from './cycles.ts';

const EndorsementView = z.object({
  status: z.enum(['not-requested', 'open', 'concluded']),
  closesAt: z.string().nullable(),
  zone: z.string(),
  winners: z.array(WinnerView),
  replies: z.array(z.object({ country: z.string(), endorsed: z.array(z.string()) })),
  objections: z.array(z.object({ country: z.string(), laureateId: z.string(), status: z.string() })),
  held: z.array(z.string()),
  meeting: z
    .object({ reference: z.string(), date: z.string().nullable() })
    .nullable()
    .describe('That concluded it, where one did'),
});
const AnnouncementView = z.object({
  zone: z.string(),
  stages: z.array(
    z.object({
      stage: z.string(),
      at: z.string(),
      published: z.boolean(),
      laureates: z.array(z.string()).optional().describe('Who was announced at it, once it is published'),
      corrections: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    }),
  ),
});

function statusOf(endorsement: Endorsement | null): z.infer<typeof EndorsementView>['status'] {
  if (endorsement === null) return 'not-requested';
  return endorsement.concluded === null ? 'open' : 'concluded';
}

/** By which a reply is made on behalf: registered in the cycle, and kept without the name of who signed it. */
async function replyLetter(context: Services & { meta: HttpMeta; params: { cycleId: string } }, letter?: Letter) {
  await requireLetters(context.db, context.params.cycleId, { 'onBehalf.letter': letter?.letter });
  return letter && (await keptLetter(context, letter));
}

/** As one sees it who keeps away from some of the files. */
const without = (endorsement: Endorsement, kept: Set<string>): Endorsement => ({
  ...endorsement,
  winners: endorsement.winners.filter(({ laureateId }) => !kept.has(laureateId)),
  objections: endorsement.objections.filter(({ laureateId }) => !kept.has(laureateId)),
  replies: Object.fromEntries(
    Object.entries(endorsement.replies).map(([country, ids]) => [country, ids.filter((id) => !kept.has(id))]),
  ),
  concluded: endorsement.concluded && {
    ...endorsement.concluded,
    held: endorsement.concluded.held.filter((id) => !kept.has(id)),
  },
});

export const endorsementRoutes = [
  get({
    path: '/cycles/:cycleId/endorsement',
    operation: 'ViewEndorsement',
    summary: 'How endorsement stands: who is put forward, who replied, what was objected to',
    response: EndorsementView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, viewer }) => {
      const { state } = await loadState(db, cycleStream(params.cycleId));
      if (state.status === 'none') throw notFound();
      const { zone } = state;
      const kept = await findKeptResults(db, viewer?.personId ?? null);
      const endorsement = state.endorsement && without(state.endorsement, kept);
      return {
        body: {
          status: statusOf(endorsement),
          closesAt: endorsement?.closesAt ?? null,
          zone,
          winners: endorsement?.winners ?? [],
          replies: Object.entries(endorsement?.replies ?? {}).map(([country, endorsed]) => ({ country, endorsed })),
          objections: (endorsement?.objections ?? []).map(({ country, laureateId, status }) => ({
            country,
            laureateId,
            status,
          })),
          held: endorsement?.concluded?.held ?? [],
          meeting: endorsement?.concluded?.meeting ?? null,
        },
      };
    },
  }),
  post({
    path: '/cycles/:cycleId/endorsement/request',
    operation: 'RequestEndorsement',
    summary: 'Put signed decisions before the endorsers',
    body: RequestEndorsement,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const { db, params, body } = context;
      const verified = await findVerified(db, params.cycleId, body.groups);
      const notes = await circulate(db, params.cycleId, body.groups);
      return tellCycle(context, { type: 'RequestEndorsement', data: { ...params, ...body, verified, notes } });
    },
  }),
  post({
    path: '/cycles/:cycleId/endorsement/endorse',
    operation: 'EndorseResults',
    summary: 'Endorse, for one country, all laureates or some of them',
    body: EndorseResults,
    response: CommandDone,
    target: ({ db }, { cycleId }, body) => countryTarget(db, cycleId, body.country),
    run: async (context) => {
      const onBehalf = await replyLetter(context, context.body.onBehalf);
      return tellCycle(context, { type: 'EndorseResults', data: { ...context.params, ...context.body, onBehalf } });
    },
  }),
  post({
    path: '/cycles/:cycleId/endorsement/object',
    operation: 'ObjectToResult',
    summary: 'Object, for one country, to one laureate',
    body: ObjectToResult,
    response: CommandDone,
    target: ({ db }, { cycleId }, body) => countryTarget(db, cycleId, body.country),
    run: async (context) => {
      const onBehalf = await replyLetter(context, context.body.onBehalf);
      return tellCycle(context, { type: 'ObjectToResult', data: { ...context.params, ...context.body, onBehalf } });
    },
  }),
  post({
    path: '/cycles/:cycleId/endorsement/settle-objection',
    operation: 'SettleObjection',
    summary: 'Settle an objection',
    body: SettleObjection,
    response: CommandDone,
    target: async ({ db }, { cycleId }, { laureateId }) => ({
      ...(await cycleTarget(db, cycleId)),
      officers: await findConflictedOfficers(db, laureateId),
    }),
    run: (context) => tellCycle(context, { type: 'SettleObjection', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/endorsement/withdraw-objection',
    operation: 'WithdrawObjection',
    summary: "Take your own country's objection back",
    body: WithdrawObjection,
    response: CommandDone,
    target: ({ db }, { cycleId }, body) => countryTarget(db, cycleId, body.country),
    run: (context) => tellCycle(context, { type: 'WithdrawObjection', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/endorsement/conclude',
    operation: 'ConcludeEndorsement',
    summary: 'Conclude the endorsement: all answered, the instant is past, or the meeting decided',
    body: ConcludeEndorsement,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'ConcludeEndorsement', data: { ...context.params, ...context.body } }),
  }),
  get({
    path: '/cycles/:cycleId/announcement',
    operation: 'ViewAnnouncement',
    summary: 'The stages of the announcement',
    response: AnnouncementView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params }) => {
      const { state } = await loadState(db, cycleStream(params.cycleId));
      if (state.status === 'none') throw notFound();
      return { body: { zone: state.zone, stages: state.announcement } };
    },
  }),
  post({
    path: '/cycles/:cycleId/announcement/plan',
    operation: 'PlanAnnouncement',
    summary: 'Plan when each stage of the announcement is published',
    body: PlanAnnouncement,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'PlanAnnouncement', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/announcement/:stage/publish',
    operation: 'PublishStage',
    summary: 'Publish a stage that is due (the process does this by itself)',
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'PublishStage', data: context.params }),
  }),
  post({
    path: '/cycles/:cycleId/announcement/:stage/correct',
    operation: 'CorrectAnnouncement',
    summary: 'Correct a name or a note that was announced: readers see that it was corrected, history keeps the first',
    body: CorrectAnnouncement,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'CorrectAnnouncement', data: { ...context.params, ...context.body } }),
  }),
];
