// The whole plan of a forum: what an older or shorter one leaves unsaid, and what stands once a schedule is public.
import type { ForumPlan, SaidPlan } from './messages.ts';

/** What each soft rule of the schedule costs where it is not kept. */
export const standardPoints: ForumPlan['points'] = {
  unplaced: 100_000,
  movedSession: 1_000,
  movedWithin: 100,
  vacantModerator: 2_000,
  missingCategory: 500,
  countryShort: 500,
  aboveShare: 50,
  interpretation: 30,
  themeMisfit: 10,
  moderatorMisfit: 5,
  wish: 2,
};

/** With the standard for whatever was not said; the same again for a plan that says it all. */
export function wholePlan(said: SaidPlan): ForumPlan {
  const { working = said.languages, teams = {} } = said.interpretation ?? {};
  const points = Object.entries(said.points ?? {}).filter(([, cost]) => cost !== undefined);
  return {
    ...said,
    purpose: said.purpose ?? null,
    slidesBy: said.slidesBy ?? null,
    rooms: said.rooms.map((room) => ({ ...room, booths: room.booths ?? 0 })),
    mode: said.mode ?? 'in-person',
    walks: said.walks ?? [],
    interpretation: { working, teams },
    remoteHours: said.remoteHours ?? { from: 480, to: 1200 },
    moderators: said.moderators ?? [],
    moderatorMaxSessions: said.moderatorMaxSessions ?? 2,
    moderatorOwnCountry: said.moderatorOwnCountry ?? 'allowed',
    delayMinutes: said.delayMinutes ?? 10,
    rapporteurs: said.rapporteurs ?? [],
    interpreters: said.interpreters ?? [],
    items: said.items ?? [],
    protocol: said.protocol ?? 'english-name',
    spread: said.spread ?? { countries: 3 },
    points: { ...standardPoints, ...Object.fromEntries(points) },
  };
}

/** What stands once a schedule is public: all but names, staff, booths and interpreters' teams. */
export const fixedOf = (plan: ForumPlan) => ({
  ...plan,
  ...{ delayMinutes: null, slidesBy: null },
  ...{ name: null, purpose: null, moderators: null, rapporteurs: null, interpreters: null },
  interpretation: plan.interpretation.working,
  themes: plan.themes.map(({ key }) => key),
  rooms: plan.rooms.map(({ key }) => key),
  items: plan.items.map(({ title: _title, ...item }) => item),
  protectedTimes: plan.protectedTimes.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
});
