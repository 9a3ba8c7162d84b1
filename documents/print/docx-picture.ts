// A picture in a Word document: as large as the page allows, with its words for those who cannot see it.
import { ImageRun } from 'docx';
import { isShowable, pointsOf } from './images.ts';
import type { Enclosure } from './paper.ts';

const largest = { width: 460, height: 380 };
type Said = { key: string; name: string; alt: string };

/** Undefined where it has not come, or cannot be shown. */
export function pictureRun(pictures: Enclosure[], { key, name, alt }: Said): ImageRun | undefined {
  const found = pictures.find((one) => one.key === key);
  const size = found === undefined || !isShowable(found.bytes) ? null : pointsOf(found.bytes);
  if (found === undefined || size === null) return undefined;
  const by = Math.min(1, largest.width / size.width, largest.height / size.height);
  return new ImageRun({
    type: found.type === 'image/png' ? 'png' : 'jpg',
    data: found.bytes,
    transformation: { width: Math.round(size.width * by), height: Math.round(size.height * by) },
    altText: { name, title: alt, description: alt },
  });
}
