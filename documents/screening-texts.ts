// What mails say after a return, a rejection, a disqualification, and a late change of a dossier.

export const screeningTexts = {
  'nomination-returned': {
    en: {
      subject: 'Please correct: {organisation}',
      body: 'The nomination of {organisation} has come back for correction. Please submit it again by {deadline}.\n\n{messages}\n\n{url}',
    },
    th: {
      subject: 'โปรดแก้ไข: {organisation}',
      body: 'การเสนอชื่อ {organisation} ถูกส่งกลับเพื่อแก้ไข โปรดส่งอีกครั้งภายใน {deadline}\n\n{messages}\n\n{url}',
    },
  },
  'nomination-rejected': {
    en: {
      subject: 'Rejected: {organisation}',
      body: 'The nomination of {organisation} in {cycle} was rejected.\nReason: {reason}\n\nYou may object until {deadline}: {url}',
    },
    th: {
      subject: 'ไม่ผ่านการพิจารณา: {organisation}',
      body: 'การเสนอชื่อ {organisation} ใน {cycle} ไม่ผ่านการพิจารณา\nเหตุผล: {reason}\n\nท่านคัดค้านได้ภายใน {deadline}: {url}',
    },
  },
  'nomination-closed': {
    en: {
      subject: 'Rejected: {organisation}',
      body: 'The nomination of {organisation} in {cycle} was rejected.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ไม่ผ่านการพิจารณา: {organisation}',
      body: 'การเสนอชื่อ {organisation} ใน {cycle} ไม่ผ่านการพิจารณา\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'rejection-objected': {
    en: {
      subject: 'An objection: {organisation}',
      body: 'An objection was made to the rejection of {organisation} in {cycle}. The secretariat settles it.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'มีการคัดค้าน: {organisation}',
      body: 'มีการคัดค้านการปฏิเสธการเสนอชื่อ {organisation} ใน {cycle} สำนักเลขาธิการจะเป็นผู้วินิจฉัย\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'rejection-upheld': {
    en: {
      subject: 'The rejection stands: {organisation}',
      body: 'The objection to the rejection of {organisation} in {cycle} was settled: the rejection stands.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ยืนตามผลเดิม: {organisation}',
      body: 'วินิจฉัยคำคัดค้านกรณี {organisation} ใน {cycle} แล้ว: ยืนตามการปฏิเสธเดิม\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'nomination-readmitted': {
    en: {
      subject: 'Readmitted: {organisation}',
      body: 'The nomination of {organisation} in {cycle} was readmitted: it is with its country’s screening again.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'รับกลับเข้าพิจารณา: {organisation}',
      body: 'การเสนอชื่อ {organisation} ใน {cycle} ได้รับกลับเข้าสู่การกลั่นกรองของประเทศอีกครั้ง\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'nomination-disqualified': {
    en: {
      subject: 'Disqualified: {organisation}',
      body: 'The nomination of {organisation} in {cycle} was disqualified by the secretariat.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ตัดสิทธิ์: {organisation}',
      body: 'สำนักเลขาธิการได้ตัดสิทธิ์การเสนอชื่อ {organisation} ใน {cycle}\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'amendment-requested': {
    en: {
      subject: 'Your leave is asked for: {entry}',
      body: 'A change of the dossier of "{entry}" in {cycle} waits for your leave. If you give it, the sheets on this entry are opened again.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ขออนุญาตแก้ไขเอกสาร: {entry}',
      body: 'มีคำขอแก้ไขเอกสารของ "{entry}" ใน {cycle} รอการอนุญาตจากท่าน หากอนุญาต ใบให้คะแนนของรายการนี้จะเปิดใหม่\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'amendment-refused': {
    en: {
      subject: 'The change is refused: {organisation}',
      body: 'The change of the dossier of {organisation} in {cycle} is refused: it is judged as it was forwarded.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ไม่อนุญาตให้แก้ไข: {organisation}',
      body: 'คำขอแก้ไขเอกสารของ {organisation} ใน {cycle} ไม่ได้รับอนุญาต จะพิจารณาตามเอกสารที่ส่งไว้เดิม\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'dossier-amended': {
    en: {
      subject: 'Changed: {organisation}',
      body: 'The dossier of {organisation} in {cycle} was changed; it is now at version {version}.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'แก้ไขแล้ว: {organisation}',
      body: 'เอกสารของ {organisation} ใน {cycle} ได้รับการแก้ไขแล้ว ปัจจุบันเป็นฉบับที่ {version}\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'entry-amended': {
    en: {
      subject: 'Please look again: {entry}',
      body: 'The dossier of "{entry}" in {cycle} was changed with leave, to version {version}. Your sheet on it is open again: please read the change and hand it in anew.\n\n{url}',
    },
    th: {
      subject: 'โปรดพิจารณาอีกครั้ง: {entry}',
      body: 'เอกสารของ "{entry}" ใน {cycle} ได้รับอนุญาตให้แก้ไขเป็นฉบับที่ {version} ใบให้คะแนนของท่านเปิดใหม่ โปรดอ่านส่วนที่แก้ไขและส่งอีกครั้ง\n\n{url}',
    },
  },
  'entry-removed': {
    en: {
      subject: 'No longer before the panel: {entry}',
      body: '"{entry}" was disqualified and is no longer before your panel in {cycle}. Nothing more is asked of you on it; your sheet stays in the record and is not counted.\n\n{url}',
    },
    th: {
      subject: 'ไม่อยู่ในการพิจารณาแล้ว: {entry}',
      body: '"{entry}" ถูกตัดสิทธิ์และไม่อยู่ในการพิจารณาของคณะกรรมการใน {cycle} แล้ว ท่านไม่ต้องดำเนินการใดเพิ่มเติม ใบให้คะแนนเก็บไว้เป็นหลักฐานแต่ไม่นำมานับ\n\n{url}',
    },
  },
};
