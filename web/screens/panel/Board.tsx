// The board: each entry with its sheets, mean, spread and place, and why to talk about it.
import { Anchor, Badge, Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useMaybeView } from '../../api/query.ts';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Islands } from './Islands.tsx';
import { TalkAbout } from './TalkAbout.tsx';

export type BoardOf = Contract<'get', '/panels/:panel/board'>['answer'];
type Entry = BoardOf['entries'][number];
/** Charts are fetched when somebody wants one. */
const Charts = lazy(async () => ({ default: (await import('./Charts.tsx')).Charts }));

type Props = { board: BoardOf; asOf?: string | undefined; ended?: boolean };

/** `ended`: of a round that is over, of which nothing changes any more. */
export function Board({ board, asOf, ended = false }: Props) {
  const { t } = useTranslation('panel');
  const [isDrawn, setDrawn] = useState(false);
  const isSealed = board.method !== null;
  const isRanked = isSealed && !board.soleNominee;
  if (board.entries.length === 0) return null;
  return (
    <Stack>
      <TalkAbout board={board} />
      {!isSealed && asOf === undefined && <Linked id={board.id} />}
      <WideBoard board={board} isSealed={isSealed} isRanked={isRanked} />
      <NarrowBoard board={board} isSealed={isSealed} isRanked={isRanked} />
      {isSealed && (
        <Text size="sm">
          {board.soleNominee ? t('board.sole') : t('board.method', { method: t(`method.${board.method}`) })}
        </Text>
      )}
      {asOf === undefined && !ended && (
        <Group>
          <Button variant="default" aria-expanded={isDrawn} onClick={() => setDrawn(!isDrawn)}>
            {t(isDrawn ? 'board.hideChart' : 'board.chart')}
          </Button>
        </Group>
      )}
      {isDrawn && asOf === undefined && (
        <Suspense fallback={<Loading />}>
          <Charts board={board} />
        </Suspense>
      )}
    </Stack>
  );
}

/** Said while something can still be done about it: another judge can be assigned. */
function Linked({ id }: { id: string }) {
  const { data } = useMaybeView('/panels/:panel/coverage', { params: { panel: id } });
  return data === undefined ? null : <Islands islands={data.islands} />;
}

type Part = { board: BoardOf; isSealed: boolean; isRanked: boolean };

function WideBoard({ board, isSealed, isRanked }: Part) {
  const { t } = useTranslation('panel');
  return (
    <Table visibleFrom="sm" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {isRanked && <Table.Th>{t('board.rank')}</Table.Th>}
          <Table.Th>{t('board.entry')}</Table.Th>
          <Table.Th>{t('board.sheets')}</Table.Th>
          {isSealed && <Table.Th ta="right">{t('board.mean')}</Table.Th>}
          {isRanked && <Table.Th ta="right">{t('board.adjusted')}</Table.Th>}
          {hasOwnScore(board) && <Table.Th ta="right">{t('board.score')}</Table.Th>}
          {isSealed && <Table.Th ta="right">{t('board.spread')}</Table.Th>}
          <Table.Th>{t('board.flags')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {board.entries.map((entry) => (
          <Table.Tr key={entry.nominationId}>
            {isRanked && <Table.Td fw={600}>{entry.rank ?? '—'}</Table.Td>}
            <Table.Td>
              <EntryLink board={board} entry={entry} />
            </Table.Td>
            <Table.Td>
              <Sheets entry={entry} />
            </Table.Td>
            {isSealed && <Table.Td ta="right">{entry.shownMean ?? '—'}</Table.Td>}
            {isRanked && <Table.Td ta="right">{entry.shownAdjusted ?? '—'}</Table.Td>}
            {hasOwnScore(board) && <Table.Td ta="right">{entry.shown ?? '—'}</Table.Td>}
            {isSealed && (
              <Table.Td ta="right">
                <Spread entry={entry} />
              </Table.Td>
            )}
            <Table.Td>
              <Flags entry={entry} minimumSheets={board.minimumSheets} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What ranks has a column of its own where it is neither the mean nor the adjusted score. */
const hasOwnScore = ({ method }: BoardOf) => method === 'trimmed' || method === 'ranks';

/** The same on a phone, one card an entry. */
function NarrowBoard({ board, isSealed, isRanked }: Part) {
  const { t } = useTranslation('panel');
  return (
    <Stack hiddenFrom="sm" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {board.entries.map((entry) => (
        <Card key={entry.nominationId} withBorder component="li" padding="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <EntryLink board={board} entry={entry} />
            {isRanked && entry.rank !== null && (
              <Badge color="lake" style={{ flexShrink: 0 }}>
                {t('board.place', { rank: entry.rank })}
              </Badge>
            )}
          </Group>
          <Text size="sm" component="div">
            {t('board.sheets')}: <Sheets entry={entry} />
          </Text>
          {isSealed && (
            <Text size="sm" component="div">
              {t('board.mean')}: {entry.shownMean ?? '—'} ·{' '}
              {isRanked && `${t('board.adjusted')}: ${entry.shownAdjusted ?? '—'} · `}
              {hasOwnScore(board) && `${t('board.score')}: ${entry.shown ?? '—'} · `}
              {t('board.spread')}: <Spread entry={entry} />
            </Text>
          )}
          <Flags entry={entry} minimumSheets={board.minimumSheets} />
        </Card>
      ))}
    </Stack>
  );
}

const EntryLink = ({ board, entry }: { board: BoardOf; entry: Entry }) => (
  <Anchor component={Link} to={`/panels/${board.id}/entries/${entry.nominationId}`} fw={600}>
    <LocalText of={entry.organisation} />
  </Anchor>
);

function Sheets({ entry: { assigned, submitted, recused } }: { entry: Entry }) {
  const { t } = useTranslation('panel');
  const of = assigned - recused;
  return <>{recused === 0 ? t('board.of', { submitted, of }) : t('board.ofRecused', { submitted, of, recused })}</>;
}

function Spread({ entry: { lowest, highest, spread } }: { entry: Entry }) {
  const { t } = useTranslation('panel');
  return <>{spread === null ? '—' : t('board.range', { lowest, highest, spread })}</>;
}

const urgent = new Set(['below-minimum', 'tie', 'conflict']);

function Flags({ entry, minimumSheets }: { entry: Entry; minimumSheets: number }) {
  const { t } = useTranslation('panel');
  return (
    <Group gap={4}>
      {entry.goesOn !== null && (
        <Badge color={entry.goesOn ? 'lake' : 'gray'} variant="light">
          {t(entry.goesOn ? 'rounds.wentOn' : 'rounds.leftOut')}
        </Badge>
      )}
      {entry.unranked !== null && <Badge color="gray">{t(`unranked.${entry.unranked}`)}</Badge>}
      {entry.minimum < minimumSheets && (
        <Badge color="gray" variant="light" h="auto" style={{ whiteSpace: 'normal' }}>
          {t('board.lowered', { minimum: entry.minimum, reason: entry.loweredBecause })}
        </Badge>
      )}
      {entry.decidedBy !== null && entry.decidedBy.rung !== 'score' && (
        <Badge color="gray" variant="light" h="auto" style={{ whiteSpace: 'normal' }}>
          {t(`rung.${entry.decidedBy.rung}`)}
        </Badge>
      )}
      {entry.flags.map((flag) => (
        <Badge key={flag} color={urgent.has(flag) ? 'red' : 'orange'} h="auto" style={{ whiteSpace: 'normal' }}>
          {t(`flag.${flag}`, { late: entry.late, conflicts: entry.conflicts })}
        </Badge>
      ))}
    </Group>
  );
}
