// Panels from their forming to the signed decision.
import { sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import type { Entry, Shortlist } from '../../domain/panel/messages.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';
import { uuids } from './cycles.ts';

export function projectPanels(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'PanelFormed': {
      const { cycleId, group, country, category, entries, judges, reserves, chair, deputyChair, round } = event.data;
      return [
        kysely.insertInto('panels').values({
          cycle_id: cycleId,
          panel_group: group,
          country,
          category,
          status: 'formed',
          entries: JSON.stringify(entries),
          judges: uuids(judges),
          reserves: uuids(reserves),
          chair,
          deputy_chair: deputyChair,
          round,
          formed_at: at,
        }),
      ];
    }
    case 'PanelChanged': {
      const { judges, reserves, chair, deputyChair } = event.data;
      return [
        panel(event.data).set({ judges: uuids(judges), reserves: uuids(reserves), chair, deputy_chair: deputyChair }),
      ];
    }
    case 'ReserveCalled': {
      const { judges, reserves, nominationId, judgeId } = event.data;
      const called = JSON.stringify([{ nominationId, judgeId }]);
      const people = { judges: uuids(judges), reserves: uuids(reserves) };
      return [panel(event.data).set({ ...people, called: sql`panels.called || ${called}::jsonb` })];
    }
    case 'AssignmentReleased':
      return [
        panel(event.data).set({
          status: 'scoring',
          ...(event.data.closesAt !== undefined && { round_closes_at: event.data.closesAt }),
        }),
      ];
    case 'ScoringClosed':
      return [panel(event.data).set({ status: 'closed' })];
    case 'TallySealed':
      return [
        panel(event.data).set({
          status: 'sealed',
          tally: JSON.stringify(event.data.result),
          sheets: JSON.stringify(event.data.sheets),
        }),
      ];
    case 'MinimumLowered': {
      const lowered = JSON.stringify({ [event.data.nominationId]: event.data.minimum });
      return [panel(event.data).set({ lowered: sql`panels.lowered || ${lowered}::jsonb` })];
    }
    case 'EntriesShortlisted': {
      const { cycleId: _cycle, group: _group, ...shortlist } = event.data;
      return shortlist.anew === undefined
        ? [endedRound(event.data, shortlist, at), nextRound(event.data)]
        : [roundAnew(event.data, shortlist, at), settledAnew(event.data)];
    }
    case 'DecisionRecorded': {
      const { winners, number, reasons, source } = event.data;
      return [
        panel(event.data).set({
          status: 'decided',
          decision: JSON.stringify(winners),
          decision_number: number,
          reasons,
          source,
        }),
      ];
    }
    case 'DecisionSigned':
      return [panel(event.data).set({ status: 'signed', decision: JSON.stringify(event.data.winners), signed_at: at })];
    case 'DecisionReopened':
      return [
        panel(event.data).set((eb) => ({
          status: eb
            .case()
            .when('tally', 'is', null)
            .then('formed' as const)
            .else('sealed' as const)
            .end(),
          signed_at: null,
        })),
      ];
    case 'EntryRemoved':
      return [
        panel(event.data).set({
          entries: entriesWithout(event.data.nominationId),
          left_out: leftOutWithout(event.data.nominationId),
        }),
      ];
    case 'EntryAmended': {
      const { nominationId, version, organisation } = event.data;
      return [panel(event.data).set({ entries: entriesWith(nominationId, { version, organisation }) })];
    }
    default:
      return [];
  }
}

const panel = (data: { cycleId: string; group: string }) =>
  kysely.updateTable('panels').where('cycle_id', '=', data.cycleId).where('panel_group', '=', data.group);

type OfGroup = { cycleId: string; group: string };

/** The panel as it stands, under the number of its round. */
const endedRound = ({ cycleId, group }: OfGroup, shortlist: Shortlist, at: string) =>
  kysely
    .insertInto('panel_rounds')
    .columns([
      ...(['cycle_id', 'panel_group', 'number', 'round', 'entries', 'judges'] as const),
      ...(['lowered', 'called', 'tally', 'sheets', 'shortlist', 'ended_at'] as const),
    ])
    .expression((eb) =>
      eb
        .selectFrom('panels as p')
        .select([
          ...(['p.cycle_id', 'p.panel_group'] as const),
          sql<number>`(select count(*) + 1 from panel_rounds r
            where r.cycle_id = p.cycle_id and r.panel_group = p.panel_group)`.as('number'),
          ...(['p.round', 'p.entries', 'p.judges', 'p.lowered', 'p.called', 'p.tally', 'p.sheets'] as const),
          sql`${JSON.stringify(shortlist)}::json`.as('shortlist'),
          sql`${at}::timestamptz`.as('ended_at'),
        ])
        .where('p.cycle_id', '=', cycleId)
        .where('p.panel_group', '=', group),
    );

/** With those who go on; nothing is assigned, lowered, called or sealed in it yet. */
const nextRound = ({ next, entries, ...ids }: OfGroup & Shortlist) => {
  const goesOn = sql`x.e ->> 'nominationId' = any (${entries}::text[])`;
  return panel(ids).set({
    status: 'formed',
    round: next,
    entries: sql<string>`(
      select coalesce(json_agg(x.e order by x.place), '[]')
      from json_array_elements(panels.entries) with ordinality as x(e, place) where ${goesOn})`,
    left_out: sql`panels.left_out || (
      select coalesce(jsonb_agg(x.e order by x.place), '[]')
      from json_array_elements(panels.entries) with ordinality as x(e, place) where not ${goesOn})`,
    ...{ lowered: sql`'{}'::jsonb`, called: sql`'[]'::jsonb`, tally: null, sheets: null, round_closes_at: null },
  });
};

const roundAnew = ({ cycleId, group }: OfGroup, shortlist: Shortlist, at: string) =>
  kysely
    .updateTable('panel_rounds')
    .set({
      shortlist: JSON.stringify(shortlist),
      earlier: sql`earlier || jsonb_build_array(shortlist::jsonb || jsonb_build_object('at', ended_at))`,
      ended_at: at,
    })
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('round', '=', shortlist.round);

/** Of those that were before the panel in the round, and still are: who goes on now, and who does not. */
const settledAnew = ({ round, entries, ...ids }: OfGroup & Shortlist) => {
  const goesOn = sql`x.e ->> 'nominationId' = any (${entries}::text[])`;
  const place = sql`(select o.place from panel_rounds r cross join json_array_elements(r.entries) with ordinality as o(e, place)
    where r.cycle_id = panels.cycle_id and r.panel_group = panels.panel_group and r.round = ${round}
      and o.e ->> 'nominationId' = x.e ->> 'nominationId')`;
  const all = sql`(select y.e, ${sql`row_number() over ()`} as at from (
    select e::jsonb as e from json_array_elements(panels.entries) as a(e)
    union all select e from jsonb_array_elements(panels.left_out) as b(e)) y)`;
  return panel(ids).set({
    status: 'formed',
    entries: sql<string>`(
      select coalesce(json_agg(x.e::json order by ${place}), '[]') from ${all} as x where ${goesOn})`,
    left_out: sql`(
      select coalesce(jsonb_agg(x.e order by ${place} nulls first, x.at), '[]') from ${all} as x where not ${goesOn})`,
    lowered: sql`'{}'::jsonb`,
  });
};

const leftOutWithout = (nominationId: string) => sql<Entry[]>`(
  select coalesce(jsonb_agg(x.e order by x.place), '[]') from jsonb_array_elements(left_out) with ordinality as x(e, place)
  where x.e ->> 'nominationId' <> ${nominationId}::text)`;

/** The order of the entries is kept. */
const entriesWithout = (nominationId: string) => sql<string>`(
  select coalesce(json_agg(x.e order by x.place), '[]') from json_array_elements(entries) with ordinality as x(e, place)
  where x.e ->> 'nominationId' <> ${nominationId}::text)`;

const entriesWith = (nominationId: string, facts: object) => sql<string>`(
  select json_agg(case when x.e ->> 'nominationId' = ${nominationId}::text
    then (x.e::jsonb || ${JSON.stringify(facts)}::jsonb)::json else x.e end order by x.place)
  from json_array_elements(entries) with ordinality as x(e, place))`;
