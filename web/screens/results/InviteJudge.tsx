// Asks somebody to judge: by mail address, for the groups that are chosen.
import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { useAwardNames } from './award-names.ts';

const blank = { name: '', email: '', language: 'en', country: null as string | null, categories: [] as string[] };

export function InviteJudge({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {t('invite.open')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('invite.title')}>
        <InviteForm cycleId={cycleId} onDone={close} />
      </Dialog>
    </>
  );
}

function InviteForm({ cycleId, onDone }: { cycleId: string; onDone: () => void }) {
  const { t, i18n } = useTranslation('results');
  const say = useText();
  const { definition, isNational } = useAwardNames(cycleId);
  const [said, setSaid] = useState(blank);
  const invite = useAct('post', '/cycles/:cycleId/judges', { onDone });
  const form = useFocusOnProblem(invite.error);
  const rules = rulesOf(invite.error);
  const set = (change: Partial<typeof blank>) => setSaid((before) => ({ ...before, ...change }));
  const languages = [...new Set(['en', ...definition.countries.flatMap((country) => country.languages)])];
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { categories, ...person } = said;
    const groups = categories.map((key) => (isNational ? `${said.country}-${key}` : key));
    invite.mutate({ params: { cycleId }, body: { ...person, groups } });
  };
  const field = (name: 'name' | 'email') => ({
    value: said[name],
    error: rules[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    required: true,
  });
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <TextInput label={t('person.name')} {...field('name')} autoComplete="off" />
        <TextInput label={t('person.email')} type="email" {...field('email')} autoComplete="off" />
        <Select
          label={t('person.language')}
          data={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
          value={said.language}
          onChange={(language) => set({ language: language ?? 'en' })}
          allowDeselect={false}
        />
        <Select
          label={t('person.country')}
          description={isNational ? t('invite.countryNational') : t('invite.countryRegional')}
          data={definition.countries.map(({ iso2, names: of }) => ({ value: iso2, label: say(of) }))}
          value={said.country}
          onChange={(country) => set({ country })}
          required={isNational}
          error={rules.country}
          searchable
        />
        <Checkbox.Group
          label={t('invite.categories')}
          value={said.categories}
          onChange={(categories) => set({ categories })}
          error={rules.groups}
          required
        >
          <Stack gap="xs" mt="xs">
            {definition.categories.map(({ key, names: of }) => (
              <Checkbox key={key} value={key} label={say(of)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <ProblemAlert problem={invite.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {t('invite.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
