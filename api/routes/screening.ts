// What becomes of a nomination beside its straight way: objections, disqualification, changes after the forwarding.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';

import { findVersionChanges } from '../../db/read-models/nomination-versions.ts';
import {
  AllowAmendment,
  AmendNomination,
  DisqualifyNomination,
  ObjectToRejection,
  ReadmitNomination,
  RefuseAmendment,
  UpholdRejection,
} from '../../domain/nomination/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { isJudging } from '../../domain/roles.ts';
import { CommandDone } from '../answer.ts';
import type { Services } from '../app.ts';
import { requireLetters } from '../letter-check.ts';
import { follows } from '../meta.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { type Asked, submittedOf, tellNomination, tellSubmitted } from '../submitting.ts';
import { nominationTarget } from '../targets.ts';
import { ChangesView } from '../views/screening.ts';

const Versions = z.object({
  from: z.coerce.number().int().min(1).optional(),
  to: z
    .union([z.literal('pending'), z.coerce.number().int().min(1)])
    .optional()
    .describe('`pending`: the change that waits for leave; not for a judge who does not lead the panel'),
});

const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

export const screeningRoutes = [
  get({
    path: '/nominations/:nominationId/changes',
    operation: 'ViewNominationChanges',
    summary:
      'What changed between two versions, beside the messages that it answers; the last change unless others are named',
    query: Versions,
    response: ChangesView,
    target: one,
    run: async ({ db, params, query, role }) => {
      const { from, to } = query;
      if (to === 'pending' && role === 'judge') throw notFound();
      const changes = await findVersionChanges(db, params.nominationId, { from, to }, { judging: isJudging(role) });
      if (changes === undefined) throw notFound();
      return { body: changes };
    },
  }),
  post({
    path: '/nominations/:nominationId/object',
    operation: 'ObjectToRejection',
    summary: 'Object to a rejection, within its time',
    body: ObjectToRejection,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'ObjectToRejection', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/uphold-rejection',
    operation: 'UpholdRejection',
    summary: 'Settle an objection: the rejection stands',
    body: UpholdRejection,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'UpholdRejection', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/readmit',
    operation: 'ReadmitNomination',
    summary: 'Settle an objection, or undo a lapse: back to its desk, with its checks',
    body: ReadmitNomination,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'ReadmitNomination', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/disqualify',
    operation: 'DisqualifyNomination',
    summary: 'Disqualify a nomination, until the decision on it is signed; what is before a panel leaves it',
    body: DisqualifyNomination,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, params, body, target } = context;
      await requireLetters(db, target.cycleId, { letter: body.letter });
      const reply = await tellNomination(context, { type: 'DisqualifyNomination', data: { ...params, ...body } });
      await removeEntry(context, body.reason);
      return reply;
    },
  }),
  post({
    path: '/nominations/:nominationId/amend',
    operation: 'AmendNomination',
    summary: 'Change a forwarded dossier: a slip at once, substance with the leave of who leads its panel',
    body: AmendNomination,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { kind, reason, draftVersion } = context.body;
      const submitted = await submittedOf(context.db, context.target, draftVersion);
      return tellSubmitted(context, {
        type: 'AmendNomination',
        data: { ...context.params, ...submitted, kind, reason },
      });
    },
  }),
  post({
    path: '/nominations/:nominationId/amendment/allow',
    operation: 'AllowAmendment',
    summary: 'Give leave to a change of substance: the sheets on the entry are opened again',
    body: AllowAmendment,
    response: CommandDone,
    target: one,
    run: (context) => tellSubmitted(context, { type: 'AllowAmendment', data: context.params }),
  }),
  post({
    path: '/nominations/:nominationId/amendment/refuse',
    operation: 'RefuseAmendment',
    summary: 'Refuse a change of substance: the dossier is judged as it was forwarded',
    body: RefuseAmendment,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'RefuseAmendment', data: { ...context.params, ...context.body } }),
  }),
];

/** What no panel has needs no command. */
async function removeEntry({ db, meta, target }: Asked, reason: string): Promise<void> {
  const { cycleId, nominationId, group = '' } = target;
  const row = await db.read
    .selectFrom('panels')
    .select(['entries', 'left_out'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .executeTakeFirst();
  const all = [...(row?.entries ?? []), ...(row?.left_out ?? [])];
  if (!all.some((entry) => entry.nominationId === nominationId)) return;
  const command = { type: 'RemoveEntry', data: { cycleId, group, nominationId, reason } } as const;
  await execute(db, panel, panelStream(cycleId, group), command, follows(meta, 'remove-entry'));
}
