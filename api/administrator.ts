// The first administrator of an installation, from its settings.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { hasOpenInvitation } from '../db/invitations.ts';
import { ensurePerson } from '../db/people.ts';
import { member } from '../domain/member/decider.ts';
import { memberStream } from '../domain/member/state.ts';
import type { Services } from './app.ts';
import { inviteToAccount } from './invite.ts';

const installation = 'installation';

/** While nobody is administrator, the person with this address becomes one. The way in is a mail with a link, nothing else. */
export async function appointAdministrator(
  { db, hasAccount }: Pick<Services, 'db' | 'hasAccount'>,
  email: string,
): Promise<void> {
  const personId = await ensurePerson(db, { email, name: 'Administrator' }, installation);
  const administrators = await findAdministrators(db);
  if (administrators.length > 0 && !administrators.includes(personId)) return;
  const meta = { commandId: randomUUID(), actor: installation, role: 'administrator' } as const;
  if (administrators.length === 0)
    await execute(
      db,
      member,
      memberStream(personId),
      { type: 'GrantRole', data: { personId, grantId: randomUUID(), role: 'administrator', scope: {} } },
      meta,
    );
  if (!(await hasOpenInvitation(db, personId)))
    await inviteToAccount({ db, hasAccount, meta }, personId, { role: 'administrator' });
}

async function findAdministrators(db: Db): Promise<string[]> {
  const rows = await db.read
    .selectFrom('grants')
    .select('person_id')
    .where('role', '=', 'administrator')
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', sql<Date>`clock_timestamp()`)]))
    .execute();
  return rows.map((row) => row.person_id);
}
