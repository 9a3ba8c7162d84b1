// Pictures by the first bytes of their files: which can be set, and how large they would become when opened.

/** A picture of more points than this takes too much memory to open. */
const mostPoints = 60_000_000;

export const isShowable = (bytes: Uint8Array): boolean => {
  const size = pointsOf(bytes);
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= mostPoints;
};

/** Width and height in points of the picture; null for what is no picture that we know. */
export const pointsOf = (bytes: Uint8Array): Size | null =>
  sizeOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));

type Size = { width: number; height: number };

function sizeOf(view: DataView): Size | null {
  if (view.byteLength > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  return view.byteLength > 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
}

/** From segment to segment, until the one that tells. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const tells = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (tells) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
