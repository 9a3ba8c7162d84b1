// Who has which part in a session: by the schedule, by the themes, by the teams of interpreters.
import { describe, expect, it } from 'vitest';
import { partsIn, type SessionFacts } from '../../domain/forum/parts.ts';
import { samplePlan } from '../support/forum-samples.ts';
import { ids } from '../support/samples.ts';

const [chair, writer, thai, khmer] = [ids.person(1), ids.person(2), ids.person(3), ids.person(4)];
const staff = {
  rapporteurs: [{ person: writer, themes: ['policy'] }],
  interpreters: [
    { person: thai, languages: ['th'] },
    { person: khmer, languages: ['km'] },
  ],
};
const planWith = (teams: { [language: string]: number }) =>
  samplePlan({ ...staff, interpretation: { working: ['en'], teams } });
const session: SessionFacts = { theme: 'policy', languages: ['en'], moderator: chair };
const parts = (plan: ReturnType<typeof planWith>, changes: Partial<SessionFacts> = {}) =>
  [chair, writer, thai, khmer].map((person) => partsIn(plan, { ...session, ...changes }, person).join());

describe('the part of a person in a session', () => {
  it('is the moderator’s whom the schedule names, and the rapporteur’s of its theme', () => {
    expect(parts(planWith({ th: 1 }))).toEqual(['moderator', 'rapporteur', '', '']);
    expect(parts(planWith({ th: 1 }), { theme: 'communities' })).toEqual(['moderator', '', '', '']);
  });
  it('is the interpreter’s of a language that the schedule interprets there', () => {
    expect(parts(planWith({ th: 1 }), { interpreted: ['th'] })).toEqual(['moderator', 'rapporteur', 'interpreter', '']);
  });
  it('is the interpreter’s of a talk that was placed by hand, where the plan has a team for it', () => {
    const spoken = { languages: ['th', 'km', 'en'], interpreted: [] };
    expect(parts(planWith({ th: 1 }), spoken).slice(2)).toEqual(['interpreter', '']);
    expect(parts(planWith({}), spoken).slice(2)).toEqual(['interpreter', 'interpreter']);
  });
});
