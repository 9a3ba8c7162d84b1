// Makes a photo small enough for a thin line: 2400 pixels at most, as JPEG; and takes out what a camera writes into it.
import { photoNotes } from '../../domain/photo-notes.ts';

const longestSide = 2400;
const quality = 0.82;
/** Smaller photos are sent as they are, and so is what would hardly shrink. */
const worthwhile = { from: 700_000, part: 0.8 };

/** Null where it is no photo, would hardly get smaller, or cannot be read here. */
export async function shrinkPhoto(photo: File): Promise<File | null> {
  if (!/^image\/(jpeg|png|webp|heic)$/.test(photo.type) || photo.size < worthwhile.from) return null;
  const small = await drawAnew(photo, longestSide, quality);
  return small === null || small.size > photo.size * worthwhile.part ? null : small;
}

/**
 * The same picture, upright as it was seen, without place, device and time. As it is where it has nothing of the kind, or
 * cannot be read here: the server takes none that says where it was taken.
 */
export async function withoutNotes(photo: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(photo.type) || !photoNotes(new Uint8Array(await photo.arrayBuffer())).any)
    return photo;
  return (await drawAnew(photo, Number.POSITIVE_INFINITY, 0.92)) ?? photo;
}

async function drawAnew(photo: File, longest: number, asGoodAs: number): Promise<File | null> {
  const picture = await createImageBitmap(photo).catch(() => null);
  if (picture === null) return null;
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  // What is transparent becomes white, not black.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, 'image/jpeg', asGoodAs);
  const drawn = await promise;
  return drawn && new File([drawn], `${photo.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
}
