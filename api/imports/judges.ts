// Judges: each invited to the panels that the row names.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { execute, preview } from '../../db/execute.ts';
import { judge } from '../../domain/judge/decider.ts';
import { InviteJudge, type JudgeCommand } from '../../domain/judge/messages.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { findInvitee, Invitee, inviteToAccount } from '../invite.ts';
import { findByAddress, type Importing, type ImportKind, metaFor } from './kinds.ts';
import { countryOf, readRow } from './reading.ts';

const schemaOf = (importing: Importing) =>
  z.object({
    ...Invitee.shape,
    country: countryOf(importing).optional(),
    groups: z
      .string()
      .transform((text) =>
        text
          .split(/[;,]/)
          .map((group) => group.trim())
          .filter((group) => group !== ''),
      )
      .pipe(InviteJudge.shape.groups),
  });
type Row = z.infer<ReturnType<typeof schemaOf>>;

function commandOf({ cycle: { cycleId } }: Importing, { groups, country }: Row, judgeId: string): JudgeCommand {
  return { type: 'InviteJudge', data: { cycleId, judgeId, groups, country: country ?? null } };
}

export const judges: ImportKind<Row> = {
  columns: () => [
    { name: 'email', required: true, rule: 'an e-mail address' },
    { name: 'name', required: true, rule: 'as the person is known; never first and last apart' },
    { name: 'language', required: false, rule: 'a language tag such as en or th; en where nothing is said' },
    { name: 'country', required: false, rule: 'two letters; needed where judging is national' },
    { name: 'groups', required: true, rule: 'panels with ; between them, such as TH-ngo-cso; TH-private-sector' },
  ],
  read: async (importing, cells) => readRow(schemaOf(importing), cells),
  blame: 'groups',
  preview: async (importing, row) => {
    const { db, cycle } = importing;
    const judgeId = (await findByAddress(db, row.email)) ?? randomUUID();
    const stream = judgeStream(cycle.cycleId, judgeId);
    const { events } = await preview(
      db,
      judge,
      stream,
      commandOf(importing, row, judgeId),
      metaFor(importing, randomUUID()),
    );
    return `${row.email}: ${events.length === 0 ? 'is invited already' : 'is invited'} to ${row.groups.join(', ')}`;
  },
  act: async (importing, row, commandId) => {
    const { db, cycle } = importing;
    const meta = metaFor(importing, commandId);
    const { email, name, language, country = null } = row;
    const judgeId = await findInvitee({ ...importing, meta }, { email, name, language });
    await execute(db, judge, judgeStream(cycle.cycleId, judgeId), commandOf(importing, row, judgeId), meta);
    await inviteToAccount({ ...importing, meta }, judgeId, {
      role: 'judge',
      zone: cycle.zone,
      cycleId: cycle.cycleId,
      country,
    });
  },
};
