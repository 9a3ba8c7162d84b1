// Which part somebody has in a session: chairing it, writing it down, or interpreting it.
import type { ForumPlan } from './messages.ts';

export type PartIn = 'moderator' | 'rapporteur' | 'interpreter';
/** `languages` are those of its talks; `moderator` and `interpreted` as the release has them, where it says so. */
export type SessionFacts = {
  theme: string;
  languages: readonly string[];
  moderator: string | null;
  interpreted?: readonly string[] | undefined;
};
type Staff = Pick<ForumPlan, 'rapporteurs' | 'interpreters' | 'interpretation'>;

export function partsIn(plan: Staff, session: SessionFacts, person: string): PartIn[] {
  const { working } = plan.interpretation;
  const needed = session.interpreted ?? session.languages.filter((language) => !working.includes(language));
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
