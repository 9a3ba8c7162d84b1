// Seats that somebody has left while the panel scores, for who runs it: entry by entry, and the way to call a reserve.
import { Alert, Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../api/query.ts';
import { emptySeats, useNaming } from '../../parts/assignment/naming.ts';

export function Vacancies({ panel }: { panel: string }) {
  const { data } = useMaybeView('/panels/:panel/assignment', { params: { panel } });
  return data === undefined ? null : <Empty panel={panel} assignment={data} />;
}

function Empty({ panel, assignment }: { panel: string; assignment: Parameters<typeof useNaming>[0] }) {
  const { t } = useTranslation('panel');
  const naming = useNaming(assignment);
  const empty = assignment.entries.flatMap((entry) =>
    emptySeats(entry).map((one) => ({ ...one, nominationId: entry.nominationId, first: entry.standIns[0] })),
  );
  if (empty.length === 0) return null;
  return (
    <Alert color="orange" title={t('vacancies.title', { count: empty.length })}>
      <List size="sm">
        {empty.map(({ nominationId, judgeId, because, first }) => (
          <List.Item key={`${nominationId} ${judgeId}`}>
            {naming.entry(nominationId)}: {t(`assignment.missing.${because}`, { judge: naming.judge(judgeId) })}{' '}
            {first === undefined ? t('assignment.noStandIn') : t('vacancies.could', { judge: naming.judge(first) })}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        <Anchor component={Link} to={`/panels/${panel}/assignment`} inherit>
          {t('vacancies.call')}
        </Anchor>
      </Text>
    </Alert>
  );
}
