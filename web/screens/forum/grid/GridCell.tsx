// One slot of one room: free, or with its talk; while a talk is in the hand it says whether that fits, and why not.
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Forum, keyOf, type Place } from '../places.ts';
import classes from './ScheduleGrid.module.css';
import { TalkCard } from './TalkCard.tsx';
import { type Outcome, tryPlace } from './trying.ts';
import type { Arranging } from './useArranging.ts';
import type { Words } from './words.ts';

type Props = {
  arranging: Arranging;
  place: Place;
  placed: Forum['placements'][number] | undefined;
  /** How much speaks against the talk where it stands. */
  clashes: number;
  mayAct: boolean;
  isActive: boolean;
  onFocus: () => void;
  onPress: () => void;
  onKey: (event: KeyboardEvent) => void;
};

export function GridCell({ arranging, place, placed, clashes, mayAct, isActive, onFocus, onPress, onKey }: Props) {
  const { t } = useTranslation('schedule');
  const { held, board, words } = arranging;
  const key = keyOf(place);
  const { setNodeRef, isOver } = useDroppable({ id: key, data: { place } });
  const talk = placed?.talk.laureateId;
  const isOwn = talk !== undefined && talk === held;
  const outcome = held === null || isOwn ? null : tryPlace(board, held, place);
  const look = [
    classes.cell,
    placed !== undefined && classes.filled,
    isOwn && classes.inHand,
    outcome !== null && outcome.verdict !== 'same' && classes[outcome.verdict],
    isOver && classes.over,
  ];
  return (
    <td
      ref={setNodeRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one moves in
      role="gridcell"
      data-place={key}
      tabIndex={isActive ? 0 : -1}
      aria-selected={mayAct ? isOwn : undefined}
      className={look.filter(Boolean).join(' ')}
      onFocus={onFocus}
      onClick={onPress}
      onKeyDown={onKey}
    >
      {placed === undefined || talk === undefined ? (
        <Text size="xs" className={classes.card} c={outcome === null ? 'dimmed' : undefined}>
          {outcome === null ? t('free') : <Verdict outcome={outcome} words={words} />}
        </Text>
      ) : (
        <Draggable id={talk} disabled={!mayAct || placed.pinned}>
          <TalkCard talk={placed.talk} pinned={placed.pinned} clashes={clashes}>
            {outcome !== null && outcome.verdict !== 'same' && <Verdict outcome={outcome} words={words} />}
          </TalkCard>
        </Draggable>
      )}
    </td>
  );
}

/** It takes the place of what stood there, so that nothing moves under the hand. */
function Verdict({ outcome, words }: { outcome: Outcome; words: Words }) {
  const { t } = useTranslation('schedule');
  const { swapsWith, verdict, clashes } = outcome;
  const against = [...new Set(clashes.map(words.short))].join(' · ');
  const swaps = swapsWith !== undefined && verdict !== 'never';
  const fits = swapsWith === undefined && verdict === 'fits';
  return (
    <>
      {swaps && <strong>{t('swap')}</strong>}
      {fits && t('fits')}
      {(swaps || fits) && against !== '' && ' · '}
      {against}
    </>
  );
}

function Draggable({ id, disabled, children }: { id: string; disabled: boolean; children: ReactNode }) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, disabled });
  const look = `${classes.card} ${disabled ? '' : classes.movable}`;
  return (
    <div ref={setNodeRef} {...listeners} className={look} style={{ opacity: isDragging ? 0.4 : 1 }}>
      {children}
    </div>
  );
}
