// What mails say of a ceremony.

export const ceremonyTexts = {
  'ceremony-planned': {
    en: {
      subject: '{cycle}: the award ceremony',
      body: 'The award ceremony of {cycle} begins on {start}.\nPlace: {venue} ({mode})\n\nPlease say who receives for each laureate: {url}',
    },
    th: {
      subject: '{cycle}: พิธีมอบรางวัล',
      body: 'พิธีมอบรางวัลของ {cycle} เริ่ม {start}\nสถานที่: {venue} ({mode})\n\nโปรดแจ้งผู้รับรางวัลแทนผู้ได้รับรางวัลแต่ละราย: {url}',
    },
  },
  'ceremony-changed': {
    en: {
      subject: '{cycle}: the award ceremony has changed',
      body: 'The plan of the award ceremony of {cycle} has changed. It begins on {start}.\nPlace: {venue} ({mode})\n\n{url}',
    },
    th: {
      subject: '{cycle}: พิธีมอบรางวัลมีการเปลี่ยนแปลง',
      body: 'กำหนดการพิธีมอบรางวัลของ {cycle} มีการเปลี่ยนแปลง พิธีเริ่ม {start}\nสถานที่: {venue} ({mode})\n\n{url}',
    },
  },
  'receiver-named': {
    en: {
      subject: '{cycle}: who receives for {organisation}',
      body: 'At the award ceremony of {cycle}, which begins on {start}, somebody is named to receive for {organisation}: {how}.\n\n{url}',
    },
    th: {
      subject: '{cycle}: ผู้รับรางวัลของ {organisation}',
      body: 'ในพิธีมอบรางวัลของ {cycle} ซึ่งเริ่ม {start} มีการระบุผู้รับรางวัลของ {organisation}: {how}\n\n{url}',
    },
  },
};
