// What mails say to the participants of a delegation.

export const delegationTexts = {
  'participant-replaced': {
    en: {
      subject: '{forum}: another participant of {country}',
      body: 'In the delegation of {country} to {forum} somebody else comes than was registered. Badge and letter of invitation are to be printed anew.\n\n{url}',
    },
    th: {
      subject: '{forum}: เปลี่ยนผู้เข้าร่วมของ {country}',
      body: 'คณะผู้แทนของ {country} ใน {forum} มีการเปลี่ยนผู้เข้าร่วม โปรดพิมพ์บัตรและหนังสือเชิญใหม่\n\n{url}',
    },
  },
  'participant-asked': {
    en: {
      subject: '{forum}: please tell us about yourself',
      body: '{asker} has registered you in the delegation of {country} to {forum}, which opens on {opens}.\nVenue: {venue}\n\nPlease say how your name is to be printed, what we should think of, and when you travel. The link is yours alone and holds until {deadline}. You need no account; do not pass the link on:\n\n{link}',
    },
    th: {
      subject: '{forum}: โปรดกรอกข้อมูลของท่าน',
      body: '{asker} ได้ลงทะเบียนท่านในคณะผู้แทน{country} เพื่อเข้าร่วม {forum} ซึ่งเริ่ม {opens}\nสถานที่: {venue}\n\nโปรดแจ้งชื่อที่ต้องการให้พิมพ์บนบัตร ความต้องการพิเศษ และกำหนดการเดินทางของท่าน ลิงก์นี้สำหรับท่านเท่านั้นและใช้ได้ถึง {deadline} ท่านไม่ต้องมีบัญชีผู้ใช้ โปรดอย่าส่งต่อลิงก์นี้:\n\n{link}',
    },
  },
};
