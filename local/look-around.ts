// What a new home begins with: sample cycles in which every role has work, made once.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sampleDomain, samplePassword } from './accounts.ts';
import { openAuthenticator } from './authenticator.ts';
import { castOf } from './demo/cast.ts';
import { readFacts } from './demo/facts.ts';
import { playTour } from './demo/tour.ts';
import { ifMissing } from './home.ts';
import type { Laureate } from './laureate.ts';

const Cycles = z.object({ items: z.array(z.unknown()) });

/** Nothing where cycles are already, the demo's or people's own. */
export async function lookAround(
  { url, home }: Pick<Laureate, 'url' | 'home'>,
  tell: (line: string) => void,
): Promise<void> {
  const done = join(home, 'samples.done');
  if ((await readFile(done).catch(ifMissing(null))) !== null) return;
  const cast = castOf(url, sampleDomain, await samplePassword(home), openAuthenticator(home));
  const { items } = await (await cast.as('secretariat')).get('/cycles', Cycles);
  if (items.length === 0) {
    tell('Making sample cycles to look around in, once: about half a minute.');
    await playTour({ cast, facts: await readFacts(), tell });
  }
  await writeFile(done, '');
}
