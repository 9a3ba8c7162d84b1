// The circulation note: what the endorsers read, with what their own countries have answered.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { deadlineOf } from '../../db/deadline.ts';
import { loadState } from '../../db/execute.ts';
import { findNotes, inProtocolOrder, keepNotes, writeNotes } from '../../db/read-models/circulation-notes.ts';
import { findReplyLines, type ReplyLine } from '../../db/read-models/endorsement-replies.ts';
import { findKeptResults } from '../../db/read-models/officer-conflicts.ts';
import { owedReplies } from '../../db/read-models/process-panel-views.ts';
import { docxOf, docxType } from '../../documents/print/docx.ts';
import { notePaper } from '../../documents/print/note.ts';
import type { Paper } from '../../documents/print/paper.ts';
import type { CirculatedNotes } from '../../domain/cycle/messages.ts';
import type { GroupNote } from '../../domain/cycle/note.ts';
import { type Cycle, cycleStream } from '../../domain/cycle/state.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { Printing, pdfType, readerOf, sendPaper } from '../printing.ts';
import { notFound } from '../problem.ts';
import { type Context, get } from '../route.ts';
import { cycleTarget, type Target } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { CirculationNoteView, GroupNoteView } from '../views/circulation.ts';
import { readerZone } from '../views/deadline.ts';

type Note = z.infer<typeof CirculationNoteView>;

/** Writes the notes of the groups as they stand, and keeps them under their hashes. */
export async function circulate(db: Db, cycleId: string, groups: string[]): Promise<CirculatedNotes> {
  const written = await writeNotes(db, cycleId, groups);
  const notes = new Map(written.map((note) => [hashOf(note), note]));
  await keepNotes(db, cycleId, notes);
  return Object.fromEntries(
    [...notes].map(([fingerprint, { group, decision }]) => [group, { decision: decision.number, fingerprint }]),
  );
}

export const circulationRoutes = [
  get({
    path: '/cycles/:cycleId/endorsement/note',
    operation: 'ViewCirculationNote',
    summary: 'The circulation note as it went before the endorsers, and what your own country has answered',
    response: CirculationNoteView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => ({ body: await noteOf(context.db, await readable(context), context.viewer) }),
  }),
  get({
    path: '/cycles/:cycleId/endorsement/note/pdf',
    operation: 'ViewCirculationNote',
    summary: 'The circulation note to print, in your language, with a page to reply on by hand',
    query: Printing,
    response: z.string(),
    json: false,
    media: pdfType,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const paper = await paperOf(context);
      const { bytes } = await context.printer.print(paper);
      return sendPaper(context.res, { name: 'circulation-note.pdf', type: pdfType, bytes });
    },
  }),
  get({
    path: '/cycles/:cycleId/endorsement/note/docx',
    operation: 'ViewCirculationNote',
    summary: 'The circulation note as a DOCX document, in your language',
    query: Printing,
    response: z.string(),
    json: false,
    media: docxType,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const bytes = await docxOf(await paperOf(context));
      return sendPaper(context.res, { name: 'circulation-note.docx', type: docxType, bytes });
    },
  }),
  get({
    path: '/cycles/:cycleId/endorsement/notes/:fingerprint',
    operation: 'ViewKeptNote',
    summary: "A group's note by its fingerprint: what was circulated then, whatever has changed since",
    response: GroupNoteView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, viewer }) => {
      const [note] = await findNotes(db, params.cycleId, [params.fingerprint]);
      if (note === undefined) throw notFound();
      return { body: without(note, await findKeptResults(db, viewer?.personId ?? null)) };
    },
  }),
];

type Asked = Pick<
  Context<{ cycleId: string }, z.infer<typeof Printing>, undefined, Target>,
  'db' | 'params' | 'role' | 'viewer' | 'query'
>;

/** Endorsers read what was circulated, and nothing before that. */
async function readable({ db, params, role }: Pick<Asked, 'db' | 'params' | 'role'>): Promise<Cycle> {
  const { state } = await loadState(db, cycleStream(params.cycleId));
  if (state.status === 'none' || (state.endorsement === null && role === 'endorser')) throw notFound();
  return state;
}

async function paperOf(context: Asked): Promise<Paper> {
  const { db, viewer, query } = context;
  const cycle = await readable(context);
  const [note, reader] = await Promise.all([noteOf(db, cycle, viewer), readerOf(db, viewer, query)]);
  const groups = note.groups as GroupNote[];
  return notePaper({ ...note, groups, zone: cycle.zone, closesAt: note.closing?.at ?? null }, reader);
}

async function noteOf(db: Db, cycle: Cycle, viewer: Viewer | null): Promise<Note> {
  const { cycleId, title, number, year, definition, endorsement } = cycle;
  const { route, silence, quorum } = definition.endorsement;
  const voices = (viewer?.roles ?? []).filter(({ role, award }) => role === 'endorser' && award === definition.key);
  const countries = [...new Set(voices.flatMap(({ country }) => country ?? []))];
  const fingerprints = endorsement?.fingerprints ?? {};
  const [kept, lines] = await Promise.all([
    findKeptResults(db, viewer?.personId ?? null),
    findReplyLines(db, cycleId, countries),
  ]);
  return {
    cycle: { cycleId, title, number, year },
    ...{ route, silence, quorum, fingerprints },
    status: endorsement === null ? 'draft' : endorsement.concluded === null ? 'open' : 'concluded',
    closing: endorsement && (await closingOf(db, cycle, endorsement.closesAt, viewer, countries)),
    fingerprint: Object.keys(fingerprints).length === 0 ? null : hashOf(fingerprints),
    groups: (await groupsOf(db, cycle)).map((note) => without(note, kept)),
    replies: countries.map((country) => repliesOf(cycle, country, lines)),
  };
}

/** As an officer reads it who keeps away from some of the files. */
const without = ({ laureates, runnersUp, ...note }: GroupNote, kept: Set<string>): GroupNote => ({
  ...note,
  laureates: laureates.filter(({ laureateId }) => !kept.has(laureateId)),
  runnersUp: runnersUp.filter(({ laureateId }) => !kept.has(laureateId)),
});

/** As they were circulated; those of requests that were made before notes were kept are written anew. */
async function groupsOf(db: Db, { cycleId, definition, endorsement }: Cycle): Promise<GroupNote[]> {
  if (endorsement === null) return writeNotes(db, cycleId, null);
  const kept = await findNotes(db, cycleId, Object.values(endorsement.fingerprints));
  const others = endorsement.groups.filter((group) => endorsement.fingerprints[group] === undefined);
  const written = others.length === 0 ? [] : await writeNotes(db, cycleId, others);
  return inProtocolOrder(definition, [...kept, ...written]);
}

/** In the zone that governs, and in the reader's own. */
async function closingOf(db: Db, cycle: Cycle, closesAt: string, viewer: Viewer | null, countries: string[]) {
  const [home = ''] = countries;
  const own = await readerZone(db, viewer);
  return deadlineOf(closesAt, cycle.zone, own ?? findCountry(cycle.definition, home)?.zone ?? cycle.zone);
}

function repliesOf({ endorsement, definition }: Cycle, country: string, lines: ReplyLine[]): Note['replies'][number] {
  const objections = (endorsement?.objections ?? [])
    .filter((objection) => objection.country === country)
    .map(({ laureateId, status }) => ({ laureateId, status }));
  const owed = endorsement === null ? [] : owedReplies(endorsement, country);
  const log = lines.filter((line) => line.country === country).map(({ country: _own, ...line }) => line);
  const names = findCountry(definition, country)?.names ?? { en: country };
  return { country, names, endorsed: endorsement?.replies[country] ?? [], objections, owed, log };
}
