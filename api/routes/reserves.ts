// Reserves: who may be asked to speak where a laureate cannot.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { findForum } from '../../db/read-models/programmes.ts';
import { findAskings, findCandidates, findReserves, nextOrder } from '../../db/read-models/reserves.ts';
import { Id } from '../../domain/messages.ts';
import { talk } from '../../domain/talk/decider.ts';
import { DropReserve, NameReserve, type TalkCommand } from '../../domain/talk/messages.ts';
import { talkStream } from '../../domain/talk/state.ts';
import { CommandDone, done } from '../answer.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { forumTarget, type Target } from '../targets.ts';
import { ReservesView } from '../views/reserves.ts';

const { country, category, organisation } = NameReserve.shape;
const order = NameReserve.shape.order.optional().describe('Who is asked first has the smallest; left out: the last');
const Naming = z.union([
  z.strictObject({ laureateId: Id.describe('An endorsed runner-up'), order }),
  z.strictObject({ country, category, organisation, order }),
]);
const one = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);

async function tell({ db, meta, target }: Asked, command: TalkCommand) {
  const { forumId, laureateId } = command.data;
  const stream = talkStream(forumId, laureateId, target.cycleId ?? null);
  return done(`${forumId}~${laureateId}`, await execute(db, talk, stream, command, meta));
}
type Asked = Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta' | 'target'>;

export const reserveRoutes = [
  get({
    path: '/forums/:forumId/reserves',
    operation: 'ListReserves',
    summary:
      'Who may be asked to speak where a laureate cannot, whom one may name, and who was asked when for each talk',
    response: ReservesView,
    target: one,
    run: async ({ db, params: { forumId }, viewer }) => {
      const reader = viewer?.personId ?? null;
      const [items, candidates, askings, of] = await Promise.all([
        findReserves(db, forumId, reader),
        findCandidates(db, forumId, reader),
        findAskings(db, forumId, reader),
        findForum(db, forumId),
      ]);
      const asked = [...askings].map(([laureateId, told]) => ({ laureateId, askings: told }));
      return { body: { items, candidates, asked, names: of?.names ?? { countries: {}, categories: {} } } };
    },
  }),
  post({
    path: '/forums/:forumId/reserves',
    operation: 'NameReserve',
    summary: 'Name a reserve: a runner-up, or an organisation of your choice',
    body: Naming,
    response: CommandDone,
    status: 201,
    target: one,
    run: async (context) => {
      const { db, meta, params, body, target } = context;
      const { cycleId = null } = target;
      const place = body.order ?? (await nextOrder(db, params.forumId));
      if (!('laureateId' in body)) {
        const facts = { country: body.country, category: body.category, organisation: body.organisation };
        const data = { ...params, ...facts, cycleId, kind: 'choice' as const, order: place };
        return tell(context, { type: 'NameReserve', data: { ...data, laureateId: idOf(meta.commandId) } });
      }
      const [candidates, named] = await Promise.all([
        findCandidates(db, params.forumId, meta.actor),
        findReserves(db, params.forumId, meta.actor),
      ]);
      const before = named.find(({ laureateId }) => laureateId === body.laureateId);
      const found = before ?? candidates.find(({ laureateId }) => laureateId === body.laureateId);
      if (found === undefined) throw notFound();
      const facts = { country: found.country, category: found.category, organisation: found.organisation };
      const kind = before?.kind ?? 'runner-up';
      const data = { ...params, ...facts, cycleId, kind, laureateId: body.laureateId, order: place };
      return tell(context, { type: 'NameReserve', data });
    },
  }),
  post({
    path: '/forums/:forumId/reserves/:laureateId/drop',
    operation: 'DropReserve',
    summary: 'Let a reserve go who was not asked yet',
    body: DropReserve,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'DropReserve', data: { ...context.params, ...context.body } }),
  }),
];
