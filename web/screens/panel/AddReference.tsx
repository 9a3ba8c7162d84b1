// Lays down a reference entry: a sample that is written here or an entry of an earlier edition, with its points and why.
import { Button, Group, NumberInput, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { rubricFor } from '../../parts/rubrics.ts';
import { useText } from '../../parts/texts.ts';
import type { CalibrationOf } from './Calibration.tsx';
import { useNames } from './names.ts';

type Props = { id: string; found: CalibrationOf };
type Body = Contract<'post', '/panels/:panel/calibration/references'>['body'];
type Said = { source: Body['source']; title: string; text: string; nominationId: string | null };
type Scored = { [criterion: string]: { points: number | ''; comment: string } };

export function AddReference({ id, found }: Props) {
  const { t } = useTranslation('panel');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {t('calibration.add')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('calibration.add')} size="lg">
        <Form id={id} found={found} onDone={close} />
      </Dialog>
    </>
  );
}

function Form({ id, found, onDone }: Props & { onDone: () => void }) {
  const { t, i18n } = useTranslation('panel');
  const { definition } = useNames(found.cycleId);
  const rubric = rubricFor(definition, found.category, found.round);
  const [said, setSaid] = useState<Said>({ source: 'sample', title: '', text: '', nominationId: null });
  const [scored, setScored] = useState<Scored>({});
  const add = useAct('post', '/panels/:panel/calibration/references');
  const criteria = rubric?.criteria ?? [];
  const scores = criteria.flatMap(({ key: criterion }) => {
    const { points = '', comment = '' } = scored[criterion] ?? {};
    return points === '' ? [] : [{ criterion, points, comment }];
  });
  const body = (): Body =>
    said.source === 'sample'
      ? { source: 'sample', title: { [i18n.language]: said.title }, text: said.text, scores }
      : { source: 'earlier', nominationId: said.nominationId ?? '', scores };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ params: { panel: id }, body: body() }, { onSuccess: onDone });
      }}
    >
      <Stack>
        <Text size="sm">{t('calibration.means')}</Text>
        <What found={found} said={said} onChange={setSaid} />
        {criteria.map((criterion) => (
          <Meant
            key={criterion.key}
            criterion={criterion}
            max={rubric?.scale.max ?? 5}
            said={scored[criterion.key] ?? { points: '', comment: '' }}
            onChange={(one) => setScored({ ...scored, [criterion.key]: one })}
          />
        ))}
        <ProblemAlert problem={add.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t('calibration.addIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type WhatProps = { found: CalibrationOf; said: Said; onChange: (said: Said) => void };

function What({ found, said, onChange }: WhatProps) {
  const { t } = useTranslation('panel');
  const text = useText();
  const earlier = found.earlier ?? [];
  const options = earlier.map(({ nominationId, title, cycle }) => {
    return { value: nominationId, label: `${text(title)} · ${text(cycle)}` };
  });
  return (
    <>
      <Radio.Group
        label={t('calibration.source')}
        value={said.source}
        onChange={(source) => onChange({ ...said, source: source === 'earlier' ? 'earlier' : 'sample' })}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="sample" label={t('calibration.sourceSample')} />
          <Radio value="earlier" label={t('calibration.sourceEarlier')} disabled={earlier.length === 0} />
        </Stack>
      </Radio.Group>
      {earlier.length === 0 && <Text size="sm">{t('calibration.noEarlier')}</Text>}
      {said.source === 'sample' ? (
        <>
          <TextInput
            label={t('calibration.entryTitle')}
            required
            value={said.title}
            onChange={(event) => onChange({ ...said, title: event.currentTarget.value })}
          />
          <Textarea
            label={t('calibration.text')}
            required
            autosize
            minRows={4}
            maxLength={20_000}
            value={said.text}
            onChange={(event) => onChange({ ...said, text: event.currentTarget.value })}
          />
        </>
      ) : (
        <Select
          label={t('calibration.which')}
          required
          searchable
          data={options}
          value={said.nominationId}
          onChange={(nominationId) => onChange({ ...said, nominationId })}
        />
      )}
    </>
  );
}

type MeantProps = {
  criterion: { label: { [language: string]: string } };
  max: number;
  said: Scored[string];
  onChange: (said: Scored[string]) => void;
};

function Meant({ criterion, max, said, onChange }: MeantProps) {
  const { t } = useTranslation('panel');
  const text = useText();
  const name = { criterion: text(criterion.label) };
  return (
    <Group align="flex-start" gap="xs">
      <NumberInput
        label={t('calibration.points', name)}
        required
        min={0}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        w={{ base: '100%', xs: 200 }}
        value={said.points}
        onChange={(points) => onChange({ ...said, points: typeof points === 'number' ? points : '' })}
      />
      <Textarea
        label={t('calibration.why', name)}
        required
        autosize
        minLength={3}
        maxLength={1000}
        flex={1}
        miw={220}
        value={said.comment}
        onChange={(event) => onChange({ ...said, comment: event.currentTarget.value })}
      />
    </Group>
  );
}
