// What a command would do: decided by the rules themselves, told of by the letters themselves, and not written.
import type { Db } from '../db/database.ts';
import { deadlineOf } from '../db/deadline.ts';
import { type CommandMeta, loadState, type Preview, preview } from '../db/execute.ts';
import { rehearseLetters } from '../documents/letters/rehearse.ts';
import { type Move, movesBetween, type Standing, type Step, stepsGained } from '../domain/country/consequences.ts';
import { country } from '../domain/country/decider.ts';
import type { CountryCommand } from '../domain/country/messages.ts';
import { type CountryState, countryClosesAt, countryStream } from '../domain/country/state.ts';
import { cycle } from '../domain/cycle/decider.ts';
import type { CycleCommand } from '../domain/cycle/messages.ts';
import { type Cycle, type CycleState, cycleStream } from '../domain/cycle/state.ts';
import { localTime } from '../domain/deadlines.ts';
import { Refusal } from '../domain/decider.ts';
import { findCountry } from '../domain/definition-queries.ts';
import { phases } from '../domain/phases.ts';
import type { WhatIf } from './views/what-if.ts';

type Asking = { db: Db; publicUrl: string; meta: CommandMeta; reader: string | null };
type Outcome = { before: Standing; after: Standing } & Pick<Preview<unknown>, 'events' | 'at'>;

/** Of a cycle: planned, moved, suspended, resumed, cancelled. */
export const rehearseCycle = (asking: Asking, command: CycleCommand): Promise<WhatIf> =>
  rehearse(asking, async (meta) => {
    const { db } = asking;
    const tried = await preview(db, cycle, cycleStream(command.data.cycleId), command, meta);
    const [before, after] = [planned(tried.before), planned(tried.after)];
    const countries = before === null ? {} : await findCountries(db, before);
    return { ...tried, before: { cycle: before, countries }, after: { cycle: after, countries } };
  });

const planned = (state: CycleState): Cycle | null => (state.status === 'none' ? null : state);

/** Of one country: its timetable, a dispensation. Of the others nothing changes, and nothing is shown. */
export const rehearseCountry = (asking: Asking, command: CountryCommand): Promise<WhatIf> =>
  rehearse(asking, async (meta) => {
    const { db } = asking;
    const { cycleId, iso2 } = command.data;
    const tried = await preview(db, country, countryStream(cycleId, iso2), command, meta);
    const all = planned((await loadState(db, cycleStream(cycleId))).state);
    const own = all && { ...all, countries: [iso2] };
    return {
      ...tried,
      before: { cycle: own, countries: { [iso2]: tried.before } },
      after: { cycle: own, countries: { [iso2]: tried.after } },
    };
  });

async function findCountries(db: Db, { cycleId, countries }: Cycle): Promise<{ [iso2: string]: CountryState }> {
  const found = countries.map(
    async (iso2) => [iso2, (await loadState(db, countryStream(cycleId, iso2))).state] as const,
  );
  return Object.fromEntries(await Promise.all(found));
}

const nothing = { refused: null, already: false, moves: [], reopens: [], stops: [], mails: [] } satisfies WhatIf;

async function rehearse(asking: Asking, decide: (meta: CommandMeta) => Promise<Outcome>): Promise<WhatIf> {
  const { expectedVersion: _ofTheCommand, ...meta } = asking.meta;
  try {
    return await shown(asking, await decide(meta));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message: detail, allowed } = error;
    return { ...nothing, refused: { code, detail, allowed } };
  }
}

async function shown({ db, publicUrl, reader }: Asking, { before, after, events, at }: Outcome): Promise<WhatIf> {
  const now = after.cycle ?? before.cycle;
  if (events.length === 0 || now === null) return { ...nothing, already: true };
  const step = ({ until, ...rest }: Step) => {
    const zone =
      (rest.countries.length === 1 ? findCountry(now.definition, rest.countries[0] ?? '')?.zone : null) ?? now.zone;
    return { ...rest, until: until === null ? null : deadlineOf(until, zone, reader) };
  };
  return {
    ...nothing,
    moves: movesBetween(before, after).map((move) => moveView(move, now, after, reader)),
    reopens: stepsGained(before, after, at).map(step),
    stops: stepsGained(after, before, at).map(step),
    mails: await rehearseLetters({ db, publicUrl }, events),
  };
}

function moveView(move: Move, cycle: Cycle, after: Standing, reader: string | null): WhatIf['moves'][number] {
  const zone = (move.country === null ? undefined : findCountry(cycle.definition, move.country)?.zone) ?? cycle.zone;
  const local = (at: string | null, clock: string) => (at === null ? null : localTime(new Date(at), clock));
  return {
    ...move,
    zone,
    zones: zonesOf(cycle, zone, move.country, reader).map((one) => ({
      ...one,
      before: local(move.before, one.zone),
      after: local(move.after, one.zone),
    })),
    keeping: move.keeping.map((iso2) => {
      const phase = phases.find((name) => name === move.of);
      const own = phase && after.countries[iso2] && countryClosesAt(cycle, after.countries[iso2], phase);
      const ownZone = findCountry(cycle.definition, iso2)?.zone ?? cycle.zone;
      return { country: iso2, closes: own ? deadlineOf(own.toISOString(), ownZone, reader) : null };
    }),
  };
}

/** The zone that governs, those of the countries that it is for, each once, and the reader's. */
function zonesOf({ definition, countries }: Cycle, zone: string, only: string | null, reader: string | null) {
  const found = new Map<string, string[]>([[zone, []]]);
  for (const iso2 of only === null ? countries : [only]) {
    const known = findCountry(definition, iso2);
    for (const own of known === undefined ? [] : [known.zone, ...known.otherZones])
      found.set(own, [...(found.get(own) ?? []), iso2]);
  }
  if (reader !== null && !found.has(reader)) found.set(reader, []);
  return [...found].map(([name, those]) => ({ zone: name, countries: those }));
}
