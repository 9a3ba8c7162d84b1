// What comes with a signature over HTTP: the code of the signer's second factor, which goes no further than here.
import { isKnownCommand } from '../db/execute.ts';
import type { Services } from './app.ts';
import type { HttpMeta } from './meta.ts';

/**
 * Uses the code up and says so in the command's meta. A command that was accepted before gets its answer again: its code
 * has done its work.
 */
export async function confirmedBy<Meta extends HttpMeta>(
  { db, secondFactors, meta }: Pick<Services, 'db' | 'secondFactors'> & { meta: Meta },
  code: string | undefined,
): Promise<Meta> {
  if (code === undefined || (await isKnownCommand(db, meta.commandId))) return meta;
  await secondFactors.use(meta.actor, code);
  return { ...meta, secondFactor: true };
}
