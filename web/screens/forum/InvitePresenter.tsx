// Asks a person to speak for a laureate, or another one where the first cannot.
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';

/** `replaces` is the talk whose presenter steps back. */
type Props = { forumId: string; laureateId: string; replaces?: string };

export function InvitePresenter(props: Props) {
  const { t } = useTranslation('forum');
  const [isOpen, { open, close }] = useDisclosure(false);
  const label = t(props.replaces === undefined ? 'speaker.invite' : 'speaker.another');
  return (
    <>
      <Button size="sm" variant="light" aria-haspopup="dialog" onClick={open}>
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={label}>
        <InviteForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}

function InviteForm({ forumId, laureateId, replaces, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('forum');
  const invite = useAct('post', '/forums/:forumId/talks', { onDone });
  const replace = useAct('post', '/talks/:talk/replace', { onDone });
  const problem = invite.error ?? replace.error;
  const form = useFocusOnProblem(problem);
  const rules = rulesOf(problem);
  const [said, setSaid] = useState({ name: '', email: '', reason: '' });
  const [language, setLanguage] = useState<string>('en');
  const field = (name: keyof typeof said) => ({
    value: said[name],
    error: rules[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [name]: value }));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, reason } = said;
    if (replaces === undefined) invite.mutate({ params: { forumId }, body: { laureateId, name, email, language } });
    else replace.mutate({ params: { talk: replaces }, body: { name, email, language, reason } });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <TextInput label={t('speaker.name')} {...field('name')} />
        <TextInput label={t('speaker.email')} type="email" {...field('email')} />
        <Select
          label={t('speaker.language')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'th', label: 'ไทย' },
          ]}
          value={language}
          onChange={(value) => setLanguage(value ?? 'en')}
          allowDeselect={false}
        />
        {replaces !== undefined && <Textarea label={t('speaker.reason')} autosize minRows={2} {...field('reason')} />}
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending || replace.isPending}>
            {t('speaker.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
