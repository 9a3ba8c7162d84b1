// The table of the grid, with its keys: arrows lead from slot to slot, Enter picks up and puts down, Escape puts back.
import { Text } from '@mantine/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clash } from '../../../../domain/forum/clashes.ts';
import { LocalText } from '../../../parts/LocalText.tsx';
import { clock, keyOf, type Place } from '../places.ts';
import { GridCell } from './GridCell.tsx';
import { isStep, placeIn, type Row, rowsOf, type SlotRow, stepFrom } from './rows.ts';
import classes from './ScheduleGrid.module.css';
import type { Arranging } from './useArranging.ts';

type Props = { arranging: Arranging; rooms: string[]; clashes: Clash[]; mayAct: boolean };

export function GridTable({ arranging, rooms, clashes, mayAct }: Props) {
  const { t } = useTranslation('schedule');
  const { forum, words } = arranging;
  const how = useId();
  const table = useRef<HTMLTableElement>(null);
  const rows = rowsOf(forum);
  const slots = rows.filter((row): row is SlotRow => row.kind === 'slot');
  const [asked, setAsked] = useState<Place | null>(null);
  const active = activePlace(asked, slots, rooms);
  const press = (place: Place) => {
    if (mayAct) pressAt(arranging, place);
  };
  const focus = (place: Place) => {
    setAsked(place);
    table.current?.querySelector<HTMLElement>(`[data-place="${keyOf(place)}"]`)?.focus();
    arranging.look(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (active === null) return;
    if (isStep(event.key)) focus(stepFrom(slots, rooms, active, event.key, event.ctrlKey));
    else if (!mayAct || !actBy(event, arranging, active)) return;
    event.preventDefault();
  };
  const cell = (row: SlotRow, room: string) => {
    const place = placeIn(row, room);
    const key = keyOf(place);
    const placed = forum.placements.find((one) => keyOf(one.place) === key);
    const against = clashes.filter(({ talk, weight }) => talk === placed?.talk.laureateId && weight !== 'note');
    return (
      <GridCell
        key={key}
        {...{ arranging, place, placed, mayAct }}
        clashes={against.length}
        isActive={active !== null && keyOf(active) === key}
        onFocus={() => setAsked(place)}
        onPress={() => press(place)}
        onKey={onKeyDown}
      />
    );
  };
  return (
    <div className={classes.frame}>
      {mayAct && (
        <Text size="sm" id={how} mb={4}>
          {t('how')}
        </Text>
      )}
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one moves in
        role="grid"
        aria-label={t('grid')}
        aria-describedby={mayAct ? how : undefined}
        className={classes.grid}
      >
        <thead>
          <tr>
            <th className={classes.time} scope="col">
              {t('time')}
            </th>
            {rooms.map((room) => (
              <th key={room} className={classes.room} scope="col">
                {words.room(room)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.from} ${row.kind === 'slot' ? row.block : ''}`}>
              {row.kind === 'slot' ? (
                <>
                  <th className={classes.time} scope="row">
                    {clock(row.from)}
                  </th>
                  {rooms.map((room) => cell(row, room))}
                </>
              ) : (
                <Head row={row} columns={rooms.length + 1} arranging={arranging} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadProps = { row: Exclude<Row, SlotRow>; columns: number; arranging: Arranging };

function Head({ row, columns, arranging }: HeadProps) {
  const time = `${clock(row.from)}–${clock(row.to)}`;
  if (row.kind === 'break')
    return (
      <th className={classes.break} colSpan={columns} scope="colgroup">
        {time} <LocalText of={row.title} />
      </th>
    );
  const theme = arranging.forum.plan.themes.find(({ key }) => key === row.theme);
  return (
    <th className={classes.block} colSpan={columns} scope="colgroup">
      {time} <LocalText of={theme?.title} />
    </th>
  );
}

/** The one slot that the tab key leads to. */
function activePlace(asked: Place | null, slots: SlotRow[], rooms: string[]): Place | null {
  const [first] = slots;
  const room = asked !== null && rooms.includes(asked.room) ? asked.room : rooms[0];
  if (first === undefined || room === undefined) return null;
  const row = slots.find(({ block, slot }) => block === asked?.block && slot === asked.slot) ?? first;
  return placeIn(row, room);
}

/** Puts down what is in the hand; else picks up what stands there. */
function pressAt(arranging: Arranging, place: Place): void {
  const there = arranging.talkAt(place);
  if (arranging.held !== null) arranging.drop(arranging.held, place);
  else if (there !== undefined) arranging.pickUp(there);
}

/** @returns whether the key meant something. */
function actBy({ key, ctrlKey, metaKey }: KeyboardEvent, arranging: Arranging, place: Place): boolean {
  const there = arranging.talkAt(place);
  const meant = arranging.held ?? there;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') arranging.takeBack();
  else if ((ctrlKey || metaKey) && key.toLowerCase() === 'y') arranging.doAgain();
  else if (ctrlKey || metaKey) return false;
  else if (key === 'Enter' || key === ' ') pressAt(arranging, place);
  else if (key === 'Escape' && arranging.held !== null) arranging.putBack();
  else if (key.toLowerCase() === 'p' && meant !== undefined) arranging.togglePin(meant);
  else if ((key === 'Delete' || key === 'Backspace') && meant !== undefined) arranging.takeOff(meant);
  else return false;
  return true;
}
