// The record of earlier editions: loaded as it is installed, and an edition entered by hand.
import { Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useOwnAward } from './names.ts';

export function Earlier({ award }: { award: string }) {
  const { t } = useTranslation('organisations');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <LoadEarlier award={award}>
        <Button variant="default" aria-haspopup="dialog" onClick={open}>
          {t('earlier.edition')}
        </Button>
      </LoadEarlier>
      <Dialog opened={isOpen} onClose={close} title={t('earlier.edition')}>
        <EditionForm award={award} onDone={close} />
      </Dialog>
    </Stack>
  );
}

/** As it is installed with the award; `children` stand beside the button. */
export function LoadEarlier({ award, children }: { award: string; children?: ReactNode }) {
  const { t } = useTranslation('organisations');
  const load = useAct('post', '/awards/:award/history/load');
  const loaded = load.data;
  return (
    <Stack gap="xs">
      <Group>
        <ConfirmButton
          variant="default"
          title={t('earlier.load')}
          body={<Text>{t('earlier.loadMeans')}</Text>}
          confirm={t('earlier.load')}
          act={() => load.mutateAsync({ params: { award } })}
        >
          {t('earlier.load')}
        </ConfirmButton>
        {children}
      </Group>
      {loaded !== undefined && (
        <Text role="status">
          {t('earlier.loaded', { editions: loaded.editions, laureates: loaded.laureates })}{' '}
          {loaded.questions.length > 0 && t('earlier.questions', { count: loaded.questions.length })}
        </Text>
      )}
    </Stack>
  );
}

/** One source on each line. */
export const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const wholeOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);

function EditionForm({ award, onDone }: { award: string; onDone: () => void }) {
  const { t } = useTranslation('organisations');
  const own = useOwnAward();
  const act = useAct('post', '/awards/:award/history/editions', { onDone });
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [said, setSaid] = useState({ place: '', ceremonyDate: '', sources: '', note: '' });
  const [number, setNumber] = useState<string | number>('');
  const [year, setYear] = useState<string | number>('');
  const [laureateCount, setCount] = useState<string | number>('');
  const [host, setHost] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...{ number: Number(number), year: Number(year), laureateCount: wholeOf(laureateCount), host },
      ...{ place: said.place.trim() || null, ceremonyDate: said.ceremonyDate || null, note: said.note.trim() || null },
      sources: linesOf(said.sources),
    };
    act.mutate({ params: { award }, body });
  };
  const field = (key: keyof typeof said) => ({
    label: t(`earlier.${key}`),
    value: said[key],
    error: rules[key],
    onChange: (event: { currentTarget: { value: string } }) => setSaid({ ...said, [key]: event.currentTarget.value }),
  });
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <Text size="sm">{t('earlier.editionMeans')}</Text>
        <Group grow>
          <NumberInput label={t('earlier.number')} required min={1} value={number} onChange={setNumber} />
          <NumberInput label={t('earlier.year')} required min={1900} max={2200} value={year} onChange={setYear} />
        </Group>
        <NumberInput label={t('earlier.count')} min={0} value={laureateCount} onChange={setCount} />
        <TextInput type="date" {...field('ceremonyDate')} />
        <TextInput {...field('place')} />
        <Select label={t('earlier.host')} data={own.countries} value={host} onChange={setHost} clearable />
        <Textarea required autosize minRows={2} {...field('sources')} />
        <Textarea autosize {...field('note')} />
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
