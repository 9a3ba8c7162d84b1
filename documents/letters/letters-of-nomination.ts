// Letters about one nomination, to those who work on it.

import { findReceiptNumber } from '../../db/read-models/receipt-views.ts';
import type { Texts } from '../../domain/messages.ts';
import { deskRoles } from '../../domain/roles.ts';
import type { Words } from '../mail-words.ts';
import { findDesks, findEditors, getCountryZone, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';

type About = Told<
  | 'NominationSubmitted'
  | 'NominationCorrected'
  | 'NominationReturned'
  | 'RejectionProposed'
  | 'NominationWithdrawn'
  | 'NominationForwarded'
  | 'DocumentAttached'
  | 'ConsentConfirmed'
  | 'ConsentRefused'
  | 'CounterChecked'
>;

export async function lettersOfNomination(desk: Desk, event: About): Promise<Draft[]> {
  const { cycleId, nominationId, country } = event.data;
  const cycle = await getCycleFacts(desk.db, cycleId);
  const organisation = await findOrganisation(desk, nominationId);
  const facts = { organisation, cycle: cycle.title, url: `${desk.publicUrl}/nominations/${nominationId}` };
  const to = await findEditors(desk.db, nominationId);
  const { zone } = cycle;
  switch (event.type) {
    case 'NominationSubmitted':
    case 'NominationCorrected': {
      const { version, dossier, files } = event.data;
      const received = { at: event.meta.at, zone };
      const number = (await findReceiptNumber(desk.db, nominationId)) ?? nominationId;
      const content = { number, version: String(version), fingerprint: dossier, files: listOf(files) };
      const attachment = { kind: 'receipt' as const, nominationId, version };
      return [{ kind: 'nomination-receipt', to, facts: { ...facts, received, ...content }, country, attachment }];
    }
    case 'NominationReturned': {
      const messages = event.data.messages.map(({ field, message }) => `${field}: ${message}`).join('\n');
      const deadline = { at: event.data.correctBy, zone: getCountryZone(cycle, country) };
      return [{ kind: 'nomination-returned', to, facts: { ...facts, messages, deadline }, country }];
    }
    case 'RejectionProposed': {
      const approvers = (await findDesks(desk.db, cycle, ['approver'], country)).filter((one) => one !== event.data.by);
      const what = { en: 'its rejection waits for a second person', th: 'การปฏิเสธรอบุคคลที่สองยืนยัน' };
      return [{ kind: 'nomination-news', to: approvers, facts: { ...facts, what }, country }];
    }
    case 'CounterChecked': {
      const officers = await findDesks(desk.db, cycle, deskRoles, country);
      const { reason } = event.data;
      const what = {
        en: `the secretariat has counter-checked it. Reason: ${reason}`,
        th: `สำนักเลขาธิการได้ตรวจสอบซ้ำแล้ว เหตุผล: ${reason}`,
      };
      return [{ kind: 'nomination-news', to: officers, facts: { ...facts, what }, country }];
    }
    // Who uploads sees that it has come; a letter comes from somebody else.
    case 'DocumentAttached':
      if (event.data.kind === 'attachment') return [];
      return [{ kind: 'nomination-news', to, facts: { ...facts, what: letterHasCome }, country }];
    default:
      return [{ kind: 'nomination-news', to, facts: { ...facts, what: newsOf(event) }, country }];
  }
}

type News = 'NominationWithdrawn' | 'NominationForwarded' | 'ConsentConfirmed' | 'ConsentRefused';
const letterHasCome = { en: 'a supporting letter has come', th: 'ได้รับหนังสือสนับสนุนแล้ว' };
function newsOf(event: Told<News>): Words {
  switch (event.type) {
    case 'ConsentConfirmed':
      return { en: 'its nominee has consented', th: 'ผู้ได้รับการเสนอชื่อให้ความยินยอมแล้ว' };
    case 'ConsentRefused':
      return { en: 'its nominee has refused consent', th: 'ผู้ได้รับการเสนอชื่อไม่ให้ความยินยอม' };
    case 'NominationWithdrawn':
      return { en: 'it was withdrawn', th: 'ถอนการเสนอชื่อแล้ว' };
    case 'NominationForwarded':
      return { en: 'it goes before its panel', th: 'ส่งต่อคณะกรรมการแล้ว' };
  }
}

const listOf = (files: string[]) => (files.length === 0 ? { en: 'none', th: 'ไม่มี' } : files.join(', '));

export async function findOrganisation({ db }: Desk, nominationId: string): Promise<Texts> {
  const row = await db.read
    .selectFrom('nominations')
    .select('organisation')
    .where('nomination_id', '=', nominationId)
    .executeTakeFirstOrThrow();
  return row.organisation;
}
