// Who acts for a country shall be nobody else: a shared office mailbox needs a second factor of each who uses it.

import type { Db } from '../db/database.ts';
import { differing, isMistakable } from '../db/shared-addresses.ts';
import type { Role } from '../domain/roles.ts';
import { HttpProblem } from './problem.ts';
import type { Target } from './targets.ts';
import type { Viewer } from './viewer.ts';

/** Looking is free; what is done in a role that must differ from another one's is not. */
export async function requireOwnAddress(db: Db, viewer: Viewer | null, role: Role, target: Target): Promise<void> {
  const { award, country } = target;
  if (viewer === null || !differing.includes(role) || award === undefined || country == null) return;
  if (await isMistakable(db, viewer.personId, { role, award, country }))
    throw new HttpProblem(
      409,
      'shared-address',
      'Somebody with another role of this desk uses the same mailbox: each of you sets up a second factor first.',
    );
}
