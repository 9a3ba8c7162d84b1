// A new cycle after an earlier one: its rules, people and countries, and its timetable shifted to the new opening.
import { Alert, Checkbox, List, Radio, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { useParam } from '../../parts/params.ts';
import { type CycleFacts, CycleFactsFields, factsOf, noFacts } from './CycleFacts.tsx';
import { CyclePage, useCycle } from './CyclePage.tsx';
import { DayField } from './DayField.tsx';
import { cutOffOf } from './instants.ts';
import { PlanForm } from './PlanForm.tsx';

export function CloneCycle() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const [facts, setFacts] = useState<CycleFacts>({ ...noFacts, number: cycle.number + 1, year: cycle.year + 1 });
  const [opens, setOpens] = useState({ day: '', time: '00:00' });
  const [definition, setDefinition] = useState<'same' | 'newest'>('newest');
  const [keepPeople, setKeepPeople] = useState(true);
  const clone = useAct('post', '/cycles/:cycleId/clone');
  const opensAt = opens.time === '00:00' || opens.time === '' ? opens.day : cutOffOf(opens, cycle.zone);
  const said = {
    params: { cycleId: cycle.cycleId },
    body: { ...factsOf(facts), host: null, opensAt, definition, keepPeople },
  };
  const done = clone.data;
  return (
    <CyclePage cycle={cycle} title={t('clone.title')} lead={t('clone.lead')}>
      {done === undefined ? (
        <PlanForm
          said={said}
          preview={() => ask('post', '/cycles/:cycleId/clone/preview', said)}
          act={() => clone.mutateAsync(said)}
          fields={(rules) => (
            <Stack gap="md" maw={820}>
              <CycleFactsFields value={facts} onChange={setFacts} rules={rules} />
              <DayField
                label={t('new.opens')}
                zone={cycle.zone}
                value={opens}
                onChange={setOpens}
                error={rules.opensAt}
              />
              <Radio.Group
                label={t('clone.rules')}
                value={definition}
                onChange={(value) => setDefinition(value === 'same' ? 'same' : 'newest')}
              >
                <Stack gap="xs" mt={4}>
                  <Radio value="newest" label={t('clone.newest')} />
                  <Radio value="same" label={t('clone.same')} />
                </Stack>
              </Radio.Group>
              <Checkbox
                label={t('clone.people')}
                checked={keepPeople}
                onChange={(event) => setKeepPeople(event.currentTarget.checked)}
              />
            </Stack>
          )}
        />
      ) : (
        <Alert color="green" variant="light" title={t('clone.done')} role="status">
          <p>{t('clone.did', { invited: done.invited, timetables: done.timetables })}</p>
          {done.skipped.length > 0 && (
            <List size="sm">
              {done.skipped.map(({ what, detail }) => (
                <List.Item key={what}>
                  {what}: {detail}
                </List.Item>
              ))}
            </List>
          )}
          <Link to={`/cycles/${done.id}`}>{t('clone.open')}</Link>
        </Alert>
      )}
    </CyclePage>
  );
}
