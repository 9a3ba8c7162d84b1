// The worker's settings: what they default to, and how a wrong one is named.
import { describe, expect, it } from 'vitest';
import { readWorkerSettings } from '../../worker/config.ts';

const DATABASE_URL = 'postgres://localhost/laureate';

describe('readWorkerSettings', () => {
  it('needs the database alone', () => {
    expect(readWorkerSettings({ DATABASE_URL, OPS_PORT: '', HOME: '/root' })).toEqual({
      DATABASE_URL,
      TEMPORAL_ADDRESS: 'localhost:7233',
      TEMPORAL_NAMESPACE: 'awards',
      LAUREATE_HOME: '.laureate',
      OPS_HOST: '127.0.0.1',
      OPS_PORT: 3001,
      NOTES_KEPT_DAYS: 0,
      MAIL_FROM: 'Laureate <laureate@localhost>',
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'info',
    });
  });

  it('takes what it is given', () => {
    const given = {
      DATABASE_URL,
      TEMPORAL_ADDRESS: '[::1]:7233',
      OPS_PORT: '0',
      SMTP_URL: 'smtps://user:secret@mail.example.org',
      MAIL_FROM: 'The award <award@example.org>',
      PUBLIC_URL: 'https://award.example.org/',
    };
    expect(readWorkerSettings(given)).toMatchObject({ ...given, OPS_PORT: 0, PUBLIC_URL: 'https://award.example.org' });
  });

  it('names every variable that is missing or wrong', () => {
    const wrong = {
      TEMPORAL_ADDRESS: 'temporal',
      OPS_PORT: '70000',
      SMTP_URL: 'mail',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'here',
    };
    const read = () => readWorkerSettings({ ...wrong });
    for (const name of ['DATABASE_URL', ...Object.keys(wrong)]) expect(read).toThrow(`  ${name}: `);
  });

  it('wants to know whom mail is from before it is sent', () => {
    expect(() => readWorkerSettings({ DATABASE_URL, SMTP_URL: 'smtp://localhost:25' })).toThrow('MAIL_FROM');
  });
});
