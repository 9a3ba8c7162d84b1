// A country's nominations whose form has a field of every kind and papers, with people who nominate, for the tests of the pages.
import { by, planSample, type Sample } from './acts.ts';
import type { TestApi, TestClient } from './api.ts';
import { must } from './desk.ts';
import { sampleDefinition } from './samples.ts';

const limit = { words: 12, characters: 80 };
/** By ministries, so that the desk may close its nominations early. */
const countries = sampleDefinition().countries.map((country) => ({ ...country, nominationMode: 'ministry' as const }));
export const formDefinition = sampleDefinition('national', {
  countries,
  form: {
    sections: [
      {
        key: 'nominee',
        title: { en: 'The organisation', th: 'องค์กร' },
        fields: [
          {
            key: 'name',
            label: { en: 'Legal name', th: 'ชื่อตามกฎหมาย' },
            kind: 'localized-text',
            required: true,
            limit,
          },
          { key: 'title', label: { en: 'Title', th: 'ชื่อโครงการ' }, kind: 'localized-text', required: true },
          { key: 'members', label: { en: 'Members', th: 'จำนวนสมาชิก' }, kind: 'number' },
          { key: 'since', label: { en: 'Registered on', th: 'วันที่จดทะเบียน' }, kind: 'date' },
          { key: 'email', label: { en: 'E-mail of the office', th: 'อีเมลของสำนักงาน' }, kind: 'email', personal: true },
          {
            key: 'public',
            label: { en: 'Agrees to publication', th: 'ยินยอมให้เผยแพร่' },
            kind: 'yes-no',
            required: true,
          },
        ],
      },
      {
        key: 'work',
        title: { en: 'The work', th: 'ผลงาน' },
        fields: [
          {
            key: 'summary',
            label: { en: 'Summary', th: 'บทสรุป' },
            help: { en: 'What was done, and for whom.', th: 'สิ่งที่ทำและผู้ได้รับประโยชน์' },
            kind: 'long-text',
            required: true,
            limit: { words: 250, characters: 1600 },
          },
          { key: 'lessons', label: { en: 'Lessons', th: 'บทเรียน' }, kind: 'long-text' },
          {
            key: 'area',
            label: { en: 'Area', th: 'พื้นที่' },
            kind: 'choice',
            choices: [
              { key: 'hills', label: { en: 'Hills', th: 'ภูเขา' } },
              { key: 'plain', label: { en: 'Plain', th: 'ที่ราบ' } },
              { key: 'coast', label: { en: 'Coast', th: 'ชายฝั่ง' } },
            ],
          },
          { key: 'business', label: { en: 'Place in the business' }, kind: 'text', categories: ['private'] },
        ],
      },
    ],
    attachments: [
      {
        key: 'certificate',
        label: { en: 'Certificate of registration', th: 'หนังสือรับรองการจดทะเบียน' },
        types: ['application/pdf'],
        maxBytes: 25_000_000,
        required: true,
      },
      {
        key: 'photos',
        label: { en: 'Photographs', th: 'ภาพถ่าย' },
        types: ['image/jpeg', 'image/png'],
        maxBytes: 10_000_000,
        maxCount: 3,
      },
    ],
    organisationField: 'name',
    titleField: 'title',
    consent: { required: false, text: { en: 'We agree to be put forward.', th: 'เรายินยอมให้เสนอชื่อ' } },
  },
});

export type Call = Sample & { country: string };

/** Nominations are open in Thailand, for as many hours as are said. */
export async function openCall(api: TestApi, hours = 1): Promise<Call> {
  const length = hours * 3_600;
  const lengths = { nomination: length, screening: length, judging: length, decision: length };
  const sample = await planSample(api.db, api.definition, ['SG', 'TH'], lengths);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  return { ...sample, country: 'TH' };
}

export const thai = { award: 'sample', country: 'TH' };

/** A form that somebody has begun. */
export async function begin({ cycleId, country }: Call, client: TestClient, category = 'ngo'): Promise<string> {
  return must(await client.post(`/cycles/${cycleId}/nominations`, { country, category })).body.id;
}

export const whole = (name: string) => ({
  name: { en: name, th: `${name} (ไทย)` },
  title: { en: 'Sample water for the hills', th: 'น้ำเพื่อชุมชนบนดอย (ตัวอย่าง)' },
  members: '120',
  since: '2019-05-31',
  email: 'office@example.org',
  public: true,
  summary: 'It reached two hundred households in twelve villages.',
  area: 'hills',
});
