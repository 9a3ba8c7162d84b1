// The board: each entry with its sheets, mean, spread and place, and why to talk about it.
import { Alert, Anchor, Badge, Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';

export type BoardOf = Contract<'get', '/panels/:panel/board'>['answer'];
type Entry = BoardOf['entries'][number];
/** Charts are fetched when somebody wants one. */
const SpreadChart = lazy(async () => ({ default: (await import('./SpreadChart.tsx')).SpreadChart }));

export function Board({ board }: { board: BoardOf }) {
  const { t } = useTranslation('panel');
  const [isDrawn, setDrawn] = useState(false);
  const isSealed = board.method !== null;
  if (board.entries.length === 0) return null;
  return (
    <Stack>
      <BoardFlags board={board} />
      <WideBoard board={board} isSealed={isSealed} />
      <NarrowBoard board={board} isSealed={isSealed} />
      {isSealed && (
        <Group>
          <Button variant="default" aria-expanded={isDrawn} onClick={() => setDrawn(!isDrawn)}>
            {t(isDrawn ? 'board.hideChart' : 'board.chart')}
          </Button>
          <Text size="sm">{t('board.method', { method: t(`method.${board.method}`) })}</Text>
        </Group>
      )}
      {isDrawn && (
        <Suspense fallback={<Loading />}>
          <SpreadChart board={board} />
        </Suspense>
      )}
    </Stack>
  );
}

type Part = { board: BoardOf; isSealed: boolean };

function WideBoard({ board, isSealed }: Part) {
  const { t } = useTranslation('panel');
  return (
    <Table visibleFrom="sm" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {isSealed && <Table.Th>{t('board.rank')}</Table.Th>}
          <Table.Th>{t('board.entry')}</Table.Th>
          <Table.Th>{t('board.sheets')}</Table.Th>
          {isSealed && <Table.Th ta="right">{t('board.score')}</Table.Th>}
          {isSealed && <Table.Th ta="right">{t('board.mean')}</Table.Th>}
          {isSealed && <Table.Th ta="right">{t('board.spread')}</Table.Th>}
          <Table.Th>{t('board.flags')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {board.entries.map((entry) => (
          <Table.Tr key={entry.nominationId}>
            {isSealed && <Table.Td fw={600}>{entry.rank ?? '—'}</Table.Td>}
            <Table.Td>
              <EntryLink board={board} entry={entry} />
            </Table.Td>
            <Table.Td>
              <Sheets entry={entry} />
            </Table.Td>
            {isSealed && <Table.Td ta="right">{entry.shown ?? '—'}</Table.Td>}
            {isSealed && <Table.Td ta="right">{entry.shownMean ?? '—'}</Table.Td>}
            {isSealed && (
              <Table.Td ta="right">
                <Spread entry={entry} />
              </Table.Td>
            )}
            <Table.Td>
              <Flags entry={entry} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The same on a phone, one card an entry. */
function NarrowBoard({ board, isSealed }: Part) {
  const { t } = useTranslation('panel');
  return (
    <Stack hiddenFrom="sm" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {board.entries.map((entry) => (
        <Card key={entry.nominationId} withBorder component="li" padding="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <EntryLink board={board} entry={entry} />
            {isSealed && entry.rank !== null && (
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
              {t('board.score')}: {entry.shown ?? '—'} · {t('board.mean')}: {entry.shownMean ?? '—'} ·{' '}
              {t('board.spread')}: <Spread entry={entry} />
            </Text>
          )}
          <Flags entry={entry} />
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

function Flags({ entry }: { entry: Entry }) {
  const { t } = useTranslation('panel');
  return (
    <Group gap={4}>
      {entry.unranked !== null && <Badge color="gray">{t(`unranked.${entry.unranked}`)}</Badge>}
      {entry.flags.map((flag) => (
        <Badge key={flag} color={urgent.has(flag) ? 'red' : 'orange'} h="auto" style={{ whiteSpace: 'normal' }}>
          {t(`flag.${flag}`, { late: entry.late, conflicts: entry.conflicts })}
        </Badge>
      ))}
    </Group>
  );
}

/** What is said of the whole ranking. */
function BoardFlags({ board }: { board: BoardOf }) {
  const { t } = useTranslation('panel');
  const said = [...new Set(board.flags.map(({ flag }) => flag))].filter((flag) => flag !== 'wide-gap');
  if (said.length === 0 && board.needsVote.length === 0) return null;
  return (
    <Alert color="orange" title={t('board.talk')}>
      <Stack gap={4}>
        {board.needsVote.length > 0 && <Text>{t('board.needsVote')}</Text>}
        {said.map((flag) => (
          <Text key={flag}>{t(`flags.${flag}`)}</Text>
        ))}
      </Stack>
    </Alert>
  );
}
