// What was once stored is still understood: whole streams, with every event type in every version ever released.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { newestVersion, steps, upcast } from '../../db/upcast.ts';
import { ceremonyFold } from '../../domain/ceremony/state.ts';
import { countryFold } from '../../domain/country/state.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import { dayFold } from '../../domain/day/state.ts';
import type { Fold } from '../../domain/decider.ts';
import { delegationFold } from '../../domain/delegation/state.ts';
import { editionFold } from '../../domain/edition/state.ts';
import { forumFold } from '../../domain/forum/state.ts';
import { judgeFold } from '../../domain/judge/state.ts';
import { memberFold } from '../../domain/member/state.ts';
import { nominationFold } from '../../domain/nomination/state.ts';
import { organisationFold } from '../../domain/organisation/state.ts';
import { panelFold } from '../../domain/panel/state.ts';
import { proceedingsFold } from '../../domain/proceedings/state.ts';
import { reportFold } from '../../domain/report/state.ts';
import { scorecardFold } from '../../domain/scorecard/state.ts';
import { talkFold } from '../../domain/talk/state.ts';
import { type StoredStream, storedEvents } from '../support/stored-events.ts';
import { everyEvent } from '../worker/every-event.ts';

const stored: StoredStream[] = JSON.parse(await readFile(storedEvents, 'utf8'));
const folds: Fold<unknown>[] = [
  ...[cycleFold, countryFold, nominationFold, judgeFold, panelFold],
  ...[scorecardFold, forumFold, talkFold, memberFold],
  ...[organisationFold, editionFold, ceremonyFold, delegationFold, reportFold],
  ...[dayFold, proceedingsFold],
];

function foldOf(stream: string): Fold<unknown, unknown> {
  const fold = folds.find(({ kind }) => stream.startsWith(`${kind}/`));
  if (fold === undefined) throw new Error(`No fold for ${stream}.`);
  return fold;
}

/** The state after each event. */
function statesOf({ stream, events }: StoredStream): unknown[] {
  const { initial, evolve } = foldOf(stream);
  let state = initial;
  return events.map(({ type, schemaVersion, data }) => {
    state = evolve(state, { type, data: upcast(type, schemaVersion, data) });
    return state;
  });
}

describe('a stored event', () => {
  it('is there of every type in every version: record a new one with `npm run events:record`', () => {
    const known = new Set(
      stored.flatMap(({ events }) => events).map((event) => `${event.type} ${event.schemaVersion}`),
    );
    const released = [...new Set(everyEvent.map(({ type }) => type))].flatMap((type) =>
      Array.from({ length: newestVersion(type) }, (_, index) => `${type} ${index + 1}`),
    );
    expect(released.filter((each) => !known.has(each))).toEqual([]);
  });

  it.each(stored.map((each) => [each.stream, each] as const))('says something to the state of %s', (_, stream) => {
    const states = statesOf(stream);
    const silent = stream.events.filter(
      (_event, index) =>
        JSON.stringify(states[index]) ===
        JSON.stringify(index === 0 ? foldOf(stream.stream).initial : states[index - 1]),
    );
    expect(silent.map(({ type }) => type)).toEqual([]);
  });
});

describe('a step from one version to the next', () => {
  it('is there for events that exist', () => {
    const types = new Set<string>(everyEvent.map(({ type }) => type));
    expect(Object.keys(steps).filter((type) => !types.has(type))).toEqual([]);
  });
});
