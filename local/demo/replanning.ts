// The forum after its first release: the plan is edited, a presenter declines, a reserve is asked, and the schedule is released anew.
import { z } from 'zod';
import { PublicChangesView } from '../../api/views/public.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Laureate } from './announcing.ts';
import type { Cast } from './cast.ts';
import { Done, nobody } from './client.ts';
import type { Facts } from './facts.ts';
import { proposeSchedule, releaseSchedule } from './forum.ts';

const Rooms = z.array(
  z.looseObject({ key: z.string(), sample: z.boolean().optional(), name: z.record(z.string(), z.string()) }),
);
const Planned = z.object({ plan: z.looseObject({ purpose: z.unknown(), rooms: Rooms }) });
const Moved = z.object({
  replan: z.object({ stays: z.int(), moves: z.array(z.object({ talks: z.array(z.unknown()) })) }).nullable(),
});

/** @returns what to tell of it. */
export async function replanForum(cast: Cast, forumId: string, speaking: Laureate[], facts: Facts): Promise<string[]> {
  const isKnown = ({ country, category }: Laureate) =>
    facts.laureates.some((one) => one.country === country && one.category === category);
  const declines = speaking.findLast((laureate) => !isKnown(laureate));
  if (declines === undefined) throw new Error('No sample laureate speaks.');
  await nameRooms(cast, forumId);
  await askReserve(cast, forumId, declines);
  await proposeSchedule(cast, forumId);
  const replanned = await sayMoves(cast, forumId);
  await releaseSchedule(cast, forumId, {
    name: 'Second release',
    note: 'Sample note: a presenter cannot come, a reserve speaks.',
  });
  return [
    `plan: the sample room has a Thai name, after the release too; ${textOf(declines.organisation)} (${declines.country}) declines, a sample reserve speaks.`,
    `re-planned: ${replanned}; released a second time, and those alone are told whose talk is new, moved or gone.`,
  ];
}

/** Once a schedule is public names may still be changed. */
async function nameRooms(cast: Cast, forumId: string): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const { plan } = await secretariat.get(`/forums/${forumId}/plan`, Planned);
  const { purpose, ...rest } = plan;
  const rooms = plan.rooms.map((room) =>
    room.sample === true ? { ...room, name: { ...room.name, th: 'ห้องที่สอง (ตัวอย่าง)' } } : room,
  );
  await secretariat.put(`/forums/${forumId}/plan`, { ...rest, ...(purpose !== null && { purpose }), rooms }, Done);
}

/** The presenter says no; the reserve is asked in that stead, and the secretariat answers for it. */
async function askReserve(cast: Cast, forumId: string, { laureateId, country, category }: Laureate): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const speaker = await cast.as(`presenter.${country.toLowerCase()}`);
  await speaker.tell(`/talks/${forumId}~${laureateId}/decline`, { reason: 'Sample: cannot travel that week.' });
  const organisation = { en: 'Sample reserve of the secretariat', th: 'ผู้นำเสนอสำรองตัวอย่าง' };
  const named = await secretariat.post(`/forums/${forumId}/reserves`, { country, category, organisation }, Done);
  const [, reserve = ''] = named.id.split('~');
  const person = { name: 'Sample reserve speaker', email: cast.email(`reserve.${country.toLowerCase()}`) };
  await secretariat.tell(`/forums/${forumId}/talks`, { laureateId: reserve, ...person, insteadOf: laureateId });
  await secretariat.tell(`/talks/${named.id}/confirm`);
  await secretariat.tell(`/talks/${named.id}/describe`, {
    topics: [{ title: { en: 'Sample topic of a reserve' } }],
    theme: null,
  });
}

/** "2 talks move, 20 stay", as the page of the schedule's quality has it. */
async function sayMoves(cast: Cast, forumId: string): Promise<string> {
  const { replan } = await (await cast.as('secretariat')).get(`/forums/${forumId}/schedule/quality`, Moved);
  if (replan === null) throw new Error('There is no release to compare with.');
  const moved = replan.moves.reduce((sum, { talks }) => sum + talks.length, 0);
  return `${moved} ${moved === 1 ? 'talk moves' : 'talks move'}, ${replan.stays} stay`;
}

/** As everybody may read it. */
export async function showChanges(url: string, forumId: string, tell: (line: string) => void): Promise<void> {
  const { releases } = await nobody(url).get(`/public/forums/${forumId}/changes`, PublicChangesView);
  tell('');
  tell('What each release changed:');
  for (const { number, name, note, changes } of releases) {
    tell(`  ${number}. ${name}${note === '' ? '' : ` – ${note}`}`);
    const counts = (['new', 'moved', 'gone'] as const).map(
      (kind) => `${changes.filter(({ change }) => change === kind).length} ${kind}`,
    );
    tell(`     ${counts.join(', ')}`);
  }
}
