// What a file tells of who made it beside what it shows: looked for in a copy that is to hide names.
import { photoNotes } from '../../domain/photo-notes.ts';
import { tellingOffice } from './office.ts';
import { tellingPdf } from './pdf.ts';
import { tellingVideo } from './video.ts';

export type Telling = 'properties' | 'bookmarks' | 'files' | 'notes' | 'earlier';

/** Null for a file that cannot be looked into, by its kind or because it is locked or damaged. */
export async function findTelling(bytes: Buffer, type: string): Promise<Telling[] | null> {
  if (type === 'application/pdf') return tellingPdf(bytes);
  if (/^image\/(jpeg|png|webp)$/.test(type)) return photoNotes(bytes).any ? ['properties'] : [];
  if (/^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\./.test(type))
    return tellingOffice(bytes);
  if (type === 'video/mp4') return tellingVideo(bytes);
  return type.startsWith('text/') ? [] : null;
}
