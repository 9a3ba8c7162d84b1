// The secretariat's officers: the files that one of them keeps away from.
import { execute } from '../../db/execute.ts';
import { member } from '../../domain/member/decider.ts';
import { DeclareOfficerConflict } from '../../domain/member/messages.ts';
import { memberStream } from '../../domain/member/state.ts';
import { CommandDone, done } from '../answer.ts';
import { post } from '../route.ts';
import { nominationTarget } from '../targets.ts';

export const officerRoutes = [
  post({
    path: '/nominations/:nominationId/officer-conflict',
    operation: 'DeclareOfficerConflict',
    summary: 'Declare a conflict as an officer of the secretariat: the file is the standby’s from then on',
    body: DeclareOfficerConflict,
    response: CommandDone,
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: async ({ db, meta, body, target }) => {
      const { nominationId, cycleId, country } = target;
      const data = { ...body, personId: meta.actor, nominationId, cycleId, country };
      const stream = memberStream(meta.actor);
      return done(nominationId, await execute(db, member, stream, { type: 'DeclareOfficerConflict', data }, meta));
    },
  }),
];
