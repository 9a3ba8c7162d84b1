// A delegation's papers as data: the letter of invitation, badges and the list of participants.
import { describe, expect, it } from 'vitest';
import { badgesPaper, fullName, invitationPaper, participantsPaper } from '../../documents/print/delegation.ts';
import { Particulars } from '../../domain/delegation/messages.ts';
import { samplePlan } from '../support/forum-samples.ts';

const forum = samplePlan();
const particulars = Particulars.parse({
  ...{ honorific: 'Ms', name: 'Sample Participant', names: { th: 'นางสาวตัวอย่าง ผู้เข้าร่วม' } },
  ...{ positions: { en: 'Sample director', th: 'ผู้อำนวยการตัวอย่าง' }, bodies: { en: 'Sample ministry' } },
  ...{ diet: 'No peanuts', assignedBy: 'Sample letter 1' },
});
const one = { capacity: 'head', country: 'TH', particulars } as const;
const TH = { en: 'Thailand', th: 'ไทย' };
const sent = { forum, participants: [one], countries: { TH } };

describe('the name of a participant', () => {
  it('has its honorific where both are of one script', () => {
    expect([fullName(particulars, 'en'), fullName(particulars, 'th')]).toEqual([
      'Ms Sample Participant',
      'นางสาวตัวอย่าง ผู้เข้าร่วม',
    ]);
    expect(fullName({ ...particulars, honorific: 'ดร.' }, 'en')).toEqual('Sample Participant');
  });
});

describe('the letter of invitation', () => {
  it('says day, hours with their zone and venue, in Thai of the Buddhist Era', () => {
    const paper = invitationPaper(forum, one, TH, 'th');
    const facts = paper.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
    expect(facts.map(({ value }) => value)).toEqual([
      'นางสาวตัวอย่าง ผู้เข้าร่วม\nผู้อำนวยการตัวอย่าง\nSample ministry',
      ...['วันอังคารที่ 21 พฤศจิกายน พ.ศ. 2566', '09:30–16:00 ตามเวลา ณ สถานที่จัดงาน (Asia/Singapore)'],
      ...['Sands Expo & Convention Centre', 'ไทย', 'หัวหน้าคณะผู้แทน', 'Sample letter 1'],
    ]);
  });
  it('is in English words where there are none in the language asked for', () => {
    expect(invitationPaper(forum, one, TH, 'km')).toMatchObject({ language: 'en', title: 'Letter of invitation' });
  });
});

describe('badges and lists', () => {
  it('print the name for the badge, or the name', () => {
    const named = { ...one, particulars: { ...particulars, printedName: 'On the badge' } };
    const [cards] = badgesPaper({ ...sent, participants: [one, named] }, 'en').blocks;
    expect(cards).toMatchObject({ kind: 'cards', cards: [{ name: 'Sample Participant' }, { name: 'On the badge' }] });
  });
  it('tell nothing that must be thought of', () => {
    const all = [participantsPaper(sent, 'en'), badgesPaper(sent, 'en'), invitationPaper(forum, one, TH, 'en')];
    expect(JSON.stringify(all)).not.toContain('peanuts');
  });
  it('say so where nobody is registered', () => {
    const nobody = { ...sent, participants: [] };
    const empty = [{ kind: 'text', text: 'Nobody is registered yet.' }];
    expect([participantsPaper(nobody, 'en').blocks, badgesPaper(nobody, 'en').blocks]).toEqual([empty, empty]);
  });
});
