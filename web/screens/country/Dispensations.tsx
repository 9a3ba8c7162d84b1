// Steps that were opened again for one country, seen by every desk; the secretariat grants them.
import { Button, Card, Group, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useList } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import { DateField } from './DateField.tsx';
import type { useDesk } from './here.ts';
import { instantOf, isBuddhist } from './zoned.ts';

type Step = 'nomination' | 'screening' | 'judging' | 'decision';
type Props = { here: ReturnType<typeof useDesk>; phases: Step[] };

export function Dispensations({ here, phases }: Props) {
  const { t } = useTranslation('country');
  const { cycleId, roles } = here;
  const list = useList('/cycles/:cycleId/dispensations', { params: { cycleId } });
  const [isGranting, setGranting] = useState(false);
  return (
    <section aria-labelledby="dispensations">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="dispensations">
          {t('dispensation.title')}
        </Title>
        {roles.has('secretariat') && !isGranting && (
          <Button variant="default" onClick={() => setGranting(true)}>
            {t('dispensation.grant')}
          </Button>
        )}
      </Group>
      {isGranting && <Grant here={here} phases={phases} onClose={() => setGranting(false)} />}
      <Listing
        list={list}
        empty={<Text>{t('dispensation.empty')}</Text>}
        exports={<ExportButton path="/cycles/:cycleId/dispensations" params={{ cycleId }} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ dispensationId, country, step, category, reason, authority, ends }) => (
              <Card key={dispensationId} withBorder component="li">
                <Text fw={600}>
                  {country} · {t(`phase.${step}`)}
                  {category !== null && ` · ${here.categoryName(category)}`}
                </Text>
                <Text>{reason}</Text>
                <Text size="sm">{t('dispensation.by', { authority })}</Text>
                <Text size="sm" component="div">
                  {t('dispensation.until')} <When at={ends.at} zone={ends.zone} relative />
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </section>
  );
}

function Grant({ here, phases, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('country');
  const { cycleId, iso2, desk, definition } = here;
  const [said, setSaid] = useState({
    step: phases[0] ?? 'nomination',
    category: '',
    reason: '',
    authority: '',
    until: '',
  });
  const grant = useAct('post', '/cycles/:cycleId/countries/:iso2/dispensations', { onDone: onClose });
  const form = useFocusOnProblem(grant.error);
  const rules = rulesOf(grant.error);
  const set = (key: keyof typeof said) => (text: string | null) => setSaid({ ...said, [key]: text ?? '' });
  const until = instantOf(said.until, desk.ownZone);
  return (
    <Paper withBorder p="md" mb="sm">
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          const { step, category, reason, authority } = said;
          const body = { step, reason, authority, until: until ?? '', ...(category !== '' && { category }) };
          grant.mutate({ params: { cycleId, iso2 }, body });
        }}
      >
        <Stack gap="sm" maw={520}>
          <Text>{t('dispensation.means')}</Text>
          <Select
            label={t('dispensation.step')}
            allowDeselect={false}
            value={said.step}
            onChange={set('step')}
            data={phases.map((value) => ({ value, label: t(`phase.${value}`) }))}
          />
          <Select
            label={t('queue.category')}
            value={said.category}
            onChange={set('category')}
            data={[
              { value: '', label: t('dispensation.allCategories') },
              ...definition.categories.map(({ key }) => ({ value: key, label: here.categoryName(key) })),
            ]}
          />
          <Textarea
            label={t('decide.reason')}
            required
            autosize
            minRows={2}
            error={rules.reason}
            value={said.reason}
            onChange={(event) => set('reason')(event.currentTarget.value)}
          />
          <TextInput
            label={t('dispensation.authority')}
            description={t('dispensation.authorityHint')}
            required
            error={rules.authority}
            value={said.authority}
            onChange={(event) => set('authority')(event.currentTarget.value)}
          />
          <DateField
            label={t('dispensation.until')}
            zone={desk.ownZone}
            value={said.until}
            onChange={set('until')}
            withTime
            required
            error={rules.until}
          />
          <ProblemAlert problem={grant.error} />
          <Group>
            <Button type="submit" loading={grant.isPending} disabled={until === undefined || isBuddhist(said.until)}>
              {t('dispensation.grant')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'app' })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
