// What a file is by its bytes, whatever its name says.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';

export type Seen = { size: number; hash: string; type: string | null; isText: boolean };

/** `type` is null for bytes without a mark of their own, as texts are. */
export async function lookAt(path: string): Promise<Seen> {
  const [read, found] = await Promise.all([readThrough(path), fileTypeFromFile(path)]);
  return { ...read, type: found?.mime ?? null };
}

async function readThrough(path: string): Promise<Omit<Seen, 'type'>> {
  const hash = createHash('sha256');
  const decodes = textReader();
  let size = 0;
  let isText = true;
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk;
    hash.update(bytes);
    size += bytes.length;
    isText &&= !bytes.includes(0) && decodes(bytes);
  }
  return { size, hash: hash.digest('hex'), isText: isText && decodes() };
}

/** Says of each chunk whether it is UTF-8; a character may be cut by the end of one and goes on in the next. */
function textReader(): (bytes?: Buffer) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
      return true;
    } catch {
      return false;
    }
  };
}

/** Types that have no mark: their bytes must be text, in UTF-8. */
const texts = /^text\/|^application\/json$/;
/** What a mark alone cannot tell apart. */
const containers: { [type: string]: string[] } = {
  'application/x-cfb': ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  'application/zip': ['application/vnd.apple.keynote'],
  'application/vnd.apple.pages': ['application/vnd.apple.keynote'],
};

/** Whether bytes may go by that type. */
export function isOfType({ type, isText }: Seen, said: string): boolean {
  if (type === null) return texts.test(said) && isText;
  return type === said || containers[type]?.includes(said) === true;
}
