// A plan while it is written: what is changed, what is sent, and how it is kept until it is saved.
import type { Contract } from '../../../../api/contract.ts';
import type { Texts } from '../../../parts/texts.ts';

export type PlanAnswer = Contract<'get', '/forums/:forumId/plan'>['answer'];
export type Plan = PlanAnswer['plan'];
export type Body = Contract<'put', '/forums/:forumId/plan'>['body'];

/** What every part of the page is given. */
export type Part = {
  plan: Plan;
  set: (changes: Partial<Plan>) => void;
  rules: { [field: string]: string };
  /** The languages that names are written in. */
  languages: string[];
  /** A schedule is public: this part of the plan stands. */
  fixed: boolean;
};

const written = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
const named = <One extends { name: Texts }>(one: One): One => ({ ...one, name: written(one.name) });
const titled = <One extends { title: Texts }>(one: One): One => ({ ...one, title: written(one.title) });

/** Without the languages that nothing was written in. */
export function bodyOf({ purpose, ...plan }: Plan): Body {
  const said = written(purpose ?? {});
  return {
    ...plan,
    name: written(plan.name),
    venue: written(plan.venue),
    ...(Object.keys(said).length > 0 && { purpose: said }),
    rooms: plan.rooms.map(named),
    themes: plan.themes.map((theme) => {
      const points = Object.entries(theme.points).map(([tag, list]) => [tag, list.filter((one) => one.trim() !== '')]);
      return { ...titled(theme), points: Object.fromEntries(points.filter(([, list]) => list?.length !== 0)) };
    }),
    items: plan.items.map(titled),
    protectedTimes: plan.protectedTimes.map(titled),
  };
}

/** A key that none of them has: room-3. */
export function freshKey(stem: string, taken: readonly { key: string }[]): string {
  const known = new Set(taken.map(({ key }) => key));
  const number = Array.from({ length: taken.length + 1 }, (_, index) => index + 1).find(
    (one) => !known.has(`${stem}-${one}`),
  );
  return `${stem}-${number ?? taken.length + 1}`;
}

/** English, what the plan is written in so far, and the reader's language. */
export function languagesOf({ name, venue, purpose, themes }: Plan, reading: string): string[] {
  const texts = [name, venue, purpose ?? {}, ...themes.map(({ title }) => title)];
  return [...new Set(['en', ...texts.flatMap((one) => Object.keys(one)), reading])];
}

/** What is being written, with the version that it began from. */
export type Draft = { version: number; plan: Plan };
const placeOf = (forumId: string) => `laureate.plan.${forumId}`;

/** Of this tab: a plan names people by their ids alone. */
export const keepDraft = (forumId: string, draft: Draft) =>
  sessionStorage.setItem(placeOf(forumId), JSON.stringify(draft));
export const dropDraft = (forumId: string) => sessionStorage.removeItem(placeOf(forumId));
export function keptDraft(forumId: string): Draft | null {
  const kept = sessionStorage.getItem(placeOf(forumId));
  return kept === null ? null : (JSON.parse(kept) as Draft);
}
