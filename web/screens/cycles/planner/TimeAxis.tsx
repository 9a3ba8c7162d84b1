// The phases on a time axis: each ends at a handle that is dragged, or moved by the arrow keys; nothing happens until it is confirmed.
import { Badge, Box, Button, Group, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayIn, instantIn } from '../../../parts/times.ts';
import { When } from '../../../parts/When.tsx';
import type { Cycle } from '../CyclePage.tsx';
import { localOf } from '../instants.ts';
import classes from './TimeAxis.module.css';

type Phase = Cycle['phases'][number];
type Span = { from: number; to: number };
type Props = { cycle: Cycle; mayMove: boolean; onPick: (phase: string, closesAt: string) => void };

const day = 86_400_000;

/** From the first opening to somewhat after the last close. */
function spanOf(phases: Phase[]): Span {
  const instants = phases.flatMap(({ opensAt, closesAt }) =>
    [opensAt, closesAt].flatMap((at) => (at ? Date.parse(at) : [])),
  );
  const [from, last] = [Math.min(...instants), Math.max(...instants)];
  return { from, to: last + Math.max((last - from) * 0.15, 3_600_000) };
}

/** By how much one key moves: a day, where the phases last for days. */
const stepOf = ({ from, to }: Span) => (to - from > 5 * day ? day : to - from > day / 4 ? 3_600_000 : 60_000);

/** By how many steps each key moves the handle. */
const keySteps: { [key: string]: number } = {
  ...{ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 },
  ...{ PageUp: 7, PageDown: -7 },
};

export function TimeAxis({ cycle, mayMove, onPick }: Props) {
  const { t, i18n } = useTranslation('cycles');
  const dated = cycle.phases.filter(({ closesAt }) => closesAt !== null);
  const undated = cycle.phases.filter(({ closesAt }) => closesAt === null);
  const span = spanOf(dated);
  const now = (Date.now() - span.from) / (span.to - span.from);
  return (
    <Stack gap="sm">
      <Box className={classes.ticks} aria-hidden>
        {ticks.map((part) => (
          <span key={part} style={{ insetInlineStart: `${part * 100}%` }} data-part={part}>
            {labelOf(span, part, cycle.zone, i18n.language)}
          </span>
        ))}
      </Box>
      <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
        {dated.map((phase, index) => (
          <Row
            key={phase.phase}
            {...{ phase, span, zone: cycle.zone, now, mayMove, onPick }}
            begins={phase.opensAt ?? dated[index - 1]?.closesAt ?? null}
          />
        ))}
      </Stack>
      {undated.length > 0 && (
        <Text size="sm">
          {t('planner.undated', { phases: undated.map(({ phase }) => t(`phase.${phase}`)).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}

const ticks = [0, 0.25, 0.5, 0.75, 1];
/** The day; the time of day where the phases last for hours. */
function labelOf({ from, to }: Span, part: number, zone: string, language: string): string {
  const at = new Date(from + part * (to - from)).toISOString();
  return to - from > 4 * day ? dayIn(at, zone, language) : localOf(at, zone).time;
}

type RowProps = Omit<Props, 'cycle'> & { phase: Phase; begins: string | null; span: Span; zone: string; now: number };

function Row({ phase, begins, span, zone, now, mayMove, onPick }: RowProps) {
  const { t, i18n } = useTranslation('cycles');
  const track = useRef<HTMLDivElement>(null);
  const end = Date.parse(phase.closesAt ?? '');
  const [picked, setPicked] = useState<number | null>(null);
  const step = stepOf(span);
  const at = picked ?? end;
  const part = (instant: number) =>
    `${(100 * Math.min(1, Math.max(0, (instant - span.from) / (span.to - span.from)))).toFixed(2)}%`;
  const from = begins === null ? span.from : Date.parse(begins);
  const canMove = mayMove && phase.status !== 'closed';
  const name = t(`phase.${phase.phase}`);
  /** Later only, by whole steps from where it stands. */
  const move = (to: number) => {
    const steps = Math.max(0, Math.round((to - end) / step));
    setPicked(steps === 0 ? null : end + steps * step);
  };
  const confirm = () => {
    onPick(phase.phase, new Date(at).toISOString());
    setPicked(null);
  };
  const press = (event: KeyboardEvent) => {
    const steps = keySteps[event.key];
    const leaves = event.key === 'Home' || event.key === 'Escape';
    if (steps === undefined && !leaves && event.key !== 'Enter') return;
    event.preventDefault();
    if (steps !== undefined) move(at + steps * step);
    else if (leaves) setPicked(null);
    else confirm();
  };
  const drag = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(span.from + ((event.clientX - box.left) / box.width) * (span.to - span.from));
  };
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="wrap">
        <Group gap="xs">
          <Text fw={600} size="sm">
            {name}
          </Text>
          <Badge size="sm" color={phase.status === 'open' ? 'green' : phase.status === 'closed' ? 'lake' : 'gray'}>
            {t(`phaseStatus.${phase.status}`)}
          </Badge>
        </Group>
        {canMove && (
          <Button size="compact-sm" variant="light" aria-haspopup="dialog" onClick={confirm}>
            {t('planner.move', { phase: name })}
          </Button>
        )}
      </Group>
      <div ref={track} className={classes.track}>
        {now > 0 && now < 1 && <div className={classes.now} style={{ insetInlineStart: `${now * 100}%` }} />}
        <div
          className={classes.bar}
          data-status={phase.status}
          style={{ insetInlineStart: part(from), insetInlineEnd: `calc(100% - ${part(end)})` }}
        />
        {picked !== null && (
          <div
            className={classes.ghost}
            style={{ insetInlineStart: part(end), insetInlineEnd: `calc(100% - ${part(at)})` }}
          />
        )}
        {canMove && (
          <div
            className={classes.handle}
            role="slider"
            tabIndex={0}
            aria-label={t('planner.handle', { phase: name })}
            aria-valuemin={0}
            aria-valuemax={Math.round((span.to - end) / step)}
            aria-valuenow={Math.round((at - end) / step)}
            aria-valuetext={instantIn(new Date(at).toISOString(), zone, i18n.language)}
            style={{ insetInlineStart: part(at) }}
            onKeyDown={press}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onPointerUp={(event) => {
              event.currentTarget.releasePointerCapture(event.pointerId);
              if (picked !== null) confirm();
            }}
          />
        )}
      </div>
      <Text size="sm" component="div">
        {picked === null ? (
          <When at={phase.closesAt ?? ''} zone={zone} />
        ) : (
          <strong role="status">
            {t('planner.picked', { when: instantIn(new Date(at).toISOString(), zone, i18n.language) })}
          </strong>
        )}
      </Text>
    </li>
  );
}
