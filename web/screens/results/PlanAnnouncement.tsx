// When each stage of the announcement is published, by the cycle's clock.
import { Button, Stack } from '@mantine/core';
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

type Stages = Contract<'get', '/cycles/:cycleId/announcement'>['answer']['stages'];
type Props = { cycleId: string; zone: string; stages: Stages };

export function PlanAnnouncement({ cycleId, zone, stages }: Props) {
  const { t } = useTranslation('results');
  const { definition } = useAwardNames(cycleId);
  const plan = useAct('post', '/cycles/:cycleId/announcement/plan');
  const form = useFocusOnProblem(plan.error);
  const rules = rulesOf(plan.error);
  const open = definition.announcement.stages.filter(
    (stage) => !stages.some((one) => one.stage === stage && one.published),
  );
  const [times, setTimes] = useState(() =>
    Object.fromEntries(
      open.map((stage) => {
        const at = stages.find((one) => one.stage === stage)?.at;
        return [stage, at === undefined ? { day: '', time: '09:00' } : localOf(at, zone)];
      }),
    ),
  );
  if (open.length === 0) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const planned = open.flatMap((stage) => {
      const local = times[stage];
      return local === undefined || local.day === '' ? [] : [{ stage, at: instantOf(local, zone) }];
    });
    plan.mutate({ params: { cycleId }, body: { stages: planned } });
  };
  return (
    <Section title={t('announcement.plan')} lead={t('announcement.planLead')}>
      <form ref={form} onSubmit={send}>
        <Stack>
          {open.map((stage, index) => (
            <DayField
              key={stage}
              label={t(`stage.${stage}`)}
              zone={zone}
              required={false}
              value={times[stage] ?? { day: '', time: '09:00' }}
              onChange={(local) => setTimes((before) => ({ ...before, [stage]: local }))}
              error={rules[`stages.${index}.at`]}
            />
          ))}
          <ProblemAlert problem={plan.error} />
          <div>
            <Button type="submit" loading={plan.isPending}>
              {t('announcement.savePlan')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
