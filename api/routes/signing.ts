// What a country signs: the sheet, the signature, and the second person who confirms a letter.
import { z } from 'zod';
import { findForwarded, findSigningSheet } from '../../db/read-models/signing-sheet.ts';
import { findWaitingSignatures } from '../../db/read-models/waiting-signatures.ts';
import { getCycleFacts } from '../../documents/letters/audience.ts';
import { sheetPaper } from '../../documents/print/sheet.ts';
import { ConfirmForwardingSignature, SignForwarding } from '../../domain/country/messages.ts';
import { Iso2 } from '../../domain/messages.ts';
import { CommandDone, cursorKey, Paging, page, paged } from '../answer.ts';
import { letterOf, requireLetters } from '../letter-check.ts';
import { Printing, pdfType, readerOf, sendPaper } from '../printing.ts';
import { get, post } from '../route.ts';
import { Code } from '../second-factor.ts';
import { confirmedBy, keptSignature } from '../signing.ts';
import { countryTarget, listTarget } from '../targets.ts';
import { SigningSheetView, WaitingSignatureView } from '../views/signing.ts';
import { tellCountry } from './countries.ts';

export const signingRoutes = [
  get({
    path: '/cycles/:cycleId/countries/:iso2/signing-sheet',
    operation: 'ViewSigningSheet',
    summary: 'All that the country forwards, in order, with the fingerprint of each dossier: what is signed',
    response: SigningSheetView,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: async ({ db, params: { cycleId, iso2 }, meta }) => ({
      body: await findSigningSheet(db, cycleId, iso2, meta.actor),
    }),
  }),
  get({
    path: '/cycles/:cycleId/countries/:iso2/signing-sheet/pdf',
    operation: 'ViewSigningSheet',
    summary: 'The signing sheet to print, sign by hand and scan',
    query: Printing,
    response: z.string(),
    json: false,
    media: pdfType,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: async ({ db, params, query, viewer, printer, res }) => {
      const { cycleId, iso2 } = params;
      const [sheet, cycle] = await Promise.all([
        findSigningSheet(db, cycleId, iso2, viewer?.personId ?? null),
        getCycleFacts(db, cycleId),
      ]);
      const about = { cycle: cycle.title, definition: cycle.definition };
      const { bytes } = await printer.print(sheetPaper(sheet, about, await readerOf(db, viewer, query)));
      return sendPaper(res, { name: `signing-sheet-${iso2}.pdf`, type: pdfType, bytes });
    },
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/sign-forwarding',
    operation: 'SignForwarding',
    summary:
      'Sign what is forwarded, in one category or in all, and so close it; by letter it waits for a second person',
    body: SignForwarding.extend({ code: Code.optional() }),
    response: CommandDone,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: async (context) => {
      const { cycleId, iso2 } = context.params;
      const { code, ...body } = context.body;
      await requireLetters(context.db, cycleId, letterOf(body.signature));
      const signature = await keptSignature(context, body.signature);
      const forwarded = await findForwarded(context.db, cycleId, iso2, body.category);
      const meta = await confirmedBy(context, code);
      const data = { cycleId, iso2, ...body, signature, forwarded };
      return tellCountry({ ...context, meta }, { type: 'SignForwarding', data });
    },
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/sign-forwarding/confirm',
    operation: 'ConfirmForwardingSignature',
    summary: 'Confirm, as a second person who has seen the letter, a signature that was recorded on behalf',
    body: ConfirmForwardingSignature,
    response: CommandDone,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: async (context) => {
      const { cycleId, iso2 } = context.params;
      const forwarded = await findForwarded(context.db, cycleId, iso2, context.body.category);
      const data = { cycleId, iso2, ...context.body, forwarded };
      return tellCountry(context, { type: 'ConfirmForwardingSignature', data });
    },
  }),
  get({
    path: '/cycles/:cycleId/waiting-signatures',
    operation: 'ListWaitingSignatures',
    summary: 'Signatures by letter that wait for a second person, of the own country or of all',
    query: Paging.extend({ country: Iso2.optional() }),
    response: page(WaitingSignatureView),
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async ({ db, target, query }) => {
      const after = cursorKey(query.cursor, ['text'])?.[0];
      const filter = { country: target.country ?? undefined, limit: query.limit + 1, after };
      const rows = await findWaitingSignatures(db, target.cycleId, filter);
      return { body: paged(rows, query.limit, (row) => [row.subject]) };
    },
  }),
];
