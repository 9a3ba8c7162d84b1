// What mails say about mission reports.

export const reportTexts = {
  'report-handed-in': {
    en: {
      subject: '{forum}: a mission report waits for you',
      body: 'The delegation has handed in its mission report of {forum}. Please approve it, or return it with a note:\n\n{url}',
    },
    th: {
      subject: '{forum}: มีรายงานการเดินทางไปราชการรอการพิจารณาของท่าน',
      body: 'คณะผู้แทนได้เสนอรายงานการเดินทางไปราชการสำหรับ {forum} โปรดพิจารณาอนุมัติหรือส่งคืนพร้อมข้อสังเกต:\n\n{url}',
    },
  },
  'report-returned': {
    en: {
      subject: '{forum}: the mission report was returned',
      body: 'The mission report of {forum} was returned with this note:\n\n{note}\n\nChange it and hand it in again:\n\n{url}',
    },
    th: {
      subject: '{forum}: รายงานการเดินทางไปราชการถูกส่งคืนให้แก้ไข',
      body: 'รายงานการเดินทางไปราชการสำหรับ {forum} ถูกส่งคืนพร้อมข้อสังเกตดังนี้:\n\n{note}\n\nโปรดแก้ไขและเสนออีกครั้ง:\n\n{url}',
    },
  },
  'report-approved': {
    en: {
      subject: '{forum}: the mission report is approved',
      body: 'The mission report of {forum} is approved:\n\n{url}',
    },
    th: {
      subject: '{forum}: รายงานการเดินทางไปราชการได้รับอนุมัติแล้ว',
      body: 'รายงานการเดินทางไปราชการสำหรับ {forum} ได้รับอนุมัติแล้ว:\n\n{url}',
    },
  },
};
