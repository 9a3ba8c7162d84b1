// The last chapters: endorsement with silence as assent, the answers of the laureates, and the announcement in stages.
import { z } from 'zod';
import { type Cast, give } from './cast.ts';
import { waitFor } from './client.ts';

const Endorsement = z.object({ status: z.string(), held: z.array(z.string()) });
const Announcement = z.object({ stages: z.array(z.object({ stage: z.string(), published: z.boolean() })) });
export const Laureate = z.object({
  laureateId: z.string(),
  group: z.string(),
  country: z.string(),
  category: z.string(),
  organisation: z.record(z.string(), z.string()),
  place: z.enum(['laureate', 'runner-up']),
  current: z.boolean(),
  answer: z.string().nullable(),
  source: z.string().nullable(),
});
export type Laureate = z.infer<typeof Laureate>;

/** The secretariat verifies the dossiers. Most countries endorse; the others are silent, which the award counts as assent when the time is up. */
export async function endorse(cast: Cast, cycleId: string, groups: string[], countries: string[]): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const path = `/cycles/${cycleId}/endorsement`;
  for (const { laureateId } of await laureatesOf(cast, cycleId))
    await secretariat.tell(`/nominations/${laureateId}/verify-dossier`, { note: 'Sample: read and in order.' });
  await secretariat.tell(`${path}/request`, { groups, dossiersVerified: true });
  for (const country of countries.slice(0, -2)) {
    const endorser = await cast.as(`endorser.${country.toLowerCase()}`);
    await endorser.tell(`${path}/endorse`, { country });
  }
  await objectAndSettle(cast, cycleId, groups, countries);
  await waitFor(
    'the end of endorsement',
    () => secretariat.get(path, Endorsement),
    ({ status }) => status === 'concluded',
  );
}

/** One country objects to a sample laureate of another; the secretariat looks into it, and the laureate is maintained. */
async function objectAndSettle(cast: Cast, cycleId: string, groups: string[], countries: string[]): Promise<void> {
  const sample = (await laureatesOf(cast, cycleId)).find(
    ({ group, place }) => group === disputed && place === 'laureate',
  );
  const country = countries.at(-1);
  if (sample === undefined || country === undefined || !groups.includes(disputed)) return;
  const path = `/cycles/${cycleId}/endorsement`;
  const about = { country, laureateId: sample.laureateId };
  const endorser = await cast.as(`endorser.${country.toLowerCase()}`);
  await endorser.tell(`${path}/object`, { ...about, reason: 'Sample: was the baseline measured?' });
  const settled = { ...about, outcome: 'dismissed', reason: 'Sample: the dossier shows how, and when.' };
  await (await cast.as('secretariat')).tell(`${path}/settle-objection`, settled);
}
const disputed = 'SG-ngo-cso';

export const laureatesOf = async (cast: Cast, cycleId: string): Promise<Laureate[]> =>
  (await cast.as('secretariat')).list(`/cycles/${cycleId}/laureates`, Laureate);

/** All accept but one sample laureate, whom the runner-up follows. */
export async function answerAwards(cast: Cast, cycleId: string): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const named = (await laureatesOf(cast, cycleId)).filter(({ current, place }) => current && place === 'laureate');
  const declining = named.find(({ group }) => group === 'MY-ngo-cso');
  for (const { laureateId, group, country } of named) {
    const path = `/panels/${cycleId}~${group}/laureates/${laureateId}`;
    const contact = `laureate-contact.${country.toLowerCase()}`;
    await give(cast, 'secretariat', 'laureate-contact', contact, { laureate: laureateId });
    const person = await cast.as(contact);
    if (laureateId !== declining?.laureateId) await person.tell(`${path}/accept`);
    else {
      await person.tell(`${path}/decline`, { reason: 'Sample: cannot take part this year.' });
      await secretariat.tell(`${path}/replace`, { reason: 'Sample: the laureate has declined.' });
    }
  }
}

/** A stage a second; the process publishes each at its instant. */
export async function announce(cast: Cast, cycleId: string): Promise<void> {
  const secretariat = await cast.as('secretariat');
  const path = `/cycles/${cycleId}/announcement`;
  const stages = ['country', 'laureate', 'press', 'public'].map((stage, index) => ({
    stage,
    at: new Date(Date.now() + 1_000 * (index + 1)).toISOString(),
  }));
  await secretariat.tell(`${path}/plan`, { stages });
  await waitFor(
    'the public stage',
    () => secretariat.get(path, Announcement),
    (seen) => seen.stages.length > 0 && seen.stages.every(({ published }) => published),
  );
}
