// The record of earlier editions: loaded as installed, or entered one by one.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { edition } from '../../domain/edition/decider.ts';
import { HistoricEdition } from '../../domain/edition/messages.ts';
import { editionStream } from '../../domain/edition/state.ts';
import { Id } from '../../domain/messages.ts';
import { HistoricLaureate } from '../../domain/organisation/messages.ts';
import { readHistory } from '../../files/history.ts';
import { CommandDone, done } from '../answer.ts';
import { loadHistory } from '../load-history.ts';
import { ensureRegistered, tellOrganisation } from '../organisation-register.ts';
import { HttpProblem } from '../problem.ts';
import { post } from '../route.ts';
import { MatchView } from '../views/organisations.ts';
import { requireKnown } from './organisations.ts';

const LoadedView = z
  .object({
    editions: z.int(),
    laureates: z.int(),
    organisations: z.object({ entered: z.int(), known: z.int() }),
    questions: z
      .array(z.object({ organisationId: z.string(), matches: z.array(MatchView) }))
      .describe('Entries that look like others: merge them, or tell them apart'),
  })
  .meta({ id: 'LoadedHistory' });

const RecordLaureate = HistoricLaureate.omit({ award: true }).extend({ organisationId: Id });

export const recordRoutes = [
  post({
    path: '/awards/:award/history/load',
    operation: 'LoadHistory',
    summary: 'Load what is known of earlier editions, with its sources; loaded again it changes only what has changed',
    response: LoadedView,
    target: (_services, { award }) => ({ award }),
    run: async ({ db, params, meta }) => {
      const history = await readHistory(params.award);
      if (history === null)
        throw new HttpProblem(
          409,
          'history-not-installed',
          `No record of earlier editions of ${params.award} is installed.`,
        );
      return { body: await loadHistory(db, history, meta) };
    },
  }),
  post({
    path: '/awards/:award/history/editions',
    operation: 'RecordHistoricEdition',
    summary: 'Record an edition from before this system: what is known, how many laureates, and the sources',
    body: HistoricEdition,
    response: CommandDone,
    target: (_services, { award }) => ({ award }),
    run: async ({ db, params: { award }, body, meta }) => {
      const command = { type: 'RecordHistoricEdition' as const, data: { award, ...body } };
      const told = await execute(db, edition, editionStream(award, body.number), command, meta);
      return done(`${award}~${body.number}`, told);
    },
  }),
  post({
    path: '/awards/:award/history/laureates',
    operation: 'RecordHistoricLaureate',
    summary: 'Record an award from before this system, with its sources, and whether its category was inferred',
    body: RecordLaureate,
    response: CommandDone,
    target: (_services, { award }) => ({ award }),
    run: async ({ db, params: { award }, body, meta, viewer }) => {
      await requireKnown(db, [body.organisationId], viewer, 'organisationId');
      await ensureRegistered(db, body.organisationId, meta);
      const told = await tellOrganisation(db, { type: 'RecordHistoricLaureate', data: { ...body, award } }, meta);
      return done(body.organisationId, told);
    },
  }),
];
