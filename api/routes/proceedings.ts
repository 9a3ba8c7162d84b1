// The proceedings of a forum: written session by session, saved as they are written, recorded, public on a decision.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { findNames } from '../../db/people.ts';
import { findProceedingsDraft, keepProceedingsText, saveProceedingsDraft } from '../../db/proceedings.ts';
import { proceedings } from '../../domain/proceedings/decider.ts';
import {
  type ProceedingsCommand,
  ProceedingsContent,
  PublishProceedings,
  RecordProceedings,
  WithdrawProceedings,
} from '../../domain/proceedings/messages.ts';
import { proceedingsStream } from '../../domain/proceedings/state.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { CommandDone, done } from '../answer.ts';
import type { Services } from '../app.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { mayWrite, planOf, sessionIn, viewProceedings } from '../proceedings.ts';
import { type Context, get, post, put } from '../route.ts';
import { forumTarget, type Target } from '../targets.ts';
import { ProceedingsDraft, ProceedingsView, SaveProceedings } from '../views/proceedings.ts';

const one = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);
type Asked<Body> = Context<{ forumId: string; session: string }, unknown, Body, Target>;

/** @throws HttpProblem for a session that is not there, or where another rapporteur writes. */
async function hereOf(
  { db, params, role, meta }: Pick<Asked<unknown>, 'db' | 'params' | 'role' | 'meta'>,
  writes: boolean,
) {
  const plan = await planOf(db, params.forumId);
  const session = sessionIn(plan, params.session);
  if (writes && !mayWrite(plan, role, meta.actor, session.block)) throw notFound();
  return { forumId: params.forumId, ...session };
}

/** @throws HttpProblem where another rapporteur writes. */
export const writingIn = (context: Pick<Asked<unknown>, 'db' | 'params' | 'role' | 'meta'>) => hereOf(context, true);

async function tell({ db, meta, target }: Pick<Asked<unknown>, 'db' | 'meta' | 'target'>, command: ProceedingsCommand) {
  const { forumId, block, room } = command.data;
  const stream = proceedingsStream(forumId, { block, room }, target.cycleId ?? null);
  return done(`${forumId}~${block}~${room}`, await execute(db, proceedings, stream, command, meta));
}

export const proceedingsRoutes = [
  get({
    path: '/forums/:forumId/proceedings',
    operation: 'ViewProceedings',
    summary: 'The sessions of a forum with how far their proceedings are',
    response: ProceedingsView,
    target: one,
    run: async ({ db, params, role, meta }) => ({
      body: await viewProceedings(db, params.forumId, { role, personId: meta.actor }),
    }),
  }),
  get({
    path: '/forums/:forumId/proceedings/:session',
    operation: 'ViewProceedings',
    summary: 'What is written of a session so far',
    response: ProceedingsDraft,
    target: one,
    run: async (context) => {
      const draft = await findProceedingsDraft(context.db, await hereOf(context, false));
      if (draft === undefined)
        return { body: { version: 0, content: ProceedingsContent.parse({}), savedAt: null, savedBy: null } };
      const { version, content, savedAt, savedBy } = draft;
      const names = await findNames(context.db, [savedBy]);
      return { body: { version, content, savedAt: savedAt.toISOString(), savedBy: names.get(savedBy) ?? null } };
    },
  }),
  put({
    path: '/forums/:forumId/proceedings/:session',
    operation: 'WriteProceedings',
    summary: 'Save what is half-written; a version that was not read is not written over',
    body: SaveProceedings,
    response: z.object({ version: z.int() }),
    target: one,
    run: async (context) => {
      const { db, body, meta } = context;
      const here = await hereOf(context, true);
      if (await saveProceedingsDraft(db, here, { ...body, by: meta.actor }))
        return { body: { version: body.version + 1 } };
      const now = await findProceedingsDraft(db, here);
      // The answer may have been lost on its way: what stands there is what was sent.
      if (now?.version === body.version + 1 && hashOf(now.content) === hashOf(body.content))
        return { body: { version: now.version } };
      throw new HttpProblem(409, 'proceedings-draft-moved', 'Somebody else has written here since you read it.', {
        allowed: { version: now?.version ?? 0 },
      });
    },
  }),
  post({
    path: '/forums/:forumId/proceedings/:session/record',
    operation: 'WriteProceedings',
    summary: 'Make what is written a version of the record; it is not public by that',
    body: RecordProceedings,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, body, meta } = context;
      const here = await hereOf(context, true);
      const draft = await findProceedingsDraft(db, here);
      if (draft === undefined || draft.version !== body.draft)
        throw new HttpProblem(409, 'proceedings-draft-moved', 'Somebody else has written here since you read it.', {
          allowed: { version: draft?.version ?? 0 },
        });
      const hash = hashOf(draft.content);
      await keepProceedingsText(db, here, hash, draft.content, meta.actor);
      return tell(context, { type: 'RecordProceedings', data: { ...here, hash } });
    },
  }),
  post({
    path: '/forums/:forumId/proceedings/:session/publish',
    operation: 'PublishProceedings',
    summary: 'Let everybody read the version recorded last',
    body: PublishProceedings,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const here = await hereOf(context, false);
      const { cycleId = null } = context.target;
      return tell(context, { type: 'PublishProceedings', data: { ...here, ...context.body, cycleId } });
    },
  }),
  post({
    path: '/forums/:forumId/proceedings/:session/withdraw',
    operation: 'PublishProceedings',
    summary: 'Take the proceedings of a session back from the public',
    body: WithdrawProceedings,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const here = await hereOf(context, false);
      return tell(context, { type: 'WithdrawProceedings', data: { ...here, ...context.body } });
    },
  }),
];
