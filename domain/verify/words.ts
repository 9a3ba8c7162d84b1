// What the steps of a check say, in English and Thai: each failure with its cause and what to do about it.
import type { Found } from './findings.ts';

type Language = 'en' | 'th';
type Words = { [key: string]: { [language in Language]: string } };

const titles: Words = {
  file: { en: 'The file can be read', th: 'อ่านไฟล์ได้' },
  belongs: { en: 'Everything is of one panel and cycle', th: 'ข้อมูลทั้งหมดเป็นของคณะกรรมการและรอบเดียวกัน' },
  key: { en: 'The key is the published one', th: 'กุญแจตรงกับที่เผยแพร่' },
  signature: { en: 'The file is as it was signed', th: 'ไฟล์ตรงกับที่ลงลายมือชื่อ' },
  heads: { en: 'The heads of the record are signed', th: 'ยอดของบันทึกมีลายมือชื่อ' },
  complete: { en: 'Nothing is cut off', th: 'ไม่มีส่วนใดขาดหาย' },
  leaves: { en: 'Every leaf is in the signed record', th: 'ทุกรายการอยู่ในบันทึกที่ลงลายมือชื่อ' },
  growth: { en: 'The record only grew', th: 'บันทึกมีแต่เพิ่มขึ้น ไม่ถูกแก้ย้อนหลัง' },
  order: { en: 'From the rules to the seal', th: 'ตั้งแต่กฎเกณฑ์จนถึงการผนึก' },
  sheets: { en: 'The right sheets were counted', th: 'นับใบให้คะแนนถูกต้อง' },
  tally: { en: 'The tally comes out the same', th: 'คำนวณคะแนนซ้ำได้ผลเดิม' },
  rounds: { en: 'The right entries went on from round to round', th: 'รายการที่ผ่านเข้ารอบถัดไปถูกต้อง' },
  decision: { en: 'The decision follows the ranking', th: 'คำตัดสินเป็นไปตามลำดับคะแนน' },
  names: { en: 'The names belong to the codes', th: 'ชื่อตรงกับรหัส' },
};

const sentences: Words = {
  read: {
    en: 'A bundle for the audience "{audience}" of the panel {group}.',
    th: 'ชุดข้อมูลสำหรับ "{audience}" ของคณะกรรมการ {group}',
  },
  'cut-off': {
    en: 'The file ends in the middle: it was cut off on its way. Fetch it again, whole.',
    th: 'ไฟล์ขาดกลางคัน น่าจะขาดหายระหว่างส่ง โปรดดาวน์โหลดใหม่ให้ครบ',
  },
  'no-json': {
    en: 'This is no JSON, so no bundle. Take the file as it was downloaded, unchanged.',
    th: 'ไฟล์นี้ไม่ใช่ JSON จึงไม่ใช่ชุดข้อมูลสำหรับตรวจสอบ โปรดใช้ไฟล์ตามที่ดาวน์โหลดโดยไม่แก้ไข',
  },
  'no-bundle': {
    en: 'This is no whole bundle: "{field}" is missing or not what it must be. The file was changed or cut short: fetch it again.',
    th: 'ชุดข้อมูลไม่สมบูรณ์: "{field}" ขาดหายหรือไม่ถูกต้อง ไฟล์ถูกแก้ไขหรือขาดหาย โปรดดาวน์โหลดใหม่',
  },
  'other-format': {
    en: 'The bundle is in the format {format}, and this program knows {known}. Take the program that is served beside the bundle.',
    th: 'ชุดข้อมูลเป็นรูปแบบ {format} แต่โปรแกรมนี้รู้จัก {known} โปรดใช้โปรแกรมที่เผยแพร่คู่กับชุดข้อมูล',
  },
  'one-panel': {
    en: 'Rules and heads are of the cycle {cycle} and the panel {group}.',
    th: 'กฎเกณฑ์และยอดเป็นของรอบ {cycle} คณะกรรมการ {group}',
  },
  'cycle-not-meant': {
    en: 'The bundle is of the cycle {found}, not of {meant}. Fetch the bundle of the cycle that you mean.',
    th: 'ชุดข้อมูลเป็นของรอบ {found} ไม่ใช่ {meant} โปรดดาวน์โหลดชุดข้อมูลของรอบที่ต้องการ',
  },
  'other-panel': {
    en: 'The bundle says {says}, but a part of it is from {found}: parts of two cycles or panels were put together. Fetch it again from where it was published.',
    th: 'ชุดข้อมูลระบุ {says} แต่มีบางส่วนมาจาก {found} แสดงว่านำข้อมูลคนละรอบหรือคนละคณะมารวมกัน โปรดดาวน์โหลดใหม่จากแหล่งที่เผยแพร่',
  },
  'key-not-given': {
    en: 'Signed by the key {key}. Compare it with the key that is published and printed in the signed minutes: this file alone cannot show whose key it is.',
    th: 'ลงลายมือชื่อด้วยกุญแจ {key} โปรดเทียบกับกุญแจที่เผยแพร่และพิมพ์ไว้ในรายงานการประชุมที่ลงนาม ไฟล์นี้เพียงอย่างเดียวไม่อาจยืนยันว่าเป็นกุญแจของผู้ใด',
  },
  'key-known': { en: 'Signed by {key}, the key that you gave.', th: 'ลงลายมือชื่อด้วย {key} ตรงกับกุญแจที่ท่านให้' },
  'wrong-key': {
    en: 'A part is signed by the key {found}, which is not the one that you gave ({known}). Either that key is of another installation or an older one, or somebody else has made this file: compare with the published keys.',
    th: 'มีส่วนที่ลงลายมือชื่อด้วยกุญแจ {found} ซึ่งไม่ใช่กุญแจที่ท่านให้ ({known}) อาจเป็นกุญแจของระบบอื่นหรือกุญแจเก่า หรือมีผู้อื่นสร้างไฟล์นี้ โปรดเทียบกับกุญแจที่เผยแพร่',
  },
  'bundle-signed': { en: 'The signature over the whole file holds.', th: 'ลายมือชื่อของทั้งไฟล์ถูกต้อง' },
  'bundle-changed': {
    en: 'The signature over the file does not hold: something in it was changed after it was made. Fetch it again from where it was published.',
    th: 'ลายมือชื่อของไฟล์ไม่ถูกต้อง แสดงว่ามีการแก้ไขหลังจากสร้าง โปรดดาวน์โหลดใหม่จากแหล่งที่เผยแพร่',
  },
  'heads-signed': {
    en: 'The signatures of {number} heads hold. Compare the roots with those printed in the signed minutes: {root}',
    th: 'ลายมือชื่อของยอดทั้ง {number} ยอดถูกต้อง โปรดเทียบค่ารากกับที่พิมพ์ในรายงานการประชุมที่ลงนาม: {root}',
  },
  'heads-known': {
    en: 'The signatures of {number} heads hold, and one has the root that you gave.',
    th: 'ลายมือชื่อของยอดทั้ง {number} ยอดถูกต้อง และมีค่ารากตรงกับที่ท่านให้',
  },
  'head-not-signed': {
    en: 'The signature of the head "{point}" does not hold: it was changed, or signed by another key. Compare with the head printed in the minutes and fetch the bundle again.',
    th: 'ลายมือชื่อของยอด "{point}" ไม่ถูกต้อง อาจถูกแก้ไขหรือลงด้วยกุญแจอื่น โปรดเทียบกับยอดในรายงานการประชุมและดาวน์โหลดใหม่',
  },
  'other-head': {
    en: 'No head has the root {known} that you gave; this file has {found}. It is of another record than the minutes that you hold.',
    th: 'ไม่มียอดใดมีค่าราก {known} ที่ท่านให้ ไฟล์นี้มี {found} จึงเป็นบันทึกคนละฉบับกับรายงานการประชุมที่ท่านมี',
  },
  'all-leaves': { en: 'All {size} leaves of the record are here.', th: 'มีรายการครบทั้ง {size} รายการ' },
  'part-of-leaves': {
    en: '{have} of {size} leaves are shown to this audience, each with its proof.',
    th: 'แสดงแก่ผู้รับกลุ่มนี้ {have} จาก {size} รายการ แต่ละรายการมีหลักฐานกำกับ',
  },
  'cut-short': {
    en: 'The bundle holds {have} of {size} leaves: it was cut short. Ask for it again, whole.',
    th: 'ชุดข้อมูลมี {have} จาก {size} รายการ แสดงว่าถูกตัดทอน โปรดขอใหม่ให้ครบ',
  },
  'places-wrong': {
    en: 'Leaves stand twice, out of order or beyond the end of the record: the file was put together anew. Fetch it again.',
    th: 'มีรายการซ้ำ สลับลำดับ หรือเกินจำนวน แสดงว่าไฟล์ถูกประกอบขึ้นใหม่ โปรดดาวน์โหลดใหม่',
  },
  'no-rules': {
    en: 'The first leaf, the frozen rule set, is missing: the bundle was cut short. Ask for it again, whole.',
    th: 'ไม่มีรายการแรกซึ่งเป็นกฎเกณฑ์ที่กำหนดไว้ แสดงว่าถูกตัดทอน โปรดขอใหม่ให้ครบ',
  },
  'no-seal': {
    en: 'The last leaf, the seal of the signed decision, is missing: the bundle was cut short. Ask for it again, whole.',
    th: 'ไม่มีรายการสุดท้ายซึ่งเป็นการผนึกคำตัดสิน แสดงว่าถูกตัดทอน โปรดขอใหม่ให้ครบ',
  },
  'tree-built': {
    en: 'The tree of all {size} leaves has the signed root.',
    th: 'ต้นไม้ของทั้ง {size} รายการมีค่ารากตรงกับที่ลงลายมือชื่อ',
  },
  'leaves-included': {
    en: '{have} leaves are in the record, by their proofs.',
    th: 'หลักฐานยืนยันว่า {have} รายการอยู่ในบันทึก',
  },
  'root-differs': {
    en: 'The leaves do not give the root of the head "{point}": a leaf was changed, added or left out. Compare the root with the minutes, and ask for the bundle again.',
    th: 'รายการทั้งหมดไม่ให้ค่ารากของยอด "{point}" แสดงว่ามีรายการถูกแก้ไข เพิ่ม หรือตัดออก โปรดเทียบค่ารากกับรายงานการประชุมและขอใหม่',
  },
  'leaf-changed': {
    en: 'Leaf {place} is not in the signed record: it or its proof was changed. Ask for the bundle again.',
    th: 'รายการที่ {place} ไม่อยู่ในบันทึกที่ลงลายมือชื่อ รายการหรือหลักฐานถูกแก้ไข โปรดขอใหม่',
  },
  'only-grown': { en: 'Each of {number} heads continues the one before.', th: 'ยอดทั้ง {number} ยอดต่อเนื่องจากยอดก่อนหน้า' },
  'one-head': { en: 'There is one head so far: nothing to compare.', th: 'ขณะนี้มียอดเดียว จึงไม่มีสิ่งให้เทียบ' },
  'not-grown': {
    en: 'A later head does not continue the one before: what was signed at the close of scoring was changed afterwards. Ask the secretariat, with both heads at hand.',
    th: 'ยอดหลังไม่ต่อเนื่องจากยอดก่อน แสดงว่าสิ่งที่ลงลายมือชื่อเมื่อปิดการให้คะแนนถูกแก้ไขภายหลัง โปรดสอบถามสำนักเลขาธิการพร้อมยอดทั้งสอง',
  },
  'growth-missing': {
    en: 'The proof between two heads is missing: the bundle was cut short. Ask for it again.',
    th: 'ขาดหลักฐานเชื่อมระหว่างสองยอด แสดงว่าถูกตัดทอน โปรดขอใหม่',
  },
  'leaves-not-sound': {
    en: 'Not looked at: the leaves are not what was signed.',
    th: 'ไม่ได้ตรวจ เพราะรายการไม่ตรงกับที่ลงลายมือชื่อ',
  },
  'rules-to-seal': {
    en: 'The first leaf is the rule set {definition}, the last the seal of decision {number}, and the seal names those rules.',
    th: 'รายการแรกคือกฎเกณฑ์ {definition} รายการสุดท้ายคือการผนึกคำตัดสินที่ {number} ซึ่งอ้างถึงกฎเกณฑ์นั้น',
  },
  'own-leaves': {
    en: '{have} leaves of this judge are here, under the rule set {definition}.',
    th: 'มี {have} รายการของกรรมการผู้นี้ ภายใต้กฎเกณฑ์ {definition}',
  },
  'rules-differ': {
    en: 'The seal names another rule set than the first leaf: the rules were exchanged. Ask the secretariat.',
    th: 'การผนึกอ้างถึงกฎเกณฑ์อื่นที่ไม่ใช่รายการแรก แสดงว่ากฎเกณฑ์ถูกเปลี่ยน โปรดสอบถามสำนักเลขาธิการ',
  },
  'seal-differs': {
    en: 'What was signed is not what was decided last. Ask the secretariat for the minutes of both.',
    th: 'สิ่งที่ลงนามไม่ตรงกับคำตัดสินล่าสุด โปรดขอรายงานการประชุมทั้งสองจากสำนักเลขาธิการ',
  },
  'sheets-counted': {
    en: '{counted} sheets were counted, each as it was handed in last; {aside} were set aside for a conflict.',
    th: 'นับใบให้คะแนน {counted} ใบตามฉบับล่าสุด และกันไว้ {aside} ใบเพราะมีผลประโยชน์ขัดกัน',
  },
  'own-sheets': {
    en: '{number} sheets are in the signed record, as they are shown here.',
    th: 'ใบให้คะแนน {number} ใบอยู่ในบันทึกที่ลงลายมือชื่อ ตามที่แสดงไว้',
  },
  'sheets-not-here': { en: 'The sheets are not shown to this audience.', th: 'ไม่ได้แสดงใบให้คะแนนแก่ผู้รับกลุ่มนี้' },
  'on-paper': {
    en: 'The panel decided on paper: there are no sheets and no tally here to make again.',
    th: 'คณะกรรมการตัดสินด้วยเอกสาร จึงไม่มีใบให้คะแนนหรือผลรวมให้คำนวณซ้ำ',
  },
  'sheet-not-assigned': {
    en: 'The sheet {sheet} was never assigned. Ask the secretariat how it came in.',
    th: 'ใบให้คะแนน {sheet} ไม่เคยได้รับมอบหมาย โปรดสอบถามสำนักเลขาธิการ',
  },
  'sheet-not-counted': {
    en: 'The sheet {sheet} stood and was not counted, or was counted and did not stand. Ask the secretariat.',
    th: 'ใบให้คะแนน {sheet} มีผลแต่ไม่ถูกนับ หรือถูกนับโดยไม่มีผล โปรดสอบถามสำนักเลขาธิการ',
  },
  recomputed: {
    en: '{sheets} sheets give the same scores and ranks of {entries} entries again, by the method "{method}".',
    th: 'ใบให้คะแนน {sheets} ใบให้คะแนนและอันดับของ {entries} รายการตรงตามเดิม ด้วยวิธี "{method}"',
  },
  'scores-not-here': {
    en: 'Without the sheets nobody can make the tally again (scores are published here: {published}). An auditor can.',
    th: 'หากไม่มีใบให้คะแนนจะคำนวณซ้ำไม่ได้ (การเผยแพร่คะแนน: {published}) ผู้ตรวจสอบทำได้',
  },
  'score-differs': {
    en: 'The score or rank of {entry} does not come out of the sheets. Ask the secretariat; the program may be older than the method.',
    th: 'คะแนนหรืออันดับของ {entry} ไม่ตรงกับใบให้คะแนน โปรดสอบถามสำนักเลขาธิการ โปรแกรมอาจเก่ากว่าวิธีคำนวณ',
  },
  'tally-differs': {
    en: 'The tally does not come out of the sheets. Ask the secretariat; the program may be older than the method.',
    th: 'ผลรวมไม่ตรงกับใบให้คะแนน โปรดสอบถามสำนักเลขาธิการ โปรแกรมอาจเก่ากว่าวิธีคำนวณ',
  },
  'shortlist-follows': {
    en: 'Rounds before the last: {number}. From each those went on whom the rule of the award names.',
    th: 'จำนวนรอบก่อนรอบสุดท้าย: {number} แต่ละรอบมีรายการที่ผ่านเข้ารอบตรงตามกฎของรางวัล',
  },
  'shortlist-departs': {
    en: 'Rounds before the last: {number}. The record says itself where who went on departs from the rule of the award: read the reasons in the minutes.',
    th: 'จำนวนรอบก่อนรอบสุดท้าย: {number} บันทึกระบุเองว่ารายการที่ผ่านเข้ารอบต่างจากกฎของรางวัล โปรดอ่านเหตุผลในรายงานการประชุม',
  },
  'shortlist-anew': {
    en: 'Rounds before the last: {number}. Those went on whom the rule of the award names, after it was settled anew before anything of the next round was released: read the reason in the minutes.',
    th: 'จำนวนรอบก่อนรอบสุดท้าย: {number} รายการที่ผ่านเข้ารอบตรงตามกฎของรางวัล หลังจากมีการกำหนดใหม่ก่อนเริ่มรอบถัดไป โปรดอ่านเหตุผลในรายงานการประชุม',
  },
  'shortlist-not-checked': {
    en: 'Who went on, by code: {entries}. The scores that this rests on are not in this file.',
    th: 'รายการที่ผ่านเข้ารอบตามรหัส: {entries} ไฟล์นี้ไม่มีคะแนนที่ใช้ประกอบ',
  },
  'shortlist-differs': {
    en: 'Who went on from the round {round} is not who the rule of the award names, and no departure is recorded: {found}. Ask the secretariat for the whole record.',
    th: 'รายการที่ผ่านเข้ารอบจากรอบ {round} ไม่ตรงตามกฎของรางวัลและไม่มีการบันทึกข้อยกเว้น: {found} โปรดขอบันทึกฉบับเต็มจากสำนักเลขาธิการ',
  },
  'follows-ranking': { en: 'Named: {number}, in the order of the ranking.', th: 'มีชื่อ {number} รายการ ตามลำดับคะแนน' },
  'departs-with-reasons': {
    en: 'Named: {number}. The decision says itself that it departs from the ranking: read its reasons in the signed paper.',
    th: 'มีชื่อ {number} รายการ คำตัดสินระบุเองว่าต่างจากลำดับคะแนน โปรดอ่านเหตุผลในเอกสารที่ลงนาม',
  },
  'ranking-not-here': {
    en: 'Named: {number}, all of them entries of the panel. The ranking is not shown here.',
    th: 'มีชื่อ {number} รายการ ทั้งหมดอยู่ในคณะกรรมการนี้ แต่ไม่ได้แสดงลำดับคะแนน',
  },
  'no-decision-here': { en: 'There is no decision in this file.', th: 'ไฟล์นี้ไม่มีคำตัดสิน' },
  'winner-unknown': {
    en: '{entry} is named and was never before the panel. Ask the secretariat.',
    th: 'มีชื่อ {entry} ซึ่งไม่เคยอยู่ในคณะกรรมการนี้ โปรดสอบถามสำนักเลขาธิการ',
  },
  'departs-from-ranking': {
    en: 'The decision does not follow the ranking. Ask the secretariat for its reasons.',
    th: 'คำตัดสินไม่เป็นไปตามลำดับคะแนน โปรดขอเหตุผลจากสำนักเลขาธิการ',
  },
  'names-bound': {
    en: 'Names shown: {number}, as the record was made with them.',
    th: 'ชื่อ {number} รายการตรงกับเมื่อสร้างบันทึก',
  },
  'no-names-here': { en: 'No names are shown to this audience.', th: 'ไม่ได้แสดงชื่อแก่ผู้รับกลุ่มนี้' },
  'name-differs': {
    en: 'The name given for {entry} is not the one in the record: it was exchanged. Ask for the bundle again.',
    th: 'ชื่อของ {entry} ไม่ตรงกับในบันทึก แสดงว่าถูกเปลี่ยน โปรดขอใหม่',
  },
};

const verdicts = {
  sound: {
    en: 'Nothing is wrong with this file. What is marked with "–" could not be checked with it.',
    th: 'ไม่พบสิ่งผิดปกติในไฟล์นี้ ข้อที่มีเครื่องหมาย "–" ตรวจด้วยไฟล์นี้ไม่ได้',
  },
  wrong: { en: 'Something is wrong: see what is marked with "✗".', th: 'พบสิ่งผิดปกติ โปรดดูข้อที่มีเครื่องหมาย "✗"' },
};

const pick = (words: { [language in Language]: string } | undefined, language: string): string =>
  words?.[language.startsWith('th') ? 'th' : 'en'] ?? '';

export const titleOf = (step: string, language: string): string => pick(titles[step], language);
export const sayVerdict = (ok: boolean, language: string): string =>
  pick(ok ? verdicts.sound : verdicts.wrong, language);

export const sayStep = ({ because, values }: Pick<Found, 'because' | 'values'>, language: string): string =>
  pick(sentences[because], language).replace(/\{(\w+)\}/g, (_place, name) => values[name] ?? '');

/** Every reason that a step can give has its sentence. */
export const reasons = Object.keys(sentences);
