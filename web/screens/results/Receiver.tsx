// Who receives for a laureate: in person, from afar, represented, or nobody.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { Called } from './Ceremony.tsx';

const ways = ['in-person', 'remote', 'represented', 'absent'] as const;

export function Receiver({ cycleId, called }: { cycleId: string; called: Called }) {
  const { t } = useTranslation('results');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="sm" variant="default" aria-haspopup="dialog" onClick={open}>
        {t(called.receiver === null ? 'receiver.name' : 'receiver.change')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('receiver.title')}>
        <ReceiverForm cycleId={cycleId} called={called} onDone={close} />
      </Dialog>
    </>
  );
}

type Props = { cycleId: string; called: Called; onDone: () => void };

function ReceiverForm({ cycleId, called: { laureateId, receiver }, onDone }: Props) {
  const { t } = useTranslation('results');
  const act = useAct('post', '/cycles/:cycleId/ceremony/:laureateId/receiver', { onDone });
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [how, setHow] = useState<string>(receiver?.how ?? 'in-person');
  const [said, setSaid] = useState({ name: receiver?.name ?? '', email: '', office: receiver?.office ?? '' });
  const field = (name: keyof typeof said, rule = `person.${name}`) => ({
    value: said[name],
    error: rules[rule],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [name]: value }));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, office } = said;
    const person = how === 'absent' || email === '' ? null : { name, email, language: 'en' };
    const body = { how: how as (typeof ways)[number], office: office.trim() === '' ? null : office, person };
    act.mutate({ params: { cycleId, laureateId }, body });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <Select
          label={t('receiver.how')}
          data={ways.map((value) => ({ value, label: t(`how.${value}`) }))}
          value={how}
          onChange={(value) => setHow(value ?? 'in-person')}
          allowDeselect={false}
        />
        {how !== 'absent' && (
          <>
            <TextInput label={t('person.name')} {...field('name')} required />
            <TextInput label={t('person.email')} type="email" {...field('email')} required />
            <TextInput label={t('receiver.office')} {...field('office', 'office')} />
          </>
        )}
        <ProblemAlert problem={act.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={act.isPending}>
            {t('app:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
