// The rule book of one country's part in a cycle: the phases that it runs by itself.
import { reads } from './activities.ts';
import type { CountryRef, Input } from './messages.ts';
import { now, runProcess } from './process.ts';

export async function countryTrack(input: Input<CountryRef>): Promise<void> {
  const { cycleId, iso2 } = input;
  await runProcess(
    input,
    () => reads.loadCountry({ cycleId, iso2 }),
    async ({ until, boundary }) => {
      for (const phase of ['nomination', 'screening', 'judging', 'decision'] as const) {
        await until(`${phase} closed`, ({ phases }) => phases[phase].closed, {
          // Where the country has no earlier instant of its own, the cycle's close is the country's.
          by: ({ phases }) => (phases[phase].everyoneIsDone ? now : phases[phase].ownClosesAt),
          issue: () => ({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase } }),
          remind: ({ phases }) => {
            const { opensAt, closesAt } = phases[phase];
            if (closesAt === null || phase === 'judging' || phase === 'decision') return null;
            return { what: phase, opensAt, closesAt };
          },
          phase,
        });
        await boundary();
      }
    },
  );
}
