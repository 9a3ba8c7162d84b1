// A country's own timetable: until when each of its phases goes on, closed early, and opened again by dispensation.
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { rulesOf } from '../../parts/fields.ts';
import { When } from '../../parts/When.tsx';
import { ChangeDialog } from '../cycles/planner/ChangeDialog.tsx';
import { DateField } from './DateField.tsx';
import { DeskPage } from './DeskPage.tsx';
import { Dispensations } from './Dispensations.tsx';
import { useDesk } from './here.ts';
import { instantOf, isBuddhist, localOf } from './zoned.ts';

const countryPhases = ['nomination', 'screening', 'judging', 'decision'] as const;
type CountryPhase = (typeof countryPhases)[number];
type Here = ReturnType<typeof useDesk>;

export function Timetable() {
  // What a change would do is told in the words of the area cycles.
  const { t } = useTranslation(['country', 'cycles']);
  const here = useDesk();
  const phases = here.cycle.scope === 'national' ? countryPhases : countryPhases.slice(0, 2);
  return (
    <DeskPage here={here} title={t('timetable.title')} lead={t('timetable.lead')} width={860}>
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {phases.map((phase) => (
          <PhaseCard key={phase} phase={phase} here={here} />
        ))}
      </Stack>
      <Dispensations here={here} phases={[...phases]} />
    </DeskPage>
  );
}

function PhaseCard({ phase, here }: { phase: CountryPhase; here: Here }) {
  const { t } = useTranslation('country');
  const { desk, cycle, roles } = here;
  const own = desk.deadlines[phase];
  const ofCycle = cycle.phases.find((one) => one.phase === phase);
  const isClosed = desk.closed.includes(phase) || ofCycle?.status === 'closed';
  // A country that closed a phase early is at work on the next one before the cycle is.
  const isOpen = !isClosed && (ofCycle?.status === 'open' || desk.phase === phase);
  const differs = own !== undefined && ofCycle?.closesAt != null && own.at !== ofCycle.closesAt;
  const [isChanging, setChanging] = useState(false);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t(`phase.${phase}`)}
        </Title>
        <Badge color={isClosed ? 'gray' : isOpen ? 'green' : 'lake'}>
          {t(`timetable.${isClosed ? 'closed' : isOpen ? 'open' : 'pending'}`)}
        </Badge>
      </Group>
      <Text component="div">
        {t(differs ? 'timetable.ownEnd' : 'timetable.cycleEnd')}{' '}
        {own ? <When at={own.at} zone={own.zone} relative /> : t('timetable.noEnd')}
      </Text>
      {differs && ofCycle?.closesAt && (
        <Text size="sm" component="div">
          {t('timetable.cycleEnd')} <When at={ofCycle.closesAt} zone={cycle.zone} />
        </Text>
      )}
      {!isClosed && (
        <Group mt="sm" gap="xs">
          {roles.has('focal-point') && (
            <Button variant="default" aria-haspopup="dialog" onClick={() => setChanging(true)}>
              {t('timetable.change')}
            </Button>
          )}
          {roles.has('approver') && isOpen && <CloseEarly phase={phase} here={here} />}
        </Group>
      )}
      {isChanging && <OwnEnd phase={phase} here={here} onClose={() => setChanging(false)} />}
    </Paper>
  );
}

/** Shown with all that follows from it before it is set. */
function OwnEnd({ phase, here, onClose }: { phase: CountryPhase; here: Here; onClose: () => void }) {
  const { t } = useTranslation('country');
  const { cycleId, iso2, desk } = here;
  const zone = desk.ownZone;
  const before = desk.closesAt[phase];
  const [local, setLocal] = useState(before === undefined ? '' : localOf(before, zone));
  const change = useAct('post', '/cycles/:cycleId/countries/:iso2/timetable');
  const at = isBuddhist(local) ? undefined : instantOf(local, zone);
  const said = { params: { cycleId, iso2 }, body: { closesAt: { [phase]: at ?? '' } } };
  return (
    <ChangeDialog
      title={t('timetable.changeTitle', { phase: t(`phase.${phase}`) })}
      lead={
        <Stack gap="xs">
          {before !== undefined && (
            <div>
              {t('timetable.before')} <When at={before} zone={zone} />
            </div>
          )}
          <Text>{t('timetable.changeMeans')}</Text>
        </Stack>
      }
      onClose={onClose}
      said={said}
      fields={(problem) => (
        <DateField
          label={t('timetable.newEnd', { phase: t(`phase.${phase}`) })}
          zone={zone}
          value={local}
          onChange={setLocal}
          withTime
          required
          error={rulesOf(problem)[`closesAt.${phase}`]}
        />
      )}
      preview={() => ask('post', '/cycles/:cycleId/countries/:iso2/timetable/preview', said)}
      act={() => change.mutateAsync(said)}
      confirm={t('timetable.set')}
    />
  );
}

function CloseEarly({ phase, here }: { phase: CountryPhase; here: Here }) {
  const { t } = useTranslation('country');
  const { cycleId, iso2 } = here;
  const close = useAct('post', '/cycles/:cycleId/countries/:iso2/phases/:countryPhase/close');
  return (
    <ConfirmButton
      variant="outline"
      color="red"
      title={t('timetable.closeTitle', { phase: t(`phase.${phase}`) })}
      body={t('timetable.closeMeans')}
      confirm={t('timetable.close')}
      act={() => close.mutateAsync({ params: { cycleId, iso2, countryPhase: phase } })}
    >
      {t('timetable.close')}
    </ConfirmButton>
  );
}
