// Steps opened again for one country: all that were granted, and a new one.
import { Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useAct, useList } from '../../../api/query.ts';
import { Empty } from '../../../parts/Empty.tsx';
import { rulesOf } from '../../../parts/fields.ts';
import { ExportButton, Listing } from '../../../parts/Listing.tsx';
import { When } from '../../../parts/When.tsx';
import type { Cycle } from '../CyclePage.tsx';
import { DayField } from '../DayField.tsx';
import { cutOffOf } from '../instants.ts';
import { ReasonField } from '../ReasonField.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';

const steps = ['nomination', 'screening', 'judging', 'decision'] as const;
type Step = (typeof steps)[number];

export function Dispensations({ cycle, mayGrant }: { cycle: Cycle; mayGrant: boolean }) {
  const { t } = useTranslation('cycles');
  const [isOpen, setOpen] = useState(false);
  const params = { cycleId: cycle.cycleId };
  const granted = useList('/cycles/:cycleId/dispensations', { params });
  return (
    <section aria-labelledby="dispensations">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="dispensations">
          {t('dispensations.title')}
        </Title>
        {mayGrant && (
          <Button variant="light" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t('dispensations.grant')}
          </Button>
        )}
      </Group>
      <Listing
        list={granted}
        empty={<Empty text={t('dispensations.empty')} />}
        exports={<ExportButton path="/cycles/:cycleId/dispensations" params={params} />}
      >
        {(items) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ dispensationId, country, step, category, reason, authority, ends }) => (
              <Card key={dispensationId} component="li" withBorder padding="sm">
                <Text fw={600}>
                  {country} · {t(`phase.${step}`)}
                  {category !== null && ` · ${category}`}
                </Text>
                <Text size="sm" component="div">
                  {t('dispensations.until')} <When at={ends.at} zone={ends.zone} />
                </Text>
                <Text size="sm">{reason}</Text>
                <Text size="sm">{t('dispensations.by', { authority })}</Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
      {isOpen && <Grant cycle={cycle} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Grant({ cycle, onClose }: { cycle: Cycle; onClose: () => void }) {
  const { t } = useTranslation('cycles');
  const [country, setCountry] = useState<string | null>(null);
  const [step, setStep] = useState<Step>('nomination');
  const [category, setCategory] = useState<string | null>(null);
  const [until, setUntil] = useState({ day: '', time: '23:59' });
  const [reason, setReason] = useState('');
  const [authority, setAuthority] = useState('');
  const grant = useAct('post', '/cycles/:cycleId/countries/:iso2/dispensations');
  const run = cycle.scope === 'national' ? steps : steps.slice(0, 2);
  const said = {
    params: { cycleId: cycle.cycleId, iso2: country ?? '' },
    body: { step, reason, authority, until: cutOffOf(until, cycle.zone), ...(category !== null && { category }) },
  };
  return (
    <ChangeDialog
      title={t('dispensations.grant')}
      lead={t('dispensations.lead')}
      onClose={onClose}
      said={said}
      fields={(problem) => (
        <Stack gap="sm">
          <Group gap="sm" grow preventGrowOverflow={false}>
            <Select
              label={t('dispensations.country')}
              required
              searchable
              data={cycle.countries}
              value={country}
              onChange={setCountry}
            />
            <Select
              label={t('dispensations.step')}
              required
              allowDeselect={false}
              data={run.map((value) => ({ value, label: t(`phase.${value}`) }))}
              value={step}
              onChange={(value) => setStep(run.find((one) => one === value) ?? 'nomination')}
            />
            <Select
              label={t('dispensations.category')}
              placeholder={t('dispensations.all')}
              clearable
              clearButtonProps={{ 'aria-label': t('dispensations.all') }}
              data={cycle.categories}
              value={category}
              onChange={setCategory}
            />
          </Group>
          <DayField
            label={t('dispensations.end')}
            zone={cycle.zone}
            value={until}
            onChange={setUntil}
            error={rulesOf(problem).until}
          />
          <TextInput
            label={t('dispensations.authority')}
            description={t('dispensations.authorityHint')}
            required
            minLength={3}
            maxLength={200}
            value={authority}
            error={rulesOf(problem).authority}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
          <ReasonField value={reason} onChange={setReason} error={rulesOf(problem).reason} />
        </Stack>
      )}
      preview={() => ask('post', '/cycles/:cycleId/countries/:iso2/dispensations/preview', said)}
      act={() => grant.mutateAsync(said)}
      confirm={t('dispensations.confirm')}
    />
  );
}
