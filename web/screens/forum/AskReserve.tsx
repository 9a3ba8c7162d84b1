// Asks a reserve to speak where a laureate cannot.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import type { Reserve } from './Reserves.tsx';

/** `fallen` are the talks that nobody stands in for yet. */
type Props = { forumId: string; reserve: Reserve; fallen: ItemOf<'/forums/:forumId/talks'>[] };

export function AskReserve(props: Props) {
  const { t } = useTranslation('reserves');
  const say = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size="sm"
        variant="light"
        aria-haspopup="dialog"
        aria-label={t('askName', { name: say(props.reserve.organisation) })}
        onClick={open}
      >
        {t('ask')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('askName', { name: say(props.reserve.organisation) })}>
        <AskForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}

function AskForm({ forumId, reserve, fallen, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('reserves');
  const say = useText();
  const [said, setSaid] = useState({ name: '', email: '' });
  const [language, setLanguage] = useState('en');
  const [insteadOf, setInsteadOf] = useState<string | null>(fallen[0]?.laureateId ?? null);
  const invite = useAct('post', '/forums/:forumId/talks', { onDone });
  const form = useFocusOnProblem(invite.error);
  const rules = rulesOf(invite.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const instead = insteadOf === null ? {} : { insteadOf };
    const body = { laureateId: reserve.laureateId, ...said, language, ...instead };
    invite.mutate({ params: { forumId }, body });
  };
  const field = (of: keyof typeof said) => ({
    value: said[of],
    error: rules[of],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [of]: value }));
    },
  });
  return (
    <form ref={form} onSubmit={send}>
      <Stack gap="sm">
        <Select
          label={t('instead')}
          placeholder={t('nobody')}
          clearable
          clearButtonProps={{ 'aria-label': t('nobody') }}
          data={fallen.map(({ laureateId, organisation, country }) => ({
            value: laureateId,
            label: `${say(organisation)} (${country})`,
          }))}
          value={insteadOf}
          onChange={setInsteadOf}
        />
        <TextInput label={t('person')} maxLength={200} {...field('name')} />
        <TextInput label={t('email')} type="email" maxLength={254} {...field('email')} />
        <Select
          label={t('language')}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={language}
          allowDeselect={false}
          onChange={(chosen) => setLanguage(chosen ?? 'en')}
        />
        <ProblemAlert problem={invite.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
