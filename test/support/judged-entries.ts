// Entries of the RDPE award before a panel of Thailand, their forms filled in with sample texts in two languages.
import { randomUUID } from 'node:crypto';
import { assignScorecards } from '../../activities/assign-scorecards.ts';
import { startDraft, storeDossier } from '../../db/drafts.ts';
import type { AwardDefinition, FormField } from '../../domain/award-definition.ts';
import { fieldsOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { readDefinition } from '../../files/definitions.ts';
import { inProcess } from '../activities/support.ts';
import { by, formPanel, passScreening, planSample, type Sample, seatJudges, signCountry } from './acts.ts';
import type { TestApi } from './api.ts';

/** As it is installed, but that its call is no open one and may end early. */
export async function rdpe(): Promise<AwardDefinition> {
  const { definition } = await readDefinition(new URL('../../awards/rdpe.yaml', import.meta.url));
  const countries = definition.countries.map((one) => ({ ...one, nominationMode: 'ministry' as const }));
  return { ...definition, countries };
}

const day = 86_400;
const [country, category, group] = ['TH', 'ngo-cso', 'TH-ngo-cso'];
export const sampleNames: Texts[] = [
  { en: 'Sample Hill Water Association', th: 'สมาคมตัวอย่างน้ำบนดอย' },
  { en: 'Sample Village Savings Network', th: 'เครือข่ายออมทรัพย์หมู่บ้านตัวอย่าง' },
  { en: 'Sample Women Weavers Foundation', th: 'มูลนิธิตัวอย่างสตรีทอผ้า' },
  { en: 'Sample Mangrove Fishers Group', th: 'กลุ่มประมงป่าชายเลนตัวอย่าง' },
];
const paragraph = {
  en: 'Sample text. Before the work began, households of the sample villages walked two hours for water in the dry season. A committee of villagers, half of them women, chose the springs, laid the pipes and keeps the tanks. Every household pays a small monthly share, and the poorest pay in work. ',
  th: 'ข้อความตัวอย่าง ก่อนเริ่มโครงการ ครัวเรือนในหมู่บ้านตัวอย่างต้องเดินสองชั่วโมงเพื่อตักน้ำในฤดูแล้ง คณะกรรมการชาวบ้านซึ่งครึ่งหนึ่งเป็นผู้หญิงเป็นผู้เลือกต้นน้ำ วางท่อ และดูแลถังเก็บน้ำ ',
};

function answer({ kind, choices = [] }: FormField): unknown {
  switch (kind) {
    case 'localized-text':
      return paragraph;
    case 'long-text':
      return paragraph.en;
    case 'text':
      return 'Sample answer';
    case 'number':
      return 1200;
    case 'year':
      return 2014;
    case 'date':
      return '2014-05-01';
    case 'choice':
      return choices[0]?.key;
    case 'email':
      return 'nobody@example.org';
    case 'phone':
      return '+66000000000';
    case 'url':
      return 'https://example.org';
    case 'yes-no':
      return true;
  }
}

function contentOf(definition: AwardDefinition, names: Texts): { [field: string]: unknown } {
  const { organisationField, titleField } = definition.form;
  const title = { en: 'Sample: water for the hills', th: 'ตัวอย่าง: น้ำเพื่อชาวดอย' };
  const all = fieldsOf(definition, category).map((field) => [field.key, answer(field)]);
  return { ...Object.fromEntries(all), [organisationField]: names, [titleField]: title };
}

async function nominate(sample: Sample, names: Texts): Promise<string> {
  const { db, cycleId, definition, acts } = sample;
  const nominationId = randomUUID();
  const dossier = { content: contentOf(definition, names), files: [] };
  const hash = hashOf({ nominationId, ...dossier });
  await storeDossier(db, hash, dossier);
  await startDraft(db, {
    form: 'nomination',
    subjectId: nominationId,
    cycleId,
    country,
    category,
    personId: randomUUID(),
  });
  const title = dossier.content[definition.form.titleField] as Texts;
  const facts = { organisationId: randomUUID(), organisation: names, title, dossier: hash, files: [], draftVersion: 1 };
  const data = { nominationId, cycleId, country, category, ...facts };
  await acts.nomination({ type: 'SubmitNomination', data }, by('focal-point'));
  return nominationId;
}

/** The entries are before the panel, whose three judges serve; `invited` is asked to, and has not answered. `before` comes before the release. */
export async function judgedEntries(
  { db, definition }: Pick<TestApi, 'db' | 'definition'>,
  invited: string[] = [],
  before: (formed: Pick<Sample, 'acts'> & { panel: string }) => Promise<void> = async () => undefined,
) {
  const lengths = { nomination: day, screening: day, judging: 20 * day, decision: 5 * day };
  const sample = await planSample(db, definition, [country], lengths);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  const entries: string[] = [];
  for (const names of sampleNames) entries.push(await nominate(sample, names));
  const close = { cycleId, iso2: country, phase: 'nomination' } as const;
  await acts.country({ type: 'CloseCountryPhase', data: close }, by('approver'));
  const forwarded = entries.slice(0, 3);
  for (const nominationId of forwarded) await passScreening(sample, nominationId);
  await signCountry(sample, country, { [category]: forwarded });
  const serving = await seatJudges(sample, [group], country, 3);
  const people = serving.map((personId, i) => ({
    person_id: personId,
    email: `${personId}@example.org`,
    name: `Sample judge ${i + 1}`,
  }));
  await db.read.insertInto('people').values(people).execute();
  for (const judgeId of invited)
    await acts.judge({ type: 'InviteJudge', data: { cycleId, judgeId, groups: [group], country } }, by('focal-point'));
  const judges = [...serving, ...invited];
  await formPanel(sample, country, category, judges);
  const pairs = forwarded.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const { commandId: proposalId } = by('process');
  const ids = { cycleId, group };
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await before({ acts, panel: `${cycleId}~${group}` });
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
  /** As the process does: every judge who has accepted gets the own sheets. */
  const assign = () => inProcess(`cycle:${cycleId}:panel:${group}`, () => assignScorecards(db, { cycleId, group }));
  await assign();
  return { ...sample, group, panel: `${cycleId}~${group}`, entries: forwarded.sort(), judges: serving, assign };
}
export type JudgedEntries = Awaited<ReturnType<typeof judgedEntries>>;
