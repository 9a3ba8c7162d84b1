// Makes a photo small enough for a thin line: 2400 pixels at most, as JPEG, without the place that a camera writes into it.

const longestSide = 2400;
const quality = 0.82;
/** Smaller photos are sent as they are, and so is what would hardly shrink. */
const worthwhile = { from: 700_000, part: 0.8 };

/** Null where it is no photo, would hardly get smaller, or cannot be read here. */
export async function shrinkPhoto(photo: File): Promise<File | null> {
  if (!/^image\/(jpeg|png|webp|heic)$/.test(photo.type) || photo.size < worthwhile.from) return null;
  const picture = await createImageBitmap(photo).catch(() => null);
  if (picture === null) return null;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
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
  canvas.toBlob(resolve, 'image/jpeg', quality);
  const small = await promise;
  if (small === null || small.size > photo.size * worthwhile.part) return null;
  return new File([small], `${photo.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
}
