// Records under which number an organisation is registered, and with whom.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

type View = Contract<'get', '/organisations/:organisationId'>['answer'];

export function Registration({ view }: { view: View }) {
  const { t } = useTranslation('organisations');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={open}>
        {t('registration.open')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('registration.open')}>
        <RegistrationForm view={view} onDone={close} />
      </Dialog>
    </>
  );
}

function RegistrationForm({ view, onDone }: { view: View; onDone: () => void }) {
  const { t } = useTranslation('organisations');
  const act = useAct('post', '/organisations/:organisationId/registration', { onDone });
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [number, setNumber] = useState(view.registration?.number ?? '');
  const [registrar, setRegistrar] = useState(view.registration?.registrar ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const registration = { number, registrar: registrar.trim() === '' ? null : registrar, country: view.country };
    act.mutate({ params: { organisationId: view.organisationId }, body: { registration } });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <TextInput
          label={t('registration.number')}
          required
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
            {t('registration.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
