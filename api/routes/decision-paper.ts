// The decision of a panel on paper, to be signed by hand and scanned.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { loadState } from '../../db/execute.ts';
import { findNames } from '../../db/people.ts';
import { findLowered } from '../../db/read-models/lowered-minimums.ts';
import { findSignedRecord, type Signer } from '../../db/read-models/panel-records.ts';
import { type Eyes, findPanels } from '../../db/read-models/panel-views.ts';
import { getCycleFacts } from '../../documents/letters/audience.ts';
import { type Decided, decisionPaper } from '../../documents/print/decision.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import { Printing, pdfType, readerOf, sendPaper } from '../printing.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { ledPanelTarget, type PanelTarget } from '../targets.ts';
import { eyesOf } from './panels.ts';

export const decisionPaperRoutes = [
  get({
    path: '/panels/:panel/decision/pdf',
    operation: 'PrintDecision',
    summary: 'The recorded decision to print, sign by hand and scan',
    query: Printing,
    response: z.string(),
    json: false,
    media: pdfType,
    target: ({ db }, { panel }) => ledPanelTarget(db, panel),
    run: async (context) => {
      const { db, target, viewer, query, printer, res, signer } = context;
      const decided = await findDecided(db, target, eyesOf(context), signer);
      if (decided === null) throw notFound();
      const { bytes } = await printer.print(decisionPaper(decided, await readerOf(db, viewer, query)));
      return sendPaper(res, { name: `decision-${target.group}-${decided.number}.pdf`, type: pdfType, bytes });
    },
  }),
];

/** Null until it is recorded, and for one who must not see all whom it names: a part of it is not to be signed. */
async function findDecided(
  db: Db,
  { cycleId, group }: PanelTarget,
  eyes: Eyes,
  signer: Signer,
): Promise<Decided | null> {
  const [{ state }, [seen], cycle, signed] = await Promise.all([
    loadState(db, panelStream(cycleId, group)),
    findPanels(db, cycleId, eyes, { group }),
    getCycleFacts(db, cycleId),
    findSignedRecord(db, { cycleId, group }, signer),
  ]);
  if (state.status !== 'decided' && state.status !== 'signed') return null;
  const { decision, country, category } = state;
  if (seen?.decision?.length !== decision.winners.length) return null;
  const { definition, title, zone } = cycle;
  const named = (iso2: string): Texts => findCountry(definition, iso2)?.names ?? { en: iso2 };
  return {
    ...{ cycle: title, zone, group, number: decision.number, outside: decision.outside },
    ...{ source: decision.source, reasons: decision.reasons, winners: seen.decision, signedAt: seen.signedAt },
    reasonsOf: Object.fromEntries((decision.reasonsOf ?? []).map(({ laureateId, reason }) => [laureateId, reason])),
    category: definition.categories.find(({ key }) => key === category)?.names ?? { en: category },
    country: country === null ? null : named(country),
    countries: Object.fromEntries(decision.winners.map((winner) => [winner.country, named(winner.country)])),
    titles: await findTitles(
      db,
      decision.winners.map(({ laureateId }) => laureateId),
    ),
    members: await membersOf(db, state),
    lowered: await loweredAmong(db, { cycleId, group }, seen.entries),
    heads: signed === null || signed.differs ? [] : signed.heads,
  };
}

async function findTitles(db: Db, nominations: string[]): Promise<{ [nominationId: string]: Texts }> {
  if (nominations.length === 0) return {};
  const rows = await db.read
    .selectFrom('nominations')
    .select(['nomination_id', 'title'])
    .where('nomination_id', 'in', nominations)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.nomination_id, row.title]));
}

/** Of the entries that the reader may see. */
async function loweredAmong(
  db: Db,
  panel: { cycleId: string; group: string },
  entries: { nominationId: string; organisation: Texts }[],
): Promise<Decided['lowered']> {
  const lowered = await findLowered(db, panel);
  return entries.flatMap(({ nominationId, organisation }) => {
    const found = lowered[nominationId];
    return found === undefined ? [] : [{ organisation, ...found }];
  });
}

/** Who leads comes first. */
async function membersOf(db: Db, { judges, chair, deputyChair }: Panel): Promise<Decided['members']> {
  const leading = [chair, deputyChair].flatMap((personId) => personId ?? []);
  const names = await findNames(db, [...leading, ...judges]);
  return [...new Set([...leading, ...judges])].map((personId) => ({
    name: names.get(personId) ?? null,
    part: personId === chair ? 'chair' : personId === deputyChair ? 'deputy' : 'member',
  }));
}
