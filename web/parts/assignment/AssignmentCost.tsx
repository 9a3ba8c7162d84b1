// What a proposal costs in words: how good it is, how much better one could be, and what stands in the way.
import { Alert, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Assignment, useNaming } from './naming.ts';

export function AssignmentCost({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('panel');
  const { status, emptySeats, method, objective } = assignment;
  if (status !== 'proposed') return null;
  return (
    <Stack gap="xs">
      <Alert color={emptySeats === 0 ? 'green' : 'orange'} role="status">
        {emptySeats === 0 ? t('assignment.full') : t('assignment.empty', { count: emptySeats ?? 0 })}{' '}
        {method !== null && t(`assignment.method.${method}`)}
      </Alert>
      <Troubles assignment={assignment} />
      {objective !== null && <Quality assignment={assignment} />}
    </Stack>
  );
}

function Quality({ assignment: { objective, bound, gap, terms, solver } }: { assignment: Assignment }) {
  const { t, i18n } = useTranslation('panel');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(i18n.language);
  const best = gap === 0 ? t('assignment.best') : gap !== null && t('assignment.gap', { gap: percent.format(gap) });
  return (
    <details>
      <summary>
        {t('assignment.cost', { points: number.format(objective ?? 0) })} {best}
      </summary>
      <Stack gap="xs" mt="xs">
        <Text size="sm">{t('assignment.costMeans')}</Text>
        {bound !== null && <Text size="sm">{t('assignment.bound', { bound: number.format(bound) })}</Text>}
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('assignment.rule')}</Table.Th>
              <Table.Th ta="right">{t('assignment.points')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.entries(terms ?? {}).map(([term, points]) => (
              <Table.Tr key={term}>
                <Table.Td>{t(`assignment.term.${term}`)}</Table.Td>
                <Table.Td ta="right">{number.format(points)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {solver !== null && <Text size="sm">{t('assignment.solver', { solver })}</Text>}
      </Stack>
    </details>
  );
}

/** Too few seats, and groups of judges who share nothing: what it is and what helps. */
function Troubles({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
  const { shortage, islands } = assignment;
  return (
    <>
      {shortage != null && (
        <Alert color="orange" title={t('assignment.shortage', { count: shortage.missing })}>
          {t('assignment.shortageMeans', {
            entries: naming.entries(shortage.entries),
            judges: naming.judges(shortage.judges),
            seats: shortage.seats,
            room: shortage.room,
            count: shortage.missing,
          })}
        </Alert>
      )}
      {islands.length > 1 && (
        <Alert color="orange" title={t('assignment.islands', { count: islands.length })}>
          <List size="sm">
            {islands.map(({ judges, entries }) => (
              <List.Item key={judges.join()}>
                {t('assignment.island', { judges: naming.judges(judges), entries: naming.entries(entries) })}
              </List.Item>
            ))}
          </List>
          <Text size="sm">{t('assignment.islandsMean')}</Text>
        </Alert>
      )}
    </>
  );
}
