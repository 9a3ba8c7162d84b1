// Records an award that an organisation was given before this system kept the record.
import { Button, Group, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { linesOf } from './Earlier.tsx';
import { useOwnAward } from './names.ts';

type Props = { award: string; organisationId: string; country: string };

export function EarlierAward(props: Props) {
  const { t } = useTranslation('organisations');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <div>
      <Button variant="default" aria-haspopup="dialog" onClick={open}>
        {t('earlier.award')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('earlier.award')}>
        <AwardForm {...props} onDone={close} />
      </Dialog>
    </div>
  );
}

function AwardForm({ award, organisationId, country, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('organisations');
  const own = useOwnAward();
  const act = useAct('post', '/awards/:award/history/laureates', { onDone });
  const form = useFocusOnProblem(act.error);
  const rules = rulesOf(act.error);
  const [edition, setEdition] = useState<string | number>('');
  const [year, setYear] = useState<string | number>('');
  const [category, setCategory] = useState<string | null>(null);
  const [basis, setBasis] = useState<'stated' | 'inferred'>('stated');
  const [sources, setSources] = useState('');
  const [note, setNote] = useState('');
  const whole = (value: string | number) => (typeof value === 'number' ? value : null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const about = { organisationId, country, category: category ?? '', basis };
    const when = { edition: whole(edition), year: whole(year) };
    act.mutate({
      params: { award },
      body: { ...about, ...when, sources: linesOf(sources), note: note.trim() || null },
    });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <Text size="sm">{t('earlier.awardMeans')}</Text>
        <Select
          label={t('earlier.category')}
          required
          data={own.categories}
          value={category}
          error={rules.category}
          onChange={setCategory}
        />
        <Select
          label={t('earlier.basis')}
          allowDeselect={false}
          data={[
            { value: 'stated', label: t('basis.stated') },
            { value: 'inferred', label: t('basis.inferred') },
          ]}
          value={basis}
          onChange={(value) => setBasis(value === 'inferred' ? 'inferred' : 'stated')}
        />
        <Group grow>
          <NumberInput label={t('earlier.number')} min={1} value={edition} onChange={setEdition} />
          <NumberInput label={t('earlier.year')} min={1900} max={2200} value={year} onChange={setYear} />
        </Group>
        <Textarea
          label={t('earlier.sources')}
          required
          autosize
          minRows={2}
          value={sources}
          error={rules.sources}
          onChange={(event) => setSources(event.currentTarget.value)}
        />
        <Textarea
          label={t('earlier.note')}
          autosize
          value={note}
          error={rules.note}
          onChange={(event) => setNote(event.currentTarget.value)}
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
