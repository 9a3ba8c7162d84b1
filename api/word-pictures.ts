// The pictures that came back in a report's Word document: which are new, which cannot be taken and why, and taking them.
import type { Db } from '../db/database.ts';
import { markArrived } from '../db/files.ts';
import { uuidv5 } from '../db/ids.ts';
import { findReportPictures, registerReportPicture } from '../db/report-pictures.ts';
import type { DocxPicture, WhyNot } from '../documents/reports/docx-pictures.ts';
import type { ReadReport } from '../documents/reports/read-docx.ts';
import type { ReportContent } from '../domain/report/messages.ts';
import type { Loose } from '../domain/report/taking.ts';
import type { Services } from './app.ts';
import type { ReportTarget } from './reports.ts';

const mostPictures = 50;
export type NewPicture = DocxPicture & { fileId: string; type: NonNullable<DocxPicture['type']> };
export type NotTaken = { name: string; caption: string; why: WhyNot };
type Found = { loose: Loose[]; pictures: NewPicture[]; notTaken: NotTaken[] };
type Whose = { db: Db; target: ReportTarget; owner: string };

/** The same picture of the same person has the same id, so that reading again and taking again change nothing. */
const idOf = ({ target, owner }: Whose, hash: string) =>
  uuidv5(`report-picture:${target.forumId}:${target.country}:${owner}:${hash}`);

/** Those that a version shows already are neither new nor told; one in the place of such a picture is told. */
export async function picturesIn(whose: Whose, { loose }: ReadReport, known: ReportContent[]): Promise<Found> {
  const shown = known.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? part : [])));
  const stored = await findReportPictures(whose.db, whose.target);
  const hashes = new Set(
    stored.filter(({ fileId }) => shown.some((part) => part.fileId === fileId)).map(({ hash }) => hash),
  );
  const found: Found = { loose: [], pictures: [], notTaken: [] };
  for (const { picture, ...one } of loose) {
    if (picture === undefined) found.loose.push(one);
    else if (!hashes.has(picture.hash)) {
      const isExchanged = shown.some(({ id }) => id === picture.part);
      const isTooMuch = found.pictures.length >= mostPictures;
      const why = picture.why ?? (isExchanged ? 'exchanged' : isTooMuch ? 'too-many' : null);
      const { name, type } = picture;
      if (why !== null || type === null)
        found.notTaken.push({ name, caption: one.text.slice(0, 500), why: why ?? 'kind' });
      else {
        const fileId = idOf(whose, picture.hash);
        found.loose.push({ ...one, fileId });
        found.pictures.push({ ...picture, type, fileId });
      }
    }
  }
  return found;
}

/** Stored and registered as if each had been sent by itself. */
export async function takePictures({ storage, ...whose }: Whose & Pick<Services, 'storage'>, pictures: NewPicture[]) {
  const { db, target, owner } = whose;
  for (const { fileId, hash, bytes, type } of pictures) {
    const name = `picture-${hash.slice(0, 8)}.${type === 'image/png' ? 'png' : 'jpg'}`;
    const facts = { fileId, hash, name, size: bytes.length, type, cycleId: target.cycleId ?? null, owner };
    await registerReportPicture(db, target, facts);
    await storage.keepBytes(hash, bytes);
    await markArrived(db, fileId);
  }
}
