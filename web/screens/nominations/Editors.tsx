// Who works on the form together: the editors, who was invited, inviting by mail, ending a part.
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useMaybeView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import { useLanguageNames } from './definition.ts';

const path = '/drafts/nomination/:nominationId/editors';
/** Who cannot read the draft does not ask who writes it. */
export const useEditors = (nominationId: string, enabled = true) =>
  useMaybeView(path, { params: { nominationId } }, { enabled }).data;

type Props = { nominationId: string; languages: string[]; mayChange: boolean };

export function Editors({ nominationId, languages, mayChange }: Props) {
  const { t } = useTranslation('nominations');
  const me = useMe();
  const view = useEditors(nominationId);
  if (view === undefined) return null;
  const { editors, invited } = view;
  return (
    <Stack component="section" gap="xs" aria-labelledby="section-editors">
      <Title order={2} size="h4" id="section-editors">
        {t('editors.title')}
      </Title>
      <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
        {editors.map(({ personId, name, active }) => (
          <Group key={personId} component="li" justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm">
              {name ?? t('editors.erased')}
              {personId === me?.personId && ` (${t('editors.you')})`}
              {!active && ` – ${t('editors.inactive')}`}
            </Text>
            {mayChange && editors.length > 1 && (
              <End {...{ nominationId, personId }} name={name ?? ''} leaves={personId === me?.personId} />
            )}
          </Group>
        ))}
        {invited.map(({ personId, name, until }) => (
          <Group key={personId} component="li" justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" component="div">
              {t('editors.invited', { name })} <When at={until} />
            </Text>
            {mayChange && <End {...{ nominationId, personId, name }} leaves={false} />}
          </Group>
        ))}
      </Stack>
      {mayChange && <Invite nominationId={nominationId} languages={languages} />}
    </Stack>
  );
}

function End({
  nominationId,
  personId,
  name,
  leaves,
}: {
  nominationId: string;
  personId: string;
  name: string;
  leaves: boolean;
}) {
  const { t } = useTranslation('nominations');
  const end = useAct('delete', '/drafts/nomination/:nominationId/editors/:personId');
  return (
    <ConfirmButton
      variant="subtle"
      size="compact-sm"
      style={{ flexShrink: 0 }}
      title={t(leaves ? 'editors.leave' : 'editors.endOf', { name })}
      body={t(leaves ? 'editors.leaveMeans' : 'editors.endMeans')}
      confirm={t(leaves ? 'editors.leave' : 'editors.end')}
      act={() => end.mutateAsync({ params: { nominationId, personId } })}
    >
      {t(leaves ? 'editors.leave' : 'editors.end')}
    </ConfirmButton>
  );
}

function Invite({ nominationId, languages }: Omit<Props, 'mayChange'>) {
  const { t } = useTranslation('nominations');
  const [isOpen, { open, close }] = useDisclosure(false);
  const invite = useAct('post', '/drafts/nomination/:nominationId/editors/invite', { onDone: close });
  return (
    <Group>
      <Button variant="light" size="xs" aria-haspopup="dialog" onClick={open}>
        {t('editors.invite')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('editors.invite')}>
        <PersonForm
          languages={languages}
          lead={t('editors.inviteMeans')}
          submit={t('editors.send')}
          problem={invite.error}
          isBusy={invite.isPending}
          onSubmit={(body) => invite.mutate({ params: { nominationId }, body })}
        />
      </Dialog>
    </Group>
  );
}

export type Person = { email: string; name: string; language: string };
type PersonFormProps = {
  languages: string[];
  lead: string;
  submit: string;
  problem: Error | null;
  isBusy: boolean;
  onSubmit: (person: Person) => void;
};

/** Somebody to whom a mail goes: name, address, and the language of the mail. */
export function PersonForm({ languages, lead, submit, problem, isBusy, onSubmit }: PersonFormProps) {
  const { t } = useTranslation('nominations');
  const nameOf = useLanguageNames();
  const [person, setPerson] = useState<Person>({ name: '', email: '', language: languages[0] ?? 'en' });
  const form = useFocusOnProblem(problem);
  const rules = rulesOf(problem);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(person);
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <Text size="sm">{lead}</Text>
        <TextInput
          label={t('person.name')}
          required
          data-autofocus
          value={person.name}
          error={rules.name}
          onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('person.email')}
          type="email"
          required
          value={person.email}
          error={rules.email}
          onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
        />
        <Select
          label={t('person.language')}
          data={languages.map((value) => ({ value, label: nameOf(value) }))}
          allowDeselect={false}
          value={person.language}
          onChange={(language) => setPerson({ ...person, language: language ?? 'en' })}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
