// A panel's meeting: its agenda, made from the board and kept by who leads, and its minutes on paper.
import { z } from 'zod';
import { keepMeeting } from '../../db/meetings.ts';
import { findMeeting, type MeetingLine } from '../../db/read-models/meeting-views.ts';
import { docxOf, docxType } from '../../documents/print/docx.ts';
import { agendaPaper, minutesPaper } from '../../documents/print/minutes.ts';
import { Id, KnownZone } from '../../domain/messages.ts';
import { wrongIn } from '../../domain/panel/agenda.ts';
import type { Services } from '../app.ts';
import { minutesOf } from '../minutes.ts';
import { Printing, pdfType, readerOf, sendPaper } from '../printing.ts';
import { badFields, HttpProblem, notFound } from '../problem.ts';
import { type Context, get, put } from '../route.ts';
import { type PanelTarget, wholePanelTarget } from '../targets.ts';
import { MeetingView } from '../views/meetings.ts';
import { eyesOf } from './panels.ts';

const whole = ({ db }: Services, params: { panel: string }) => wholePanelTarget(db, params.panel);

const AgendaItem = z.strictObject({
  itemId: Id,
  nominationId: Id.nullable().default(null),
  title: z.string().trim().max(300).default(''),
  said: z.string().trim().max(10_000).default(''),
  left: z.array(Id).max(200).default([]),
  answers: z
    .array(z.strictObject({ flag: z.string().max(40), text: z.string().trim().min(1).max(2000) }))
    .max(20)
    .default([]),
  notes: z.array(Id).max(200).default([]),
});
export const KeepMeeting = z.strictObject({
  /** The one that was read; 0 where nothing was kept yet. */
  version: z.int().min(0),
  heldAt: z.iso.datetime().nullable().default(null),
  zone: KnownZone,
  place: z.string().trim().max(300).default(''),
  present: z.array(Id).max(200).default([]),
  guests: z.string().trim().max(1000).default(''),
  items: z.array(AgendaItem).max(1000),
});

type Asked<Query, Body> = Context<{ panel: string }, Query, Body, PanelTarget>;

async function meetingFor(
  context: Pick<Asked<unknown, unknown>, 'db' | 'target' | 'role' | 'viewer' | 'meta'>,
): Promise<MeetingLine> {
  const { db, target, role, meta } = context;
  const leads = role === 'chair' || role === 'deputy-chair';
  const found = await findMeeting(db, target, { eyes: eyesOf(context), leader: leads ? meta.actor : null });
  if (found === undefined) throw notFound();
  return found;
}

const paperOf = async (context: Printed, kind: 'agenda' | 'minutes') => {
  const { db, viewer, query } = context;
  const meeting = await meetingFor(context);
  const reader = await readerOf(db, viewer, query);
  const desk = context.role === 'focal-point' || context.role === 'approver';
  const minutes = await minutesOf(db, context.target, meeting, { eyes: eyesOf(context), desk });
  return kind === 'agenda' ? agendaPaper(minutes, reader) : minutesPaper(minutes, reader);
};

type Printed = Asked<z.infer<typeof Printing>, undefined>;

async function sendPdf(context: Printed, kind: 'agenda' | 'minutes') {
  const { bytes } = await context.printer.print(await paperOf(context, kind));
  return sendPaper(context.res, { name: `${kind}-${context.target.group}.pdf`, type: pdfType, bytes });
}

const paper = { query: Printing, response: z.string(), json: false, target: whole } as const;

export const meetingRoutes = [
  get({
    path: '/panels/:panel/meeting',
    operation: 'ViewMeeting',
    summary: "The agenda of the panel's meeting: as it was kept, else in the order that the board suggests",
    response: MeetingView,
    target: whole,
    run: async (context) => ({ body: await meetingFor(context) }),
  }),
  put({
    path: '/panels/:panel/meeting',
    operation: 'KeepMeeting',
    summary: 'Keep agenda and course of the meeting; every version stays, none is written over one that was not read',
    body: KeepMeeting,
    response: z.object({ version: z.int() }),
    target: whole,
    run: async (context) => {
      const { db, target, meta } = context;
      const { version, ...content } = context.body;
      const meeting = await meetingFor(context);
      const members = meeting.members.map(({ judgeId }) => judgeId);
      const entries = meeting.items.flatMap(({ nominationId }) => nominationId ?? []);
      const wrong = wrongIn(content, members, entries);
      if (wrong.length > 0) throw badFields(wrong);
      if (!(await keepMeeting(db, target, content, { version, by: meta.actor })))
        throw new HttpProblem(409, 'meeting-moved', 'Somebody has kept another version since you read it.', {
          allowed: { version: meeting.version },
        });
      return { body: { version: version + 1 } };
    },
  }),
  get({
    ...paper,
    media: pdfType,
    path: '/panels/:panel/meeting/pdf',
    operation: 'ViewMeeting',
    summary: 'The agenda to print, with who must leave for which entry',
    run: async (context) => sendPdf(context, 'agenda'),
  }),
  get({
    ...paper,
    media: pdfType,
    path: '/panels/:panel/minutes/pdf',
    operation: 'PrintMinutes',
    summary:
      'The minutes of the meeting to print and sign: who was there and who left, votes by name, scores, decision',
    run: async (context) => sendPdf(context, 'minutes'),
  }),
  get({
    ...paper,
    media: docxType,
    path: '/panels/:panel/minutes/docx',
    operation: 'PrintMinutes',
    summary: 'The minutes of the meeting as a DOCX document',
    run: async (context) => {
      const bytes = await docxOf(await paperOf(context, 'minutes'));
      return sendPaper(context.res, { name: `minutes-${context.target.group}.docx`, type: docxType, bytes });
    },
  }),
];
