// One entry full of names, in its form and in its paper, before a panel of three that is to see none of them.
import { expect } from 'vitest';
import type { TestApi } from './api.ts';
import { draftBy, type Played, playAssignment, playNominations, playScreening } from './played-cycle.ts';
import { sampleDefinition } from './samples.ts';
import { tellingPdf } from './telling-pdf.ts';
import { facts, sendFile, sending } from './uploads.ts';

/** Within the paper, and on none of its pages. */
const hidden = { author: 'Zzmetadata', xmp: 'Zzxmp', bookmark: 'Zzbookmark', file: 'Zzwithin', note: 'Zznote' };
/** What tells who the nominee is, and who nominated: each stands in one place. */
export const planted = {
  nominee: ['Zzbody', 'ซซองค์กร', 'Zzshort', 'Zzhead', 'Zzpartner', 'zzfile', ...Object.values(hidden)],
  nominator: ['Zzministry'],
  /** About persons: hidden whatever the policy is. */
  person: ['zzperson'],
};
const asked = (texts: string) => ({ key: texts, label: { en: texts }, kind: 'text' as const });
const base = sampleDefinition();
const [first] = base.form.sections;
const sections =
  first === undefined
    ? []
    : [{ ...first, fields: [...first.fields, ...['short', 'head', 'partner', 'office'].map(asked)] }];
export const blindDefinition = (blind: { nominee: boolean; nominator: boolean }) =>
  sampleDefinition('national', {
    form: {
      ...base.form,
      sections,
      interests: [
        { field: 'short', as: 'body' },
        { field: 'head', as: 'head' },
        { field: 'partner', as: 'partner' },
        { field: 'office', as: 'nominator' },
      ],
    },
    judging: { ...base.judging, blind },
  });
const answers = {
  name: { en: 'Zzbody Weavers', th: 'ซซองค์กรทอผ้า' },
  title: { en: 'Looms for all' },
  summary: 'What the villages made of it.',
  contact: 'zzperson@example.org',
  ...{ short: 'Zzshort', head: 'Zzhead of the board', partner: 'Zzpartner Bank', office: 'Zzministry of Work' },
};

export type BlindWorld = { api: TestApi; played: Played; entry: string; judges: string[] };

/** One entry with a paper, submitted through the API, before a panel of three who have said that no conflict stands between. */
export async function playBlind(api: TestApi): Promise<BlindWorld> {
  const played = await playNominations(api);
  const { applicant } = played.people;
  const entry = await draftBy(played, applicant, 'ngo');
  const draft = `/drafts/nomination/${entry}`;
  const bytes = await tellingPdf(hidden);
  const file = { ...facts(bytes), field: 'certificate', name: 'zzfile.pdf', type: 'application/pdf' };
  const { body } = await applicant.post<{ files: { fileId: string }[] }>(`${draft}/files`, file);
  await sendFile(sending(api, applicant), body.files[0]?.fileId ?? '', bytes);
  const { version } = (await applicant.get<{ version: number }>(draft)).body;
  const saved = await applicant.put<{ version: number }>(draft, { baseVersion: version, content: answers });
  const submitted = await applicant.post(`/nominations/${entry}/submit`, { draftVersion: saved.body.version });
  expect(submitted.status).toBe(200);
  const mine = { ...played, ngo: entry };
  await playScreening(mine);
  const judges = await playAssignment(mine, 3);
  for (const [place, person_id] of judges.entries())
    await api.db.read
      .insertInto('people')
      .values({ person_id, email: `${person_id}@example.org`, name: `Sample judge ${place}` })
      .execute();
  return { api, played: mine, entry, judges };
}

/** The focal point sends a copy without names in the place of the entry's paper. @returns the copy's id. */
export async function sendCopy({ api, played, entry }: BlindWorld, bytes: Uint8Array): Promise<string> {
  const { focalPoint } = played.people;
  const path = `/nominations/${entry}/documents`;
  const documents = (await focalPoint.get<{ items: { fileId: string }[] }>(path)).body.items;
  const { hash, size, type } = facts(bytes);
  const asked = `${path}/${documents[0]?.fileId}/redacted`;
  const { body } = await focalPoint.post<{ fileId: string }>(asked, { sha256: hash, size, type });
  await sendFile(sending(api, focalPoint), body.fileId, bytes);
  return body.fileId;
}
