// A country's desk over HTTP: forms that are filled in, submitted and worked on by people of every role.
import type { Answer, TestApi, TestClient, Told } from './api.ts';
import type { Played } from './played-cycle.ts';

type Content = { [field: string]: unknown };
export const formOf = (name: string, changes: Content = {}): Content => ({
  name: { en: name },
  title: { en: `${name}: water for the hills` },
  summary: 'It reached two hundred households.',
  contact: 'person@example.org',
  ...changes,
});

/** Saves on top of what is there. @returns the draft's version. */
export async function save(client: TestClient, nominationId: string, content: Content): Promise<number> {
  const path = `/drafts/nomination/${nominationId}`;
  const { body: before } = await client.get(path);
  const saved = await client.put(path, { baseVersion: before.version, content });
  if (saved.status !== 200) throw new Error(`The draft was not saved: ${saved.status} ${saved.body.type}`);
  return saved.body.version;
}

/** A file as it is registered; its bytes follow later. */
export async function attach(client: TestClient, nominationId: string, name: string, hash: string): Promise<string> {
  const file = { field: 'certificate', name, size: 1000, type: 'application/pdf', hash, language: 'en' };
  type Draft = { files: { fileId: string; hash: string }[] };
  const { body } = await client.post<Draft>(`/drafts/nomination/${nominationId}/files`, file);
  return body.files.find((one) => one.hash === hash)?.fileId ?? '';
}

/** Started, filled in and submitted. */
export async function nominate({ cycleId }: Played, client: TestClient, name: string): Promise<string> {
  const { body } = await client.post(`/cycles/${cycleId}/nominations`, { country: 'SG', category: 'ngo' });
  const draftVersion = await save(client, body.id, formOf(name));
  must(await client.post(`/nominations/${body.id}/submit`, { draftVersion }));
  return body.id;
}

/** Every item of the checklist passes, and it is forwarded. */
export async function forwardAll({ people, definition }: Played, ...nominations: string[]): Promise<void> {
  for (const id of nominations) {
    for (const { key: item } of definition.checklist)
      must(await people.screener.post(`/nominations/${id}/checks`, { item, outcome: 'passed' }));
    must(await people.approver.post(`/nominations/${id}/forward`));
  }
}

/** In person, with a code of the signer's second factor. */
export const signDecision = async (api: TestApi, signer: TestClient, panel: string) =>
  signer.post(`${panel}/sign`, { signature: { kind: 'in-person' }, code: await api.codeFor(signer.personId) });

/** @throws when the answer is none that was hoped for. */
export function must<Body>(answer: Answer<Body>): Answer<Body> {
  if (answer.status >= 300) throw new Error(`Refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The code of a problem, or the status of what was accepted. */
export const codeOf = ({ status, body }: Answer<Told>): string =>
  status >= 400 ? (body.type?.split('/').at(-1) ?? String(status)) : 'accepted';
