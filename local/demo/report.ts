// What the demo shows at its end: laureates with their sources, the schedule, mails by kind, what each process took.
import { z } from 'zod';
import { PublicLaureateView, PublicScheduleView } from '../../api/views/public.ts';
import { textOf } from '../../domain/localized-text.ts';
import { laureatesOf } from './announcing.ts';
import type { Cast } from './cast.ts';
import { nobody } from './client.ts';
import type { Facts } from './facts.ts';

type Tell = (line: string) => void;
const show = (texts: { [language: string]: string }) => Object.values(texts).join(' / ');
const Mail = z.object({ kind: z.string() });

/** As the public sees them, with what the secretariat knows of their sources. */
export async function showLaureates(cast: Cast, cycleId: string, slug: string, facts: Facts, tell: Tell) {
  const published = await nobody(cast.url).list(`/public/cycles/${slug}/laureates`, PublicLaureateView);
  const known = new Map((await laureatesOf(cast, cycleId)).map((laureate) => [laureate.laureateId, laureate]));
  tell('');
  tell(`Laureates of ${textOf(facts.award.title)}, as everybody sees them (${published.length}):`);
  for (const { laureateId, country, category, organisation } of published) {
    const fact = facts.laureates.find((one) => one.country === country && one.category === category);
    const basis = fact === undefined ? '' : ` [category ${fact.categoryBasis}]`;
    tell(`  ${country}  ${category.padEnd(14)}  ${show(organisation)}${basis}`);
    tell(`      source: ${known.get(laureateId)?.source ?? 'scores of sample judges in this demo'}`);
  }
  for (const missing of facts.notStated) tell(`  not stated: ${missing}`);
}

/** By theme, in local times. @returns the talks without a place. */
export async function showSchedule(cast: Cast, forumId: string, { forum }: Facts, tell: Tell): Promise<number> {
  const schedule = await nobody(cast.url).get(`/public/forums/${forumId}/schedule`, PublicScheduleView);
  const { name, venue, day, zone, localOpening, localClosing, placements, unplaced, rooms, blocks } = schedule;
  tell('');
  tell(`${textOf(name)}`);
  tell(`  ${textOf(venue)}, ${day}, ${localOpening} to ${localClosing} (${zone}); source: ${forum.source}`);
  tell('  Times and places of talks are proposed by the system: the record is silent about them.');
  for (const theme of schedule.themes) {
    tell(`  ${show(theme.title)}`);
    const own = blocks.filter((block) => block.theme === theme.key).map(({ key }) => key);
    const talks = placements.filter(({ place }) => own.includes(place.block));
    const order = (place: (typeof talks)[number]['place']) => `${place.startsAt} ${place.room}`;
    for (const { talk, place } of talks.toSorted((a, b) => (order(a.place) < order(b.place) ? -1 : 1))) {
      const room = rooms.find(({ key }) => key === place.room);
      const who = talk.organisation === null ? `laureate of ${talk.country}` : show(talk.organisation);
      tell(
        `    ${place.localStart}–${place.localEnd}  ${textOf(room?.name ?? {}).padEnd(20)}  ${talk.country}  ${who}`,
      );
      tell(`        presenter: ${talk.presenter ?? 'not stated'}`);
      for (const topic of talk.topics ?? [])
        tell(`        ${[topic.acronym, show(topic.title)].filter((part) => part !== undefined).join(': ')}`);
    }
  }
  for (const talk of unplaced) tell(`  without a place: ${talk.country}, ${talk.category}`);
  return unplaced.length;
}

export async function showMails(cast: Cast, cycleId: string, tell: Tell): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const mails = await secretariat.list(`/cycles/${cycleId}/mails`, Mail, { limit: 200 });
  const counts = new Map<string, number>();
  for (const { kind } of mails) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  tell('');
  tell(`Mails by kind (${mails.length}):`);
  for (const [kind, count] of [...counts].sort()) tell(`  ${String(count).padStart(4)}  ${kind}`);
}
