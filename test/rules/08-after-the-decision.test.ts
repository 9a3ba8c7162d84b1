// Rule 8, after the decision: dossiers verified, awards answered, laureates replaced or revoked, announcements corrected.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../support/api.ts';
import { type Played, playNominations, playPaperDecision, playPhases, playScreening } from '../support/played-cycle.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const groups = ['SG-ngo', 'SG-private'];
const request = { groups, dossiersVerified: true };
const messages = [{ field: 'summary', message: 'Say whom it has reached.' }];
const reason = 'The summary says too little.';

/** Both decisions of Singapore are signed, and the decision phase is over. */
async function decided(): Promise<Played> {
  const played = await playNominations(api);
  await playScreening(played);
  await playPaperDecision(played, 'ngo', played.ngo);
  await playPaperDecision(played, 'private', played.firm);
  await playPhases(played);
  return played;
}

describe('the dossiers of those whom a signed decision names', () => {
  it('are verified by the secretariat before the endorsers are asked: a request names who is missing', async () => {
    const { people, cycleId, ngo, firm } = await decided();
    const { secretariat } = people;
    const asked = await secretariat.post(`/cycles/${cycleId}/endorsement/request`, request);
    expect([asked.status, asked.body.type]).toEqual([409, '/problems/dossier-not-verified']);
    expect(asked.body.allowed).toEqual({ laureates: expect.arrayContaining([ngo, firm]) });
    const tasks = await secretariat.get<{ items: { kind: string; count: number }[] }>('/me/tasks');
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ kind: 'verify-dossiers', count: 2 }));
    for (const id of [ngo, firm])
      expect((await secretariat.post(`/nominations/${id}/verify-dossier`, { note: 'Read.' })).status).toEqual(200);
    const list = await secretariat.get<{ items: { dossier: string }[] }>(`/cycles/${cycleId}/laureates`);
    expect(list.body.items.map(({ dossier }) => dossier)).toEqual(['verified', 'verified']);
    expect((await secretariat.post(`/cycles/${cycleId}/endorsement/request`, request)).status).toEqual(200);
    const late = await secretariat.post(`/nominations/${ngo}/return-to-country`, { messages, reason });
    expect([late.status, late.body.type]).toEqual([409, '/problems/endorsement-requested']);
  });

  it('go back to the country with a message for each field, and the country answers with a new version', async () => {
    const { people, cycleId, ngo, firm } = await decided();
    const { secretariat, applicant, focalPoint } = people;
    const path = `/nominations/${ngo}`;
    expect((await secretariat.post(`${path}/return-to-country`, { messages, reason })).status).toEqual(200);
    const tasks = await focalPoint.get<{ items: { kind: string; title: object; dueAt: string }[] }>('/me/tasks');
    expect(tasks.body.items).toContainEqual(
      expect.objectContaining({
        kind: 'answer-return',
        link: `/api/v1/drafts/nomination/${ngo}`,
        dueAt: expect.any(String),
      }),
    );
    const early = await secretariat.post(`${path}/verify-dossier`);
    expect([early.body.type, early.body.allowed]).toEqual(['/problems/with-country', { answerBy: expect.any(String) }]);
    const { body: draft } = await applicant.get<{ version: number }>(`/drafts/nomination/${ngo}`);
    const content = {
      name: { en: 'Sample river school' },
      title: { en: 'Boats to school' },
      summary: 'It reached 400 pupils.',
    };
    const saved = await applicant.put<{ version: number }>(`/drafts/nomination/${ngo}`, {
      baseVersion: draft.version,
      content,
    });
    expect(saved.status).toEqual(200);
    const answer = { draftVersion: saved.body.version };
    expect((await focalPoint.post(`${path}/answer-return`, answer)).status).toEqual(200);
    const { body: seen } = await secretariat.get(path);
    expect(seen).toMatchObject({ version: 2, status: 'forwarded', content });
    for (const id of [ngo, firm])
      expect((await secretariat.post(`/nominations/${id}/verify-dossier`)).status).toEqual(200);
    expect((await secretariat.post(`/cycles/${cycleId}/endorsement/request`, request)).status).toEqual(200);
  });

  it('are never changed by the secretariat: it may neither save, submit, correct nor answer', async () => {
    const { people, ngo } = await decided();
    const { secretariat } = people;
    await secretariat.post(`/nominations/${ngo}/return-to-country`, { messages, reason });
    const tried = await Promise.all([
      secretariat.put(`/drafts/nomination/${ngo}`, { baseVersion: 1, content: {} }),
      ...['submit', 'correct', 'answer-return'].map((act) =>
        secretariat.post(`/nominations/${ngo}/${act}`, { draftVersion: 1 }),
      ),
    ]);
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
