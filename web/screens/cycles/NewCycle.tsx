// A new cycle of an award: from its definition and a start date the timetable follows, and is shown before anything is planned.
import { Checkbox, Fieldset, Group, Select, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useAct, useMaybeView, useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Page } from '../../parts/Page.tsx';
import { useText } from '../../parts/texts.ts';
import { CycleFactsFields, factsOf, noFacts } from './CycleFacts.tsx';
import { DayField } from './DayField.tsx';
import { cutOffOf, type Local, lengthIn } from './instants.ts';
import { PlanForm } from './PlanForm.tsx';

const closing = ['nomination', 'screening', 'judging', 'decision'] as const;
const noLocal: Local = { day: '', time: '23:59' };

export function NewCycle() {
  const { t, i18n } = useTranslation('cycles');
  const text = useText();
  const navigate = useNavigate();
  const own =
    useMe()?.roles.flatMap(({ role, award }) => (role === 'secretariat' && award !== null ? [award] : [])) ?? [];
  const installed = useView('/definitions', {}).items.filter(({ award }) => own.includes(award));
  const [award, setAward] = useState(installed[0]?.award ?? '');
  const definition = useMaybeView('/definitions/:award', { params: { award } }, { enabled: award !== '' }).data
    ?.definition;
  const [facts, setFacts] = useState(noFacts);
  const [left, setLeft] = useState<string[]>([]);
  const [host, setHost] = useState<string | null>(null);
  const [opens, setOpens] = useState<Local>({ day: '', time: '00:00' });
  const [closes, setCloses] = useState<{ [phase: string]: Local }>({});
  const plan = useAct('post', '/cycles', {
    onDone: ({ id }) => void navigate({ to: `/cycles/${id}` }),
  });
  const zone = definition?.zone ?? 'UTC';
  const countries = (definition?.countries ?? []).map(({ iso2 }) => iso2).filter((iso2) => !left.includes(iso2));
  const closesAt = Object.fromEntries(
    Object.entries(closes).flatMap(([phase, local]) => (local.day === '' ? [] : [[phase, cutOffOf(local, zone)]])),
  );
  // A bare date is the whole of that day: it opens as the day begins.
  const opensAt = opens.time === '00:00' || opens.time === '' ? opens.day : cutOffOf(opens, zone);
  const body = { award, ...factsOf(facts), host, zone, countries, timetable: { opensAt, closesAt } };
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width={820}>
      <PlanForm
        said={body}
        preview={() => ask('post', '/cycles/preview', { body })}
        act={() => plan.mutateAsync({ body })}
        fields={(rules) => (
          <Stack gap="md">
            <Select
              label={t('new.award')}
              required
              allowDeselect={false}
              data={installed.map(({ award: value, names }) => ({ value, label: text(names) }))}
              value={award}
              onChange={(value) => setAward(value ?? '')}
            />
            <CycleFactsFields value={facts} onChange={setFacts} rules={rules} />
            <DayField
              label={t('new.opens')}
              zone={zone}
              value={opens}
              onChange={setOpens}
              error={rules['timetable.opensAt']}
            />
            <Fieldset legend={t('new.closes')}>
              <Stack gap="sm">
                {closing.map((phase) => (
                  <DayField
                    key={phase}
                    required={false}
                    label={t('new.closesPhase', {
                      phase: t(`phase.${phase}`),
                      length: lengthIn(definition?.timetable[phase] ?? '', i18n.language),
                    })}
                    zone={zone}
                    value={closes[phase] ?? noLocal}
                    onChange={(value) => setCloses({ ...closes, [phase]: value })}
                    error={rules[`timetable.closesAt.${phase}`]}
                  />
                ))}
              </Stack>
            </Fieldset>
            <Fieldset legend={t('new.countries')}>
              <Group gap="md">
                {(definition?.countries ?? []).map(({ iso2, names }) => (
                  <Checkbox
                    key={iso2}
                    label={text(names)}
                    checked={!left.includes(iso2)}
                    onChange={(event) =>
                      setLeft(event.currentTarget.checked ? left.filter((one) => one !== iso2) : [...left, iso2])
                    }
                  />
                ))}
              </Group>
            </Fieldset>
            <Select
              label={t('new.host')}
              clearable
              clearButtonProps={{ 'aria-label': t('new.noHost') }}
              placeholder={t('new.noHost')}
              data={(definition?.countries ?? []).map(({ iso2, names }) => ({ value: iso2, label: text(names) }))}
              value={host}
              onChange={setHost}
            />
          </Stack>
        )}
      />
    </Page>
  );
}
