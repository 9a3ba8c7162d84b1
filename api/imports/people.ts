// People: each invited to one role, with an account where they have none.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { execute, preview } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { member } from '../../domain/member/decider.ts';
import type { MemberCommand } from '../../domain/member/messages.ts';
import { memberStream } from '../../domain/member/state.ts';
import { Instant } from '../../domain/messages.ts';
import { findInvitee, Invitee, inviteToAccount } from '../invite.ts';
import { findByAddress, type Importing, type ImportKind, metaFor } from './kinds.ts';
import { countryOf, readRow } from './reading.ts';

/** Roles whose place a row can name. */
const roles = ['focal-point', 'applicant', 'screener', 'approver', 'endorser', 'delegate', 'auditor'] as const;
const schemaOf = (importing: Importing) =>
  z.object({
    ...Invitee.shape,
    role: z.enum(roles, `must be one of ${roles.join(', ')}`),
    country: countryOf(importing).optional(),
    from: Instant.optional(),
    until: Instant.optional(),
  });
type Row = z.infer<ReturnType<typeof schemaOf>>;

function commandOf(
  { cycle }: Importing,
  { role, country, from, until }: Row,
  personId: string,
  grantId: string,
): MemberCommand {
  const scope = { award: cycle.award, ...(country !== undefined && { country }) };
  return { type: 'GrantRole', data: { personId, grantId, role, scope, from, until } };
}

export const people: ImportKind<Row> = {
  columns: () => [
    { name: 'email', required: true, rule: 'an e-mail address' },
    { name: 'name', required: true, rule: 'as the person is known; never first and last apart' },
    { name: 'language', required: false, rule: 'a language tag such as en or th; en where nothing is said' },
    { name: 'role', required: true, rule: `one of ${roles.join(', ')}` },
    { name: 'country', required: false, rule: 'two letters; for every role but auditor' },
    { name: 'from', required: false, rule: 'an instant with its offset; at once where nothing is said' },
    { name: 'until', required: false, rule: 'an instant with its offset; for good where nothing is said' },
  ],
  read: async (importing, cells) => {
    const read = readRow(schemaOf(importing), cells);
    if ('faults' in read || read.row.role === 'auditor' || read.row.country !== undefined) return read;
    return { faults: [{ header: 'country', rule: 'is missing' }] };
  },
  blame: 'role',
  preview: async (importing, row) => {
    const personId = (await findByAddress(importing.db, row.email)) ?? randomUUID();
    const command = commandOf(importing, row, personId, randomUUID());
    const { events } = await preview(
      importing.db,
      member,
      memberStream(personId),
      command,
      metaFor(importing, randomUUID()),
    );
    const where = row.country === undefined ? '' : ` of ${row.country}`;
    return events.length === 0
      ? `${row.email}: is ${row.role}${where} already`
      : `${row.email}: becomes ${row.role}${where}`;
  },
  act: async (importing, row, commandId) => {
    const meta = metaFor(importing, commandId);
    const { email, name, language, country = null } = row;
    const personId = await findInvitee({ ...importing, meta }, { email, name, language });
    await execute(
      importing.db,
      member,
      memberStream(personId),
      commandOf(importing, row, personId, idOf(commandId)),
      meta,
    );
    await inviteToAccount({ ...importing, meta }, personId, { role: row.role, country });
  },
};
