// The forum: presenters answer, the schedule is worked out, seen and released.
import { z } from 'zod';
import { ReleasePreviewView } from '../../api/views/releases.ts';
import type { Laureate } from './announcing.ts';
import type { Cast } from './cast.ts';
import { waitFor } from './client.ts';
import type { Facts } from './facts.ts';

const Planned = z.object({ id: z.string() });
const Proposal = z.object({ state: z.string(), problem: z.string().nullable() });

/** Hours, day, place and themes are the record's; blocks come from the award; the second room is a sample. */
export async function planForum(cast: Cast, cycleId: string, { forum }: Facts): Promise<string> {
  const secretariat = await cast.as('secretariat');
  const { number, day, zone, opensAt, closesAt, host, name, venue, purpose, themes } = forum;
  const rooms = [
    { key: 'hall', name: { en: 'Plenary hall' } },
    { key: 'second', name: { en: 'Second room (sample)' }, sample: true },
  ];
  const plan = { number, day, zone, opensAt, closesAt, host, name, venue, purpose, themes, rooms };
  const { id } = await secretariat.post(`/cycles/${cycleId}/forums`, plan, Planned);
  return id;
}

/**
 * A sample presenter for each country's laureates, who says yes. The one whom the record names has no account: the
 * secretariat answers for him. Themes of sample talks are made up, one after the other; those of the others are not stated.
 */
export async function answerInvitations(
  cast: Cast,
  forumId: string,
  laureates: Laureate[],
  facts: Facts,
): Promise<void> {
  const secretariat = await cast.as('secretariat');
  for (const [index, { laureateId, country, category }] of laureates.entries()) {
    const known = facts.laureates.find((one) => one.country === country && one.category === category);
    const sample = `presenter.${country.toLowerCase()}`;
    const account = known?.presenter === undefined ? sample : `not-stated.${country.toLowerCase()}`;
    const name = known?.presenter?.name ?? cast.name(account);
    await secretariat.tell(`/forums/${forumId}/talks`, { laureateId, email: cast.email(account), name });
    const speaker = account === sample ? await cast.as(account) : secretariat;
    const path = `/talks/${forumId}~${laureateId}`;
    await speaker.tell(`${path}/confirm`);
    const topics = known?.topics ?? [{ title: { en: known === undefined ? 'Sample topic' : 'Not stated' } }];
    const theme = known === undefined ? facts.forum.themes[index % facts.forum.themes.length]?.key : null;
    await speaker.tell(`${path}/describe`, { topics, theme });
  }
}

/** @throws Error when the solver finds no plan. */
export async function proposeSchedule(cast: Cast, forumId: string): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const { id } = await secretariat.post(`/forums/${forumId}/schedule/propose`, {}, Planned);
  const { state, problem } = await waitFor(
    'the proposed schedule',
    () => secretariat.get(`/proposals/${id}`, Proposal),
    (seen) => seen.state === 'proposed' || seen.state === 'failed',
  );
  if (state === 'failed') throw new Error(`No schedule was found: ${problem}.`);
}

/** What speaks against it is ticked, as somebody does who has read it. */
export async function releaseSchedule(
  cast: Cast,
  forumId: string,
  said: { name: string; note: string },
): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const { warnings } = await secretariat.get(`/forums/${forumId}/schedule/preview`, ReleasePreviewView);
  const ticked = warnings.map(({ key }) => key);
  await secretariat.tell(`/forums/${forumId}/schedule/release`, { ...said, ticked });
}
