// Deliberation: an entry before the panel, who must leave before it is opened, and what the members note of it.
import { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import { findNotes, reviseNote, writeNote } from '../../db/notes.ts';
import { findEntry } from '../../db/read-models/entry-views.ts';
import { LowerMinimum } from '../../domain/panel/messages.ts';
import { CommandDone, page } from '../answer.ts';
import type { Services } from '../app.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { get, post, put } from '../route.ts';
import { panelEntryTarget } from '../targets.ts';
import { NoteView, PanelEntryView } from '../views/judging.ts';
import { eyesOf, idsOf, tellPanel } from './panels.ts';

const one = ({ db }: Services, { panel, nominationId }: { panel: string; nominationId: string }) =>
  panelEntryTarget(db, panel, nominationId);

const Text = z.string().trim().min(1).max(10_000);
export const WriteNote = z.strictObject({ text: Text });
/** `version` is the one that was read. */
export const ReviseNote = z.strictObject({ text: Text, version: z.int().min(1) });
const Noted = z.object({ id: z.string(), version: z.int() });

/** Before scoring is closed nobody reads what another thinks of an entry. */
const isOpen = (status: string) => status !== 'formed' && status !== 'scoring';

function requireDeliberating(status: string): void {
  if (status === 'signed')
    throw new HttpProblem(409, 'deliberation-over', 'The decision is signed: the notes stay as they are.');
}

export const deliberationRoutes = [
  get({
    path: '/panels/:panel/entries/:nominationId',
    operation: 'ViewPanelEntry',
    summary:
      'An entry before the panel; who must leave before it is opened, by name, for those who lead or run the panel',
    response: PanelEntryView,
    target: one,
    run: async (context) => {
      const { db, role, target } = context;
      const found = await findEntry(db, target, eyesOf(context));
      if (found === undefined) throw notFound();
      return { body: role === 'judge' ? { ...found, mustLeave: null, sheets: null } : found };
    },
  }),
  post({
    path: '/panels/:panel/entries/:nominationId/lower-minimum',
    operation: 'LowerMinimum',
    summary: 'Let fewer sheets be enough for one entry, before the tally opens; for whom the award names',
    body: LowerMinimum.omit({ nominationId: true }),
    response: CommandDone,
    target: one,
    run: (context) => {
      const { nominationId } = context.params;
      return tellPanel(context, { type: 'LowerMinimum', data: { ...idsOf(context), ...context.body, nominationId } });
    },
  }),
  get({
    path: '/panels/:panel/entries/:nominationId/notes',
    operation: 'ListNotes',
    summary: 'What the members of the panel noted of the entry; before scoring is closed your own notes alone',
    response: page(NoteView),
    target: one,
    run: async ({ db, target, meta }) => {
      const notes = await findNotes(db, target, isOpen(target.status) ? null : meta.actor);
      return { body: { items: notes.map((note) => ({ ...note, own: note.author === meta.actor })), next: null } };
    },
  }),
  post({
    path: '/panels/:panel/entries/:nominationId/notes',
    operation: 'WriteNote',
    summary: 'Note something of the entry, for the members of the panel who are not in conflict with it',
    body: WriteNote,
    response: Noted,
    status: 201,
    target: one,
    run: async ({ db, target, meta, body }) => {
      requireDeliberating(target.status);
      const noteId = idOf(meta.commandId);
      await writeNote(db, { ...target, noteId, author: meta.actor, text: body.text });
      return { body: { id: noteId, version: 1 } };
    },
  }),
  put({
    path: '/panels/:panel/entries/:nominationId/notes/:noteId',
    operation: 'WriteNote',
    summary: 'Revise a note of your own; what it said before is kept',
    body: ReviseNote,
    response: Noted,
    target: one,
    run: async ({ db, target, meta, body, params }) => {
      requireDeliberating(target.status);
      const own = await findNotes(db, target, meta.actor);
      const note = own.find(({ noteId }) => noteId === params.noteId);
      if (note === undefined) throw notFound();
      if (!(await reviseNote(db, params.noteId, body.version, body.text)))
        throw new HttpProblem(409, 'note-moved', 'You have revised the note elsewhere since you read it.', {
          allowed: { version: note.version, text: note.text },
        });
      return { body: { id: params.noteId, version: body.version + 1 } };
    },
  }),
];
