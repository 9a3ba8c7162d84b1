// Entry by entry: who has it or would get it and why, what keeps others off an empty seat, and what can be changed by hand.
import { Badge, Button, Checkbox, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../LocalText.tsx';
import { CallReserve } from './CallReserve.tsx';
import { type AssignedEntry, type Assignment, useNaming } from './naming.ts';

export type Pair = { nominationId: string; judgeId: string };
type Props = {
  panel: string;
  assignment: Assignment;
  /** Pairs that a further proposal keeps, as entry and judge. */
  kept: ReadonlySet<string>;
  keep: (pair: Pair, isKept: boolean) => void;
  change: (change: { add: Pair[]; remove: Pair[] }) => void;
};
export const keyOf = ({ nominationId, judgeId }: Pair) => `${nominationId} ${judgeId}`;

export function AssignmentEntries(props: Props) {
  const { t } = useTranslation('panel');
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('assignment.entries')}
      </Title>
      {props.assignment.status === 'proposed' && <Text size="sm">{t('assignment.keepMeans')}</Text>}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {props.assignment.entries.map((entry) => (
          <li
            key={entry.nominationId}
            style={{ borderBlockStart: '1px solid var(--mantine-color-default-border)', paddingBlock: 8 }}
          >
            <Entry {...props} entry={entry} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

function Entry({ entry, ...props }: Props & { entry: AssignedEntry }) {
  const { t } = useTranslation('panel');
  const { assignment } = props;
  const naming = useNaming(assignment);
  const { organisation, proposed, apart, left, standIns, missing } = entry;
  const reading = entry.released.filter((judge) => !missing.some(({ judgeId }) => judgeId === judge));
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          <LocalText of={organisation} />
        </Text>
        <Text size="sm">
          {t('assignment.seats', { filled: reading.length + proposed.length, seats: assignment.seats })}
        </Text>
      </Group>
      {reading.map((judgeId) => (
        <Text size="sm" key={judgeId}>
          {t('assignment.has', { names: naming.judge(judgeId) })} <Why {...{ entry, assignment, judgeId }} />
        </Text>
      ))}
      {proposed.map((judgeId) => (
        <Proposed key={judgeId} {...props} entry={entry} judgeId={judgeId} />
      ))}
      {left.length > 0 && <Text size="sm">{t('assignment.left', { names: naming.judges(left) })}</Text>}
      <Excluded assignment={assignment} entry={entry} />
      {apart.length > 0 && <Text size="sm">{t('assignment.apart', { names: naming.judges(apart) })}</Text>}
      {standIns.length > 0 && <Text size="sm">{t('assignment.standIns', { names: naming.judges(standIns) })}</Text>}
      <CallReserve panel={props.panel} assignment={assignment} entry={entry} />
      {assignment.status !== 'requested' && <Add {...props} entry={entry} />}
    </Stack>
  );
}

function Proposed({
  assignment,
  entry,
  judgeId,
  kept,
  keep,
  change,
}: Props & { entry: AssignedEntry; judgeId: string }) {
  const { t } = useTranslation('panel');
  const { judge, entry: entryName } = useNaming(assignment);
  const { nominationId } = entry;
  const names = { judge: judge(judgeId), entry: entryName(nominationId) };
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
      <Checkbox
        checked={kept.has(keyOf({ nominationId, judgeId }))}
        onChange={(event) => keep({ nominationId, judgeId }, event.currentTarget.checked)}
        aria-label={t('assignment.keep', names)}
        label={
          <>
            {names.judge}{' '}
            {entry.came.includes(judgeId) && (
              <Badge size="sm" variant="outline" color="gray">
                {t('assignment.came')}
              </Badge>
            )}{' '}
            <Why {...{ entry, assignment, judgeId }} />
          </>
        }
      />
      <Button
        size="compact-sm"
        variant="subtle"
        style={{ flexShrink: 0 }}
        aria-label={t('assignment.takeAwayOf', names)}
        onClick={() => change({ add: [], remove: [{ nominationId, judgeId }] })}
      >
        {t('assignment.takeAway')}
      </Button>
    </Group>
  );
}

/** “reads Thai; knows Water; wished for Water; 80 of 100”. */
function Why({ assignment, entry, judgeId }: { assignment: Assignment; entry: AssignedEntry; judgeId: string }) {
  const { t } = useTranslation('panel');
  const { join, language, theme } = useNaming(assignment);
  const reading = entry.readings.find((one) => one.judgeId === judgeId);
  if (reading === undefined) return null;
  const { languages, themes, wished, affinity } = reading;
  const reasons = [
    languages.length > 0
      ? t('assignment.reads', { languages: join(languages.map(language)) })
      : t('assignment.readsNot'),
    ...(themes.length > 0 ? [t('assignment.knows', { themes: join(themes.map(theme)) })] : []),
    ...(wished.length > 0 ? [t('assignment.wished', { themes: join(wished.map(theme)) })] : []),
    t('assignment.fit', { affinity }),
  ];
  return (
    <Text span size="sm" c="dimmed">
      {reasons.join(' · ')}
    </Text>
  );
}

/** Of an empty seat: rule by rule, whom it keeps off. */
function Excluded({ assignment, entry: { excluded } }: { assignment: Assignment; entry: AssignedEntry }) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
  if (excluded.length === 0 || assignment.status === 'none') return null;
  const byRule = Map.groupBy(excluded, ({ rule }) => rule);
  return [...byRule].map(([rule, judges]) => (
    <Text size="sm" key={rule}>
      {t(`assignment.excluded.${rule}`, { names: naming.judges(judges.map(({ judgeId }) => judgeId)) })}
    </Text>
  ));
}

function Add({ assignment, entry, change }: Props & { entry: AssignedEntry }) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
  const { nominationId, released, proposed, apart } = entry;
  const taken = new Set([...released, ...proposed, ...apart]);
  const free = assignment.judges.filter(({ judgeId, reserve }) => !taken.has(judgeId) && !reserve);
  if (free.length === 0) return null;
  return (
    <Select
      size="sm"
      maw={280}
      value={null}
      placeholder={t('assignment.add')}
      aria-label={t('assignment.addTo', { entry: naming.entry(nominationId) })}
      data={free.map(({ judgeId }) => ({ value: judgeId, label: naming.judge(judgeId) }))}
      onChange={(judgeId) => judgeId !== null && change({ add: [{ nominationId, judgeId }], remove: [] })}
    />
  );
}
