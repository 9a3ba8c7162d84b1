// What the people of a forum's day work by, gathered: the programme with every name, who is registered, the slides of each room.
import type { Response } from 'express';
import { Zip, ZipPassThrough } from 'fflate';
import type { Db } from '../db/database.ts';
import { findParticipants } from '../db/read-models/delegation-views.ts';
import { findProgramme, type Programme } from '../db/read-models/programmes.ts';
import { findSlidesOf } from '../db/slides.ts';
import { docxOf, docxType } from '../documents/print/docx.ts';
import type { Paper } from '../documents/print/paper.ts';
import type { Shelf } from '../documents/print/shelf.ts';
import type { Registered } from '../documents/programme/people.ts';
import {
  holdingName,
  holdingSlide,
  listing,
  placeInArchive,
  type RoomSlide,
  roomSlides,
} from '../documents/programme/slides.ts';
import type { Storage } from '../files/storage.ts';
import { pdfType, sendPaper } from './printing.ts';
import { HttpProblem, notFound } from './problem.ts';

const most = 5_000;

export async function staffProgramme(
  db: Db,
  forumId: string,
  asked: { copy?: boolean; since?: number | undefined },
): Promise<Programme> {
  const programme = await findProgramme(db, forumId, 'staff', asked);
  if (programme === null || (asked.since !== undefined && programme.since === null)) throw notFound();
  return programme;
}

export async function registeredAt(db: Db, forumId: string): Promise<Registered> {
  const all = await findParticipants(db, forumId, {}, { limit: most });
  return new Map(all.flatMap(({ personId, particulars }) => (particulars === null ? [] : [[personId, particulars]])));
}

/** Of the first room where none is named. */
export async function slidesIn(
  db: Db,
  programme: Programme,
  asked: string | undefined,
): Promise<{ room: string; slides: RoomSlide[] }> {
  const { rooms } = programme.plan;
  const room = asked === undefined ? rooms[0] : rooms.find(({ key }) => key === asked);
  if (room === undefined) throw notFound();
  return { room: room.key, slides: roomSlides(programme, room.key, await findSlidesOf(db, programme.forumId)) };
}

export async function sendAs(res: Response, shelf: Shelf, paper: Paper, as: 'pdf' | 'docx', name: string) {
  if (as === 'docx') return sendPaper(res, { name: `${name}.docx`, type: docxType, bytes: await docxOf(paper) });
  const { bytes } = await shelf.print(paper, []);
  return sendPaper(res, { name: `${name}.pdf`, type: pdfType, bytes });
}

/** What the form of the archive can hold: readers of it count to four gigabytes. */
const mostBytes = 4_000_000_000;

export function requireInBounds(slides: RoomSlide[]): void {
  const bytes = slides
    .filter(({ changed }) => changed)
    .flatMap(({ files }) => files)
    .reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes)
    throw new HttpProblem(
      409,
      'slides-too-large',
      'These slides are too large for one archive: take them session by session.',
    );
}

/** Part after part, as the reader takes them: slides are large. */
export async function sendSlides(
  out: Response,
  { storage, shelf }: { storage: Storage; shelf: Shelf },
  { programme, room, slides }: { programme: Programme; room: string; slides: RoomSlide[] },
): Promise<void> {
  const wanted = slides.filter(({ changed }) => changed);
  const zip = new Zip((error, chunk, final) => {
    if (error !== null) return void out.destroy(error);
    out.write(chunk);
    if (final) out.end();
  });
  const add = async (name: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = new Date('2000-01-01T00:00:00Z');
    zip.add(entry);
    for await (const part of parts) {
      entry.push(part);
      if (out.writableNeedDrain) await drained(out);
    }
    entry.push(new Uint8Array(0), true);
  };
  await add('0-read-me.txt', [Buffer.from(`\ufeff${listing(programme, room, wanted)}`)]);
  for (const slide of wanted) {
    for (const { hash, type } of slide.files)
      await add(placeInArchive(programme, slide, type), await storage.read(hash));
    if (slide.holding === null) continue;
    const { bytes } = await shelf.print(holdingSlide(programme, slide), []);
    await add(holdingName(slide), [bytes]);
  }
  zip.end();
}

/** Until the reader has taken what waits, or is gone. */
const drained = (out: Response) =>
  new Promise<void>((settle, refuse) => {
    const done = () => {
      out.off('drain', done).off('close', gone);
      settle();
    };
    const gone = () => {
      out.off('drain', done);
      refuse(new Error('The reader is gone.'));
    };
    out.once('drain', done).once('close', gone);
  });
