// Letters about judges, panels and what the awarded answer.
import { scoringEnd } from '../../db/read-models/judging-tasks.ts';
import type { Words } from '../mail-words.ts';
import {
  type CycleFacts,
  findChairs,
  findDesks,
  findKeepers,
  findLaureate,
  findLaureateContacts,
  findSecretariat,
  getCycleFacts,
} from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { cycleUrl } from './letters-of-cycle.ts';

type OfJudge = Told<
  | 'JudgeInvited'
  | 'InvitationAccepted'
  | 'InvitationDeclined'
  | 'ConflictDeclared'
  | 'ScoringFinished'
  | 'JudgeReleased'
>;

/** Where a judge answers and scores. */
const judgeUrl = ({ publicUrl }: Desk) => `${publicUrl}/judging`;

export async function lettersOfJudge(desk: Desk, event: OfJudge): Promise<Draft[]> {
  const { cycleId, judgeId, groups } = event.data;
  const cycle = await getCycleFacts(desk.db, cycleId);
  const facts = { cycle: cycle.title, url: cycleUrl(desk, cycle) };
  if (event.type === 'JudgeInvited')
    return [{ kind: 'judge-invited', to: [judgeId], facts: { ...facts, url: judgeUrl(desk) } }];
  const panels = event.type === 'ScoringFinished' ? [event.data.group] : groups;
  const keepers = await Promise.all(panels.map((group) => findKeepers(desk.db, cycle, group)));
  return [
    { kind: 'judge-news', to: keepers.flat(), facts: { ...facts, panels: panels.join(', '), what: newsOf(event) } },
  ];
}

function newsOf(event: Exclude<OfJudge, { type: 'JudgeInvited' }>): Words {
  switch (event.type) {
    case 'InvitationAccepted':
      return { en: 'has accepted the invitation', th: 'ตอบรับคำเชิญแล้ว' };
    case 'InvitationDeclined':
      return { en: 'has declined the invitation', th: 'ปฏิเสธคำเชิญ' };
    case 'ConflictDeclared':
      return { en: 'has declared a conflict of interest', th: 'แจ้งว่ามีส่วนได้เสีย' };
    case 'ScoringFinished':
      return { en: 'has finished scoring', th: 'ให้คะแนนเสร็จแล้ว' };
    case 'JudgeReleased':
      return { en: 'is released', th: 'พ้นจากหน้าที่' };
  }
}

type OfPanel = Told<
  | 'AssignmentReleased'
  | 'ReserveCalled'
  | 'TallySealed'
  | 'EntriesShortlisted'
  | 'MinimumLowered'
  | 'PanelVoteRecorded'
  | 'DecisionRecorded'
  | 'DecisionSignatureRecorded'
  | 'DecisionSigned'
  | 'DecisionReopened'
>;

export async function lettersOfPanel(desk: Desk, event: OfPanel): Promise<Draft[]> {
  const { db } = desk;
  const { cycleId, group } = event.data;
  const cycle = await getCycleFacts(db, cycleId);
  const facts = { cycle: cycle.title, url: cycleUrl(desk, cycle) };
  if (event.type === 'AssignmentReleased') {
    const judges = event.data.pairs.map(({ judgeId }) => judgeId);
    const deadline = { at: await getScoringEnd(desk, cycleId, group), zone: cycle.zone };
    return [{ kind: 'assignment-released', to: judges, facts: { ...facts, url: judgeUrl(desk), deadline } }];
  }
  if (event.type === 'ReserveCalled') {
    const deadline = { at: await getScoringEnd(desk, cycleId, group), zone: cycle.zone };
    const leaders = (await findChairs(db, cycleId, group)).filter((person) => person !== event.data.judgeId);
    return [
      { kind: 'reserve-called', to: [event.data.judgeId], facts: { ...facts, url: judgeUrl(desk), deadline } },
      { kind: 'panel-news', to: leaders, facts: { ...facts, panels: group, what: calledNews }, key: 'leaders' },
    ];
  }
  const to = await findReaders(desk, cycle, event);
  const isAnew = event.type === 'EntriesShortlisted' && event.data.anew !== undefined;
  const what = isAnew ? anewNews : panelNews[event.type];
  return [{ kind: 'panel-news', to, facts: { ...facts, panels: group, what } }];
}

/** A letter is confirmed by whoever else may sign; what is signed is the secretariat's to know. */
async function findReaders({ db }: Desk, cycle: CycleFacts, event: OfPanel): Promise<string[]> {
  const { cycleId, group } = event.data;
  if (event.type === 'DecisionSigned') return findSecretariat(db, cycle);
  const chairs = await findChairs(db, cycleId, group);
  // Who keeps the panel forms it for the next round.
  if (event.type === 'EntriesShortlisted') return [...chairs, ...(await findKeepers(db, cycle, group))];
  if (event.type !== 'DecisionSignatureRecorded') return chairs;
  const country = /^([A-Z]{2})-/.exec(group)?.[1];
  const approvers = country === undefined ? [] : await findDesks(db, cycle, ['approver'], country);
  const all = [...chairs, ...approvers, ...(await findSecretariat(db, cycle))];
  return all.filter((person) => person !== event.data.by);
}

/** When the panel's round ends; judging has an end in every planned cycle. */
async function getScoringEnd({ db }: Desk, cycleId: string, group: string): Promise<Date> {
  const { at } = await db.read
    .selectFrom('panels as p')
    .select(scoringEnd.as('at'))
    .where('p.cycle_id', '=', cycleId)
    .where('p.panel_group', '=', group)
    .executeTakeFirstOrThrow();
  if (at === null) throw new Error(`Judging of ${cycleId} has no end.`);
  return at;
}

const calledNews: Words = { en: 'a reserve is called to an entry', th: 'เรียกกรรมการสำรองมาพิจารณารายการหนึ่งแล้ว' };
const anewNews: Words = {
  en: 'who goes on to the next round is settled anew: look at the panel, and assign its entries again',
  th: 'มีการกำหนดรายการที่ผ่านเข้ารอบถัดไปใหม่ โปรดดูคณะกรรมการและมอบหมายรายการอีกครั้ง',
};
const panelNews: { [type in Exclude<OfPanel['type'], 'AssignmentReleased' | 'ReserveCalled'>]: Words } = {
  TallySealed: {
    en: 'scoring has ended and the tally is sealed',
    th: 'สิ้นสุดการให้คะแนนและปิดผนึกผลคะแนนแล้ว',
  },
  EntriesShortlisted: {
    en: 'it is settled who goes on to the next round: the panel is to be formed and its entries assigned for it',
    th: 'กำหนดรายการที่ผ่านเข้ารอบถัดไปแล้ว โปรดจัดตั้งคณะกรรมการและมอบหมายรายการสำหรับรอบนั้น',
  },
  MinimumLowered: { en: 'fewer sheets are enough for an entry', th: 'ลดจำนวนใบให้คะแนนขั้นต่ำของรายการหนึ่งแล้ว' },
  PanelVoteRecorded: { en: 'a vote is recorded', th: 'บันทึกการลงคะแนนแล้ว' },
  DecisionRecorded: { en: 'a decision is recorded and waits for its signature', th: 'บันทึกผลการตัดสินแล้ว รอการลงนาม' },
  DecisionSignatureRecorded: {
    en: 'a signature by letter waits for a second person',
    th: 'การลงนามด้วยหนังสือรอบุคคลที่สองยืนยัน',
  },
  DecisionSigned: { en: 'the decision is signed', th: 'ลงนามผลการตัดสินแล้ว' },
  DecisionReopened: { en: 'the decision is open again', th: 'เปิดการพิจารณาผลการตัดสินใหม่' },
};

export async function lettersOfAward(
  desk: Desk,
  event: Told<'AwardAccepted' | 'AwardDeclined' | 'AwardLapsed' | 'AwardRevoked' | 'LaureateReplaced'>,
): Promise<Draft[]> {
  const { db } = desk;
  const { cycleId, laureateId } = event.data;
  const [cycle, laureate] = await Promise.all([getCycleFacts(db, cycleId), findLaureate(db, laureateId)]);
  if (laureate === undefined) return [];
  const { country, organisation } = laureate;
  const desks = await findDesks(db, cycle, ['focal-point'], country);
  // What was accepted asks nothing of the secretariat.
  const office = event.type === 'AwardAccepted' ? [] : await findSecretariat(db, cycle);
  const contact = event.type === 'AwardRevoked' ? await findLaureateContacts(db, [laureateId]) : [];
  const to = [...desks, ...office, ...contact];
  const facts = { cycle: cycle.title, organisation, what: answers[event.type], url: cycleUrl(desk, cycle) };
  return [{ kind: 'award-answered', to, facts, country }];
}

const answers = {
  AwardAccepted: { en: 'the award is accepted', th: 'ตอบรับรางวัลแล้ว' },
  AwardDeclined: { en: 'the award is declined', th: 'ปฏิเสธรางวัล' },
  AwardLapsed: { en: 'no answer came in time', th: 'ไม่ได้รับคำตอบภายในกำหนด' },
  AwardRevoked: { en: 'the award is revoked', th: 'เพิกถอนรางวัล' },
  LaureateReplaced: { en: 'another follows as laureate', th: 'มีลำดับรองขึ้นเป็นผู้ได้รับรางวัลแทน' },
};
