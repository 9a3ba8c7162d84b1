// The day as a grid of rooms and hours: talks are moved by pointer, by two taps, or by keys; a phone shows one room at a time.
import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MeasuringStrategy,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SegmentedControl, Stack, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standingClashes } from '../../../../domain/forum/clashes.ts';
import type { Forum, Place } from '../places.ts';
import { Clashes } from './Clashes.tsx';
import { GridTable } from './GridTable.tsx';
import { HeldBar } from './HeldBar.tsx';
import { Moderators } from './Moderators.tsx';
import { MovesBar } from './MovesBar.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import classes from './ScheduleGrid.module.css';
import { Tray } from './Tray.tsx';
import { useArranging } from './useArranging.ts';

type Props = { forum: Forum; mayAct: boolean };

export function ScheduleGrid({ forum, mayAct }: Props) {
  const { t } = useTranslation('schedule');
  const arranging = useArranging(forum);
  const { words, held } = arranging;
  const [flying, setFlying] = useState<string | null>(null);
  const { rooms, isNarrow, choose, chosen } = useRooms(forum);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  );
  const start = ({ active }: DragStartEvent) => {
    setFlying(String(active.id));
    arranging.pickUp(String(active.id));
  };
  const end = ({ active, over }: DragEndEvent) => {
    const talk = String(active.id);
    setFlying(null);
    const place = over?.data.current?.place as Place | undefined;
    if (over?.id === 'tray') arranging.takeOff(talk);
    else if (place !== undefined) arranging.drop(talk, place);
    // What nobody may do stays as it was: the talk goes back, and the sentence says why.
    if (place === undefined || over === null) arranging.putBack();
    else arranging.letGo();
  };
  const clashes = standingClashes(arranging.board);
  return (
    <Stack gap="sm" className={classes.board}>
      <VisuallyHidden aria-live="assertive" role="status">
        {arranging.said}
      </VisuallyHidden>
      {mayAct && <MovesBar arranging={arranging} />}
      <DndContext
        sensors={sensors}
        collisionDetection={pointerWithin}
        measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
        onDragStart={start}
        onDragEnd={end}
        onDragCancel={() => {
          setFlying(null);
          arranging.putBack();
        }}
        accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
      >
        <Tray arranging={arranging} mayAct={mayAct} />
        {isNarrow && forum.plan.rooms.length > 1 && (
          <SegmentedControl
            aria-label={t('room')}
            fullWidth
            value={chosen}
            onChange={choose}
            data={forum.plan.rooms.map(({ key }) => ({ value: key, label: words.room(key) }))}
          />
        )}
        <GridTable arranging={arranging} rooms={rooms} clashes={clashes} mayAct={mayAct} />
        <DragOverlay dropAnimation={null}>
          {flying !== null && <div className={classes.flying}>{words.talk(flying)}</div>}
        </DragOverlay>
      </DndContext>
      {held !== null && flying === null && <HeldBar arranging={arranging} talk={held} />}
      <Clashes arranging={arranging} clashes={clashes} />
      <Moderators arranging={arranging} mayAct={mayAct} />
      <ReasonDialog arranging={arranging} />
    </Stack>
  );
}

/** The grid speaks for itself. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

function useRooms({ plan }: Forum) {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const all = plan.rooms.map(({ key }) => key);
  const [asked, choose] = useState(all[0] ?? '');
  const chosen = all.includes(asked) ? asked : (all[0] ?? '');
  return { rooms: isNarrow ? [chosen] : all, isNarrow, choose, chosen };
}
