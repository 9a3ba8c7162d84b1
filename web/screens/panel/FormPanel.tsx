// Forms the panel of a category from the judges who serve: who sits on it, who is a reserve, who leads it.
import { Button, Checkbox, Group, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useList } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { useNames } from './names.ts';

type Seats = { judges: string[]; reserves: string[]; chair: string | null; deputyChair: string | null };
type Props = { cycleId: string; country: string | null; formed: { group: string }[] };

export function FormPanel({ cycleId, country, formed }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const navigate = useNavigate();
  const { definition } = useNames(cycleId);
  const groupOf = (category: string) => (country === null ? category : `${country}-${category}`);
  const open = definition.categories.filter(({ key }) => !formed.some(({ group }) => group === groupOf(key)));
  const [category, setCategory] = useState<string | null>(null);
  const [seats, setSeats] = useState<Seats>({ judges: [], reserves: [], chair: null, deputyChair: null });
  const judges = useList('/cycles/:cycleId/judges', { params: { cycleId } });
  const form = useAct('post', '/cycles/:cycleId/panels', {
    onDone: ({ id }) => void navigate({ to: `/panels/${id}` }),
  });
  if (open.length === 0) return <Text>{t('form.all')}</Text>;
  const serving = judges.items.filter(
    ({ groups, status }) => category !== null && groups.includes(groupOf(category)) && status === 'accepted',
  );
  const named = serving.map(({ judgeId, name }) => ({ value: judgeId, label: name || '—' }));
  const leaders = named.filter(({ value }) => seats.judges.includes(value));
  const others = named.filter(({ value }) => !seats.judges.includes(value));
  const reserves = seats.reserves.filter((judge) => others.some(({ value }) => value === judge));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (category !== null) form.mutate({ params: { cycleId }, body: { ...seats, reserves, country, category } });
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={520}>
        <Select
          label={t('form.category')}
          required
          data={open.map(({ key, names }) => ({ value: key, label: text(names) }))}
          value={category}
          onChange={setCategory}
        />
        {category !== null && serving.length === 0 && <Text>{t('form.noJudges')}</Text>}
        {serving.length > 0 && (
          <Checkbox.Group
            label={t('form.judges')}
            value={seats.judges}
            onChange={(chosen) => setSeats({ ...seats, judges: chosen })}
          >
            <Stack gap="xs" mt={4}>
              {serving.map(({ judgeId, name }) => (
                <Checkbox key={judgeId} value={judgeId} label={name || '—'} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {leaders.length > 0 && (
          <>
            {others.length > 0 && (
              <MultiSelect
                label={t('change.reserves')}
                description={t('change.reservesMean')}
                data={others}
                value={reserves}
                onChange={(chosen) => setSeats({ ...seats, reserves: chosen })}
              />
            )}
            <Select
              label={t('form.chair')}
              required
              data={leaders}
              value={seats.chair}
              onChange={(chair) => setSeats({ ...seats, chair })}
            />
            <Select
              label={t('form.deputy')}
              clearable
              data={leaders.filter(({ value }) => value !== seats.chair)}
              value={seats.deputyChair}
              onChange={(deputyChair) => setSeats({ ...seats, deputyChair })}
            />
          </>
        )}
        <ProblemAlert problem={form.error} />
        <Group>
          <Button type="submit" loading={form.isPending} disabled={seats.chair === null}>
            {t('form.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
