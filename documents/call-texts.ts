// What mails say about the open call and about working on a nomination together.
export const callTexts = {
  'call-registered': {
    en: {
      subject: '{cycle}: your registration, {country}',
      body: 'Somebody registered this address for the open call of {cycle} in {country}. If it was you, this link opens your account, without a password, and you start your nomination; it holds until {deadline} and works once:\n\n{link}\n\nIf it was not you, there is nothing to do.',
    },
    th: {
      subject: '{cycle}: การลงทะเบียนของท่าน {country}',
      body: 'มีผู้ลงทะเบียนที่อยู่อีเมลนี้สำหรับการเปิดรับสมัคร {cycle} ใน{country} หากเป็นท่าน ลิงก์นี้จะเปิดบัญชีของท่านโดยไม่ต้องใช้รหัสผ่าน แล้วท่านเริ่มการเสนอชื่อได้ทันที ใช้ได้ครั้งเดียวถึง {deadline}:\n\n{link}\n\nหากไม่ใช่ท่าน ไม่ต้องดำเนินการใด ๆ',
    },
  },
  'call-account-known': {
    en: {
      subject: '{cycle}: your registration, {country}',
      body: 'Somebody registered this address for the open call of {cycle} in {country}. You have an account here already: sign in with it. Where you hold another role of the award, this has not changed what you may do; ask the office of your country.\n\n{url}\n\nIf it was not you, there is nothing to do.',
    },
    th: {
      subject: '{cycle}: การลงทะเบียนของท่าน {country}',
      body: 'มีผู้ลงทะเบียนที่อยู่อีเมลนี้สำหรับการเปิดรับสมัคร {cycle} ใน{country} ท่านมีบัญชีอยู่แล้ว โปรดเข้าสู่ระบบด้วยบัญชีนั้น หากท่านมีบทบาทอื่นในรางวัลนี้ สิทธิ์ของท่านไม่เปลี่ยนแปลง โปรดสอบถามหน่วยงานประสานงานของประเทศท่าน\n\n{url}\n\nหากไม่ใช่ท่าน ไม่ต้องดำเนินการใด ๆ',
    },
  },
  'editor-invited': {
    en: {
      subject: '{cycle}: you are asked to work on a nomination',
      body: '{by} asks you to work on a nomination for {cycle} together. The link holds until {deadline}:\n\n{link}\n\nIf you do not expect this, there is nothing to do.',
    },
    th: {
      subject: '{cycle}: ขอเชิญร่วมจัดทำการเสนอชื่อ',
      body: '{by} ขอเชิญท่านร่วมจัดทำการเสนอชื่อสำหรับ {cycle} ลิงก์นี้ใช้ได้ถึง {deadline}:\n\n{link}\n\nหากท่านไม่ได้คาดหมายอีเมลนี้ ไม่ต้องดำเนินการใด ๆ',
    },
  },
  'editor-named': {
    en: {
      subject: '{cycle}: a nomination is in your hands',
      body: 'Nobody was left to work on a nomination for {cycle}. The office of your country has named you its editor.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: '{cycle}: ท่านได้รับมอบหมายให้ดูแลการเสนอชื่อ',
      body: 'ไม่มีผู้จัดทำการเสนอชื่อรายการหนึ่งสำหรับ {cycle} แล้ว หน่วยงานประสานงานของประเทศท่านได้มอบหมายให้ท่านเป็นผู้จัดทำ\nเหตุผล: {reason}\n\n{url}',
    },
  },
};
