// What mails say about a cycle as a whole and about a country's part in it.

export const cycleTexts = {
  'nominations-open': {
    en: {
      subject: '{cycle}: nominations are open',
      body: 'Nominations for {cycle} are open until {deadline}.\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: เปิดรับการเสนอชื่อแล้ว',
      body: 'เปิดรับการเสนอชื่อสำหรับ {cycle} ถึง {deadline}\n\nหน้างานของท่าน: {url}',
    },
  },
  'cycle-planned': {
    en: {
      subject: '{cycle} is planned',
      body: '{cycle} is planned. Nominations open on {opening} and close on {deadline}.\n\nThe timetable: {url}',
    },
    th: {
      subject: 'กำหนดแผนของ {cycle} แล้ว',
      body: 'กำหนดแผนของ {cycle} แล้ว เปิดรับการเสนอชื่อ {opening} และปิดรับ {deadline}\n\nกำหนดเวลาทั้งหมด: {url}',
    },
  },
  'phase-opened': {
    en: {
      subject: '{cycle}: {phase} has begun',
      body: 'In {cycle} the phase "{phase}" has begun. It ends on {deadline}.\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: เริ่มขั้นตอน{phase}แล้ว',
      body: 'ใน {cycle} ขั้นตอน "{phase}" เริ่มแล้ว และจะสิ้นสุด {deadline}\n\nหน้างานของท่าน: {url}',
    },
  },
  'phase-begun': {
    en: {
      subject: '{cycle}: {phase} has begun',
      body: 'In {cycle} the phase "{phase}" has begun.\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: เริ่มขั้นตอน{phase}แล้ว',
      body: 'ใน {cycle} ขั้นตอน "{phase}" เริ่มแล้ว\n\nหน้างานของท่าน: {url}',
    },
  },
  'phase-closed': {
    en: {
      subject: '{cycle}: {phase} has ended',
      body: 'In {cycle} the phase "{phase}" has ended.\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: สิ้นสุดขั้นตอน{phase}แล้ว',
      body: 'ใน {cycle} ขั้นตอน "{phase}" สิ้นสุดแล้ว\n\nหน้างานของท่าน: {url}',
    },
  },
  'deadline-moved': {
    en: {
      subject: '{cycle}: a later deadline for {phase}',
      body: 'In {cycle} the deadline of the phase "{phase}" has moved, for all, to {deadline}.\nReason: {reason}\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: เลื่อนกำหนดเวลา ({phase})',
      body: 'ใน {cycle} กำหนดเวลาของขั้นตอน "{phase}" เลื่อนออกไปสำหรับทุกฝ่ายเป็น {deadline}\nเหตุผล: {reason}\n\nหน้างานของท่าน: {url}',
    },
  },
  'cycle-suspended': {
    en: {
      subject: '{cycle} is suspended',
      body: '{cycle} is suspended since {since}. Until it is resumed nothing closes and nothing is accepted; drafts may still be saved. You will be told the new deadlines.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: '{cycle} หยุดชั่วคราว',
      body: '{cycle} หยุดชั่วคราวตั้งแต่ {since} ระหว่างนี้จะไม่มีการปิดรับและไม่มีการรับเอกสารใด ๆ แต่ยังบันทึกฉบับร่างได้ เราจะแจ้งกำหนดเวลาใหม่ให้ท่านทราบ\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'cycle-resumed': {
    en: {
      subject: '{cycle} goes on',
      body: '{cycle} goes on since {since}.\nReason: {reason}\nThe new deadlines:\n{deadlines}\nOther times that were given to you before are longer by the time of the suspension.\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle} ดำเนินการต่อ',
      body: '{cycle} ดำเนินการต่อตั้งแต่ {since}\nเหตุผล: {reason}\nกำหนดเวลาใหม่:\n{deadlines}\nกำหนดเวลาอื่นที่แจ้งท่านไว้ก่อนหน้านี้ขยายออกไปเท่ากับระยะเวลาที่หยุด\n\nหน้างานของท่าน: {url}',
    },
  },
  'dispensation-granted': {
    en: {
      subject: '{cycle}: a dispensation for {country}',
      body: 'In {cycle} the step "{step}" is open again for {country}, until {deadline}. The deadlines of all others stay as they are.\nReason: {reason}\nDecided by: {authority}\n\nAll dispensations: {url}',
    },
    th: {
      subject: '{cycle}: การผ่อนผันให้ {country}',
      body: 'ใน {cycle} ขั้นตอน "{step}" เปิดอีกครั้งสำหรับ {country} ถึง {deadline} กำหนดเวลาของฝ่ายอื่นคงเดิม\nเหตุผล: {reason}\nผู้อนุมัติ: {authority}\n\nการผ่อนผันทั้งหมด: {url}',
    },
  },
  'country-timetable': {
    en: {
      subject: '{cycle}: the timetable of {country}',
      body: 'In {cycle}, {country} has set its own deadlines:\n{deadlines}\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: กำหนดเวลาของ {country}',
      body: 'ใน {cycle} {country} ได้กำหนดเวลาของตนเอง:\n{deadlines}\n\nหน้างานของท่าน: {url}',
    },
  },
  'cycle-cancelled': {
    en: {
      subject: '{cycle} is cancelled',
      body: '{cycle} is cancelled.\nReason: {reason}\n\nNothing more is asked of you.',
    },
    th: {
      subject: '{cycle} ยกเลิกแล้ว',
      body: '{cycle} ยกเลิกแล้ว\nเหตุผล: {reason}\n\nท่านไม่ต้องดำเนินการใดอีก',
    },
  },
  'cycle-archived': {
    en: { subject: '{cycle} is closed', body: '{cycle} is complete and archived. Thank you for your part in it.' },
    th: {
      subject: '{cycle} สิ้นสุดแล้ว',
      body: '{cycle} เสร็จสมบูรณ์และจัดเก็บเข้าคลังแล้ว ขอขอบพระคุณที่ท่านมีส่วนร่วม',
    },
  },
  'country-progress': {
    en: {
      subject: '{cycle}: {country}, {what}',
      body: '{country} has an update in {cycle}: {what}.\n\nYour desk: {url}',
    },
    th: {
      subject: '{cycle}: {country} {what}',
      body: 'ความคืบหน้าของ {country} ใน {cycle}: {what}\n\nหน้างานของท่าน: {url}',
    },
  },
};
