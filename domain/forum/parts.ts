// Which part somebody has in a session: chairing it, writing it down, or interpreting it.
import type { ForumPlan } from './messages.ts';

export type PartIn = 'moderator' | 'rapporteur' | 'interpreter';
/** `languages` are those of its talks; `moderator` and `interpreted` as the schedule has them, where it says so. */
export type SessionFacts = {
  theme: string;
  languages: readonly string[];
  moderator: string | null;
  interpreted?: readonly string[] | undefined;
};
type Staff = Pick<ForumPlan, 'rapporteurs' | 'interpreters' | 'interpretation'>;

export function partsIn(plan: Staff, session: SessionFacts, person: string): PartIn[] {
  // What was placed by hand since may need a language that the schedule did not know of.
  const needed = [...(session.interpreted ?? []), ...interpretedIn(plan, session.languages)];
  const writes = plan.rapporteurs.some((one) => one.person === person && one.themes.includes(session.theme));
  const interprets = plan.interpreters.some(
    (one) => one.person === person && one.languages.some((language) => needed.includes(language)),
  );
  return [
    ...(session.moderator === person ? (['moderator'] as const) : []),
    ...(writes ? (['rapporteur'] as const) : []),
    ...(interprets ? (['interpreter'] as const) : []),
  ];
}

/** A plan that names teams interprets what it has a team for; one that names none says nothing of it. */
function interpretedIn({ interpretation: { working, teams } }: Staff, languages: readonly string[]): string[] {
  const hasTeams = Object.values(teams).some((count) => count > 0);
  return languages.filter((language) => !working.includes(language) && (!hasTeams || (teams[language] ?? 0) > 0));
}
