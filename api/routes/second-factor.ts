// The second factor of the person who is signed in: set up, looked at, taken away.
import { z } from 'zod';
import { findPerson } from '../../db/people.ts';
import { sendMail } from '../../documents/mail.ts';
import { Reason, type Texts } from '../../domain/messages.ts';
import { type Asked, me, requireFresh } from '../own-person.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { Code, type FactorState } from '../second-factor.ts';

const SecondFactorView = z
  .object({
    enrolled: z.boolean(),
    since: z.string().nullable(),
    recoveryCodesLeft: z.int(),
    lockedUntil: z.string().nullable().describe('No code is looked at before'),
  })
  .meta({ id: 'SecondFactor' });
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).describe('Each counts once; shown this once') });
const Password = z
  .string()
  .min(1)
  .max(128)
  .optional()
  .describe('May be left out for a quarter of an hour after signing in');

const viewed = ({ enrolled, since, recoveryCodesLeft, lockedUntil }: FactorState) => ({
  enrolled,
  since: since?.toISOString() ?? null,
  recoveryCodesLeft,
  lockedUntil: lockedUntil?.toISOString() ?? null,
});

/** Null for one who has just signed in instead. */
async function shownPassword(context: Asked, password: string | undefined): Promise<string | null> {
  if (password === undefined) await requireFresh(context);
  return password ?? null;
}

/** Whoever has another's password shall not do this unseen. */
const tell = ({ db, meta, publicUrl }: Asked, personId: string, what: Texts) =>
  sendMail(db, {
    kind: 'second-factor-changed',
    key: `second-factor:${meta.commandId}`,
    to: [personId],
    facts: { what, url: publicUrl },
  });

export const secondFactorRoutes = [
  get({
    path: '/me/second-factor',
    operation: 'ViewSecondFactor',
    summary: 'Whether you have a second factor, and how many recovery codes are left',
    response: SecondFactorView,
    run: async (context) => ({ body: viewed(await context.secondFactors.stateOf(me(context))) }),
  }),
  post({
    path: '/me/second-factor/begin',
    operation: 'SetSecondFactor',
    summary: 'Make a secret for an authenticator app, shown this once; it counts once a code of it is confirmed',
    body: z.strictObject({ password: Password }),
    response: z.object({ secret: z.string().describe('To type into the app'), uri: z.string().describe('As QR code') }),
    run: async (context) => {
      const person = await findPerson(context.db, me(context));
      if (person === undefined) throw notFound();
      const password = await shownPassword(context, context.body.password);
      return { body: await context.secondFactors.begin(person.personId, person.email, password) };
    },
  }),
  post({
    path: '/me/second-factor/confirm',
    operation: 'SetSecondFactor',
    summary: 'Confirm the secret with a code of the app; from now on sign-in asks for one too',
    body: z.strictObject({ code: Code }),
    response: RecoveryCodes,
    run: async (context) => {
      const recoveryCodes = await context.secondFactors.confirm(me(context), context.body.code);
      await tell(context, me(context), { en: 'it is set', th: 'ตั้งค่าแล้ว' });
      return { body: { recoveryCodes } };
    },
  }),
  post({
    path: '/me/second-factor/recovery-codes',
    operation: 'SetSecondFactor',
    summary: 'New recovery codes in the place of all that are left',
    body: z.strictObject({ code: Code }),
    response: RecoveryCodes,
    run: async (context) => ({
      body: { recoveryCodes: await context.secondFactors.renewRecoveryCodes(me(context), context.body.code) },
    }),
  }),
  post({
    path: '/me/second-factor/remove',
    operation: 'SetSecondFactor',
    summary: 'Remove your second factor',
    body: z.strictObject({ password: Password, code: Code }),
    response: SecondFactorView,
    run: async (context) => {
      const password = await shownPassword(context, context.body.password);
      await context.secondFactors.remove(me(context), password, context.body.code);
      await tell(context, me(context), { en: 'it is removed', th: 'ยกเลิกแล้ว' });
      return { body: viewed(await context.secondFactors.stateOf(me(context))) };
    },
  }),
  post({
    path: '/members/:personId/second-factor/reset',
    operation: 'ResetSecondFactor',
    summary: 'Take away the second factor of one who has lost it; the person is told',
    body: z.strictObject({ reason: Reason }),
    response: SecondFactorView,
    run: async (context) => {
      const { db, secondFactors, params, meta, body } = context;
      if ((await findPerson(db, params.personId)) === undefined) throw notFound();
      await secondFactors.reset(params.personId, meta.actor);
      await tell(context, params.personId, {
        en: `it is reset by an administrator (${body.reason})`,
        th: `ผู้ดูแลระบบรีเซ็ต (${body.reason})`,
      });
      return { body: viewed(await secondFactors.stateOf(params.personId)) };
    },
  }),
];
