// Plans a forum for a cycle: day and venue; hours, themes and rooms begin as the award has them.
import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useList, useMaybeView } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';

export function PlanForum() {
  const { t } = useTranslation('forum');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {t('plan.open')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('plan.open')}>
        <PlanForm />
      </Dialog>
    </>
  );
}

const blank = { nameEn: '', nameTh: '', venueEn: '', venueTh: '', day: '' };
const textsOf = (en: string, th: string) => ({ ...(en.trim() !== '' && { en }), ...(th.trim() !== '' && { th }) });

function PlanForm() {
  const { t } = useTranslation('forum');
  const say = useText();
  const navigate = useNavigate();
  const cycles = useList('/cycles', {});
  const [cycleId, setCycle] = useState<string | null>(null);
  const chosen = useMaybeView(
    '/cycles/:cycleId/definition',
    { params: { cycleId: cycleId ?? '' } },
    { enabled: cycleId !== null },
  );
  const countries = chosen.data?.definition.countries ?? [];
  const [host, setHost] = useState<string | null>(null);
  const [number, setNumber] = useState<number | string>(1);
  const [said, setSaid] = useState(blank);
  const plan = useAct('post', '/cycles/:cycleId/forums', {
    onDone: ({ id }) => void navigate({ to: `/forums/${id}` }),
  });
  const form = useFocusOnProblem(plan.error);
  const rules = rulesOf(plan.error);
  const field = (name: keyof typeof blank, rule: string) => ({
    value: said[name],
    error: rules[rule],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [name]: value }));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const zone = countries.find(({ iso2 }) => iso2 === host)?.zone ?? 'Asia/Jakarta';
    const { nameEn, nameTh, venueEn, venueTh, day } = said;
    const names = { name: textsOf(nameEn, nameTh), venue: textsOf(venueEn, venueTh) };
    plan.mutate({
      params: { cycleId: cycleId ?? '' },
      body: { number: Number(number), ...names, host: host ?? '', zone, day },
    });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <Select
          label={t('plan.cycle')}
          data={cycles.items.map((cycle) => ({ value: cycle.cycleId, label: say(cycle.title) }))}
          value={cycleId}
          onChange={setCycle}
          required
        />
        <NumberInput label={t('plan.number')} value={number} onChange={setNumber} min={1} max={999} required />
        <TextInput label={t('plan.nameEn')} {...field('nameEn', 'name')} required />
        <TextInput label={t('plan.nameTh')} {...field('nameTh', 'name.th')} lang="th" />
        <Select
          label={t('plan.host')}
          data={countries.map(({ iso2, names }) => ({ value: iso2, label: say(names) }))}
          value={host}
          onChange={setHost}
          error={rules.host}
          disabled={cycleId === null}
          required
        />
        <TextInput label={t('plan.venueEn')} {...field('venueEn', 'venue')} required />
        <TextInput label={t('plan.venueTh')} {...field('venueTh', 'venue.th')} lang="th" />
        <TextInput label={t('plan.day')} type="date" {...field('day', 'day')} required />
        <Text size="sm">{t('plan.rest')}</Text>
        <ProblemAlert problem={plan.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={plan.isPending}>
            {t('plan.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
