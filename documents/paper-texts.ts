// What mails say to those who are asked by link about a nomination: nominees and referees.
export const paperTexts = {
  'consent-requested': {
    en: {
      subject: '{organisation}: do you agree to be put forward?',
      body: '{asker} puts {organisation} forward for {cycle} and asks for your consent. Please read what it is given to, and answer by {deadline}. You need no account; do not pass the link on:\n\n{link}',
    },
    th: {
      subject: '{organisation}: ท่านยินยอมให้เสนอชื่อหรือไม่',
      body: '{asker} เสนอชื่อ {organisation} เพื่อรับ {cycle} และขอความยินยอมจากท่าน โปรดอ่านข้อความและตอบภายใน {deadline} ท่านไม่ต้องมีบัญชีผู้ใช้ โปรดอย่าส่งต่อลิงก์นี้:\n\n{link}',
    },
  },
  'letter-requested': {
    en: {
      subject: 'A supporting letter for {organisation}',
      body: '{asker} asks you for a letter that supports the nomination of {organisation} for {cycle}. Please send it as a file, or write it on the page, by {deadline}. You need no account; do not pass the link on:\n\n{link}',
    },
    th: {
      subject: 'ขอหนังสือสนับสนุน {organisation}',
      body: '{asker} ขอให้ท่านเขียนหนังสือสนับสนุนการเสนอชื่อ {organisation} เพื่อรับ {cycle} โปรดส่งเป็นไฟล์หรือเขียนในหน้าเว็บภายใน {deadline} ท่านไม่ต้องมีบัญชีผู้ใช้ โปรดอย่าส่งต่อลิงก์นี้:\n\n{link}',
    },
  },
};
