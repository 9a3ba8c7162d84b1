// Tables as the body of a request: tried first, then taken.
import { addressOf, Problem } from './client.ts';

/** @throws Problem */
export async function sendTable<Answer>(
  path: string,
  params: { [name: string]: string },
  file: File,
  dryRun: boolean,
): Promise<Answer> {
  const response = await fetch(addressOf(path, params, { dryRun }), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': file.type || 'application/octet-stream' },
    body: file,
  }).catch((error: Error) => {
    throw new Problem(0, 'offline', error.message);
  });
  const said = await response.json().catch(() => ({}));
  if (response.ok) return said as Answer;
  const { type = '', detail = '', ...extra } = said as { type?: string; detail?: string };
  throw new Problem(response.status, type.split('/').at(-1) ?? '', detail, extra);
}
