// The cycle planner: phases on a time axis, moved by drag, by keys or by date; before anything happens it shows what would.
import { Alert, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { LocalText } from '../../../parts/LocalText.tsx';
import { useParam } from '../../../parts/params.ts';
import { When } from '../../../parts/When.tsx';
import { type Cycle, CyclePage, useCycle } from '../CyclePage.tsx';
import { Dispensations } from './Dispensations.tsx';
import { MoveDeadline } from './MoveDeadline.tsx';
import { Stopping } from './Stopping.tsx';
import { TimeAxis } from './TimeAxis.tsx';

export function Planner() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const me = useMe();
  const [picked, setPicked] = useState<{ phase: string; closesAt: string } | null>(null);
  const isOffice = holds(me, 'secretariat');
  const mayMove =
    isOffice || me?.roles.some(({ role, powers }) => role === 'standby' && powers.includes('deadlines')) === true;
  return (
    <CyclePage
      cycle={cycle}
      title={t('planner.title')}
      lead={t('planner.lead')}
      actions={mayMove && <Stopping cycle={cycle} mayCancel={isOffice} />}
    >
      {cycle.status === 'suspended' && (
        <Alert color="orange" variant="light">
          {t('planner.suspended')}
        </Alert>
      )}
      <TimeAxis
        cycle={cycle}
        mayMove={mayMove && cycle.status === 'running'}
        onPick={(phase, closesAt) => setPicked({ phase, closesAt })}
      />
      {holds(me, 'secretariat', 'standby', 'auditor') && <OwnTimetables cycle={cycle} />}
      <Dispensations cycle={cycle} mayGrant={mayMove && cycle.status === 'running'} />
      {picked !== null && <MoveDeadline cycle={cycle} {...picked} onClose={() => setPicked(null)} />}
    </CyclePage>
  );
}

/** Countries with instants of their own, which precede the cycle's. */
function OwnTimetables({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation('cycles');
  const countries = useList('/cycles/:cycleId/countries', { params: { cycleId: cycle.cycleId } });
  const ofCycle = (name: string) => cycle.phases.find(({ phase }) => phase === name)?.closesAt;
  const own = countries.items.flatMap(({ iso2, names, deadlines }) =>
    Object.entries(deadlines).flatMap(([phase, closes]) =>
      closes.at === ofCycle(phase) ? [] : [{ iso2, names, phase, closes }],
    ),
  );
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="own">
      <Title order={2} size="h3" id="own" mb={4}>
        {t('planner.own')}
      </Title>
      <Text size="sm" mb="xs">
        {t('planner.ownMeans')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('planner.country')}</Table.Th>
            <Table.Th>{t('planner.phase')}</Table.Th>
            <Table.Th>{t('planner.closes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {own.map(({ iso2, names, phase, closes }) => (
            <Table.Tr key={`${iso2} ${phase}`}>
              <Table.Th scope="row" fw={400}>
                <LocalText of={names} />
              </Table.Th>
              <Table.Td>{t(`phase.${phase}`)}</Table.Td>
              <Table.Td>
                <When at={closes.at} zone={closes.zone} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
