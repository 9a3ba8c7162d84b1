// What comes with a signature over HTTP: the code of the signer's second factor, which goes no further than here.
import { isKnownCommand } from '../db/execute.ts';
import { keepSignatory } from '../db/signatories.ts';
import type { KeptLetter, KeptSignature, Letter, Signature } from '../domain/messages.ts';
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

type Keeping = Pick<Services, 'db'> & { meta: Pick<HttpMeta, 'commandId'> };

/** A letter as the record keeps it: who signed it is a row of its own. */
export async function keptLetter({ db, meta }: Keeping, { signatory, ...letter }: Letter): Promise<KeptLetter> {
  const signatoryId = await keepSignatory(db, meta.commandId, signatory.name);
  return { ...letter, signatory: { office: signatory.office, signatoryId } };
}

export async function keptSignature(context: Keeping, signature: Signature): Promise<KeptSignature> {
  if (signature.kind === 'in-person') return signature;
  const { kind, ...letter } = signature;
  return { kind, ...(await keptLetter(context, letter)) };
}
