// When and where the ceremony is held.
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { DayField } from '../cycles/DayField.tsx';
import { instantOf, localOf } from '../cycles/instants.ts';
import { useAwardNames } from './award-names.ts';
import { Section } from './Section.tsx';

type Plan = Contract<'get', '/cycles/:cycleId/ceremony'>['answer']['plan'];
type Props = { cycleId: string; plan: Plan; zone: string; order: string[] };
const modes = ['in-person', 'hybrid', 'virtual'] as const;

export function PlanCeremony({ cycleId, plan, zone: governing, order }: Props) {
  const { t } = useTranslation('results');
  const { definition } = useAwardNames(cycleId);
  const act = useAct('post', '/cycles/:cycleId/ceremony/plan');
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [zone, setZone] = useState(governing);
  const [local, setLocal] = useState(plan === null ? { day: '', time: '09:00' } : localOf(plan.startsAt, governing));
  const [mode, setMode] = useState<string>(plan?.mode ?? 'in-person');
  const [venue, setVenue] = useState({ en: plan?.venue?.en ?? '', th: plan?.venue?.th ?? '' });
  const zones = [...new Set([governing, ...definition.countries.flatMap((one) => [one.zone, ...one.otherZones])])];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const names = Object.fromEntries(Object.entries(venue).filter(([, name]) => name.trim() !== ''));
    const said = Object.keys(names).length === 0 ? null : names;
    const body = { startsAt: instantOf(local, zone), zone, venue: said, mode: mode as (typeof modes)[number], order };
    act.mutate({ params: { cycleId }, body });
  };
  return (
    <Section title={t(plan === null ? 'ceremony.planNew' : 'ceremony.planAgain')}>
      <form ref={form} onSubmit={send}>
        <Stack maw={640}>
          <Select
            label={t('ceremony.zone')}
            data={zones}
            value={zone}
            onChange={(value) => setZone(value ?? governing)}
            allowDeselect={false}
          />
          <DayField
            required
            label={t('ceremony.day')}
            zone={zone}
            value={local}
            onChange={setLocal}
            error={rules.startsAt}
          />
          <Select
            label={t('ceremony.mode')}
            data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            value={mode}
            onChange={(value) => setMode(value ?? 'in-person')}
            allowDeselect={false}
          />
          <Group grow preventGrowOverflow={false} wrap="wrap">
            {(['en', 'th'] as const).map((language) => (
              <TextInput
                key={language}
                label={t(`ceremony.venue.${language}`)}
                lang={language}
                value={venue[language]}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setVenue((before) => ({ ...before, [language]: value }));
                }}
              />
            ))}
          </Group>
          <ProblemAlert problem={act.error} />
          {act.isSuccess && <Text role="status">{t('saved')}</Text>}
          <div>
            <Button type="submit" loading={act.isPending} variant={plan === null ? 'filled' : 'light'}>
              {t('ceremony.savePlan')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
