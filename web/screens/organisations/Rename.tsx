// Gives an organisation the name that it has now; the former one is kept.
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { NameFields, namesOf } from './NameFields.tsx';

type View = Contract<'get', '/organisations/:organisationId'>['answer'];

export function Rename({ view }: { view: View }) {
  const { t } = useTranslation('organisations');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="light" aria-haspopup="dialog" onClick={open}>
        {t('rename.open')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('rename.open')}>
        <RenameForm view={view} onDone={close} />
      </Dialog>
    </>
  );
}

function RenameForm({ view, onDone }: { view: View; onDone: () => void }) {
  const { t } = useTranslation('organisations');
  const act = useAct('post', '/organisations/:organisationId/rename', { onDone });
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [otherLanguage = ''] = Object.keys(view.names).filter((language) => language !== 'en' && language !== 'th');
  const [names, setNames] = useState({
    ...{ en: view.names.en ?? '', th: view.names.th ?? '' },
    ...{ other: view.names[otherLanguage] ?? '', otherLanguage },
  });
  const [since, setSince] = useState('');
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = { names: namesOf(names), since: since === '' ? null : since, reason };
    act.mutate({ params: { organisationId: view.organisationId }, body });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <NameFields names={names} onChange={setNames} error={rules.names} />
        <TextInput
          label={t('rename.since')}
          type="date"
          value={since}
          error={rules.since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        <Textarea
          label={t('rename.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          error={rules.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemAlert problem={act.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={act.isPending}>
            {t('rename.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
