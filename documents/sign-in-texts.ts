// What mails about signing in say.

export const signInTexts = {
  'sign-in-link': {
    en: {
      subject: 'Your link to sign in to Laureate',
      body: 'This link signs you in. It holds until {deadline} and works once:\n\n{link}\n\nIf you did not ask for it, nothing needs to be done: nobody can sign in without this mail.',
    },
    th: {
      subject: 'ลิงก์สำหรับเข้าสู่ระบบ Laureate',
      body: 'โปรดใช้ลิงก์นี้เพื่อเข้าสู่ระบบ ลิงก์ใช้ได้ครั้งเดียวถึง {deadline}:\n\n{link}\n\nหากท่านไม่ได้เป็นผู้ขอลิงก์นี้ ไม่ต้องดำเนินการใด ๆ ผู้อื่นไม่สามารถเข้าสู่ระบบได้หากไม่มีอีเมลฉบับนี้',
    },
  },
  'account-link': {
    en: {
      subject: 'Your link to Laureate',
      body: 'You asked for a link to sign in. You have not used your invitation yet: this link opens your account and signs you in. It holds until {deadline} and works once:\n\n{link}',
    },
    th: {
      subject: 'ลิงก์เข้าใช้งาน Laureate ของท่าน',
      body: 'ท่านได้ขอลิงก์สำหรับเข้าสู่ระบบ แต่ยังไม่ได้ใช้คำเชิญที่ส่งให้ท่าน ลิงก์นี้จะเปิดบัญชีและนำท่านเข้าสู่ระบบ ใช้ได้ครั้งเดียวถึง {deadline}:\n\n{link}',
    },
  },
  'passkey-added': {
    en: {
      subject: 'A passkey was added to your account',
      body: 'A passkey was added to your account: whoever holds that device signs in with it. If this was not you, remove it and tell the secretariat at once.\n\n{url}',
    },
    th: {
      subject: 'มีการเพิ่มพาสคีย์ในบัญชีของท่าน',
      body: 'มีการเพิ่มพาสคีย์ในบัญชีของท่าน ผู้ที่ถืออุปกรณ์นั้นสามารถเข้าสู่ระบบได้ หากท่านไม่ได้ดำเนินการเอง โปรดลบพาสคีย์นั้นและแจ้งสำนักเลขาธิการทันที\n\n{url}',
    },
  },
  'passkey-removed': {
    en: {
      subject: 'A passkey was removed from your account',
      body: 'A passkey was removed from your account. If this was not you, tell the secretariat at once.\n\n{url}',
    },
    th: {
      subject: 'มีการลบพาสคีย์ออกจากบัญชีของท่าน',
      body: 'มีการลบพาสคีย์ออกจากบัญชีของท่าน หากท่านไม่ได้ดำเนินการเอง โปรดแจ้งสำนักเลขาธิการทันที\n\n{url}',
    },
  },
  'password-changed': {
    en: {
      subject: 'Your password has changed',
      body: 'The password of your account has changed, and your other sessions have ended. If this was not you, tell the secretariat at once.\n\n{url}',
    },
    th: {
      subject: 'รหัสผ่านของท่านมีการเปลี่ยนแปลง',
      body: 'รหัสผ่านของบัญชีของท่านมีการเปลี่ยนแปลง และเซสชันอื่นของท่านสิ้นสุดลงแล้ว หากท่านไม่ได้ดำเนินการเอง โปรดแจ้งสำนักเลขาธิการทันที\n\n{url}',
    },
  },
};
