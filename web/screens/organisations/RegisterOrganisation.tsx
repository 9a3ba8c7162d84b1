// Enters an organisation in the register; what looks like it is shown on its page.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { NameFields, namesOf } from './NameFields.tsx';
import { useOwnAward } from './names.ts';

export function RegisterOrganisation() {
  const { t } = useTranslation('organisations');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {t('register.open')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('register.open')}>
        <RegisterForm />
      </Dialog>
    </>
  );
}

function RegisterForm() {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  const own = useOwnAward();
  const act = useAct('post', '/awards/:award/organisations', {
    onDone: ({ id }) => void navigate({ to: `/organisations/${id}` }),
  });
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [names, setNames] = useState({ en: '', th: '', other: '', otherLanguage: '' });
  const [country, setCountry] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const [registrar, setRegistrar] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const iso2 = country ?? '';
    const registration =
      number.trim() === '' ? null : { number, registrar: registrar.trim() === '' ? null : registrar, country: iso2 };
    act.mutate({ params: { award: own.award ?? '' }, body: { country: iso2, names: namesOf(names), registration } });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <NameFields names={names} onChange={setNames} error={rules.names} />
        <Select
          label={t('country')}
          data={own.countries}
          value={country}
          onChange={setCountry}
          error={rules.country}
          required
          searchable
        />
        <TextInput
          label={t('registration.number')}
          value={number}
          error={rules['registration.number']}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={t('registration.registrar')}
          value={registrar}
          error={rules['registration.registrar']}
          onChange={(event) => setRegistrar(event.currentTarget.value)}
        />
        <ProblemAlert problem={act.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={act.isPending}>
            {t('register.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
