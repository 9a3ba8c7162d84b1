// A reply that came by letter: recorded for its country, with the scanned letter and who signed it.
import { Button, FileInput, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useView } from '../../api/query.ts';
import { hashOf, sendFile } from '../../api/upload.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { useAwardNames } from './award-names.ts';

export function ReplyByLetter({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="light" aria-haspopup="dialog" onClick={open}>
        {t('letter.open')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('letter.open')}>
        <LetterForm cycleId={cycleId} onDone={close} />
      </Dialog>
    </>
  );
}

const blank = { reference: '', date: '', office: '', name: '', reason: '' };
type LetterType = 'application/pdf' | 'image/jpeg' | 'image/png';

function LetterForm({ cycleId, onDone }: { cycleId: string; onDone: () => void }) {
  const { t } = useTranslation('results');
  const { t: part } = useTranslation('parts');
  const say = useText();
  const names = useAwardNames(cycleId);
  const { winners } = useView('/cycles/:cycleId/endorsement', { params: { cycleId } });
  const register = useAct('post', '/cycles/:cycleId/letters');
  const endorse = useAct('post', '/cycles/:cycleId/endorsement/endorse');
  const object = useAct('post', '/cycles/:cycleId/endorsement/object');
  const [said, setSaid] = useState(blank);
  const [country, setCountry] = useState<string | null>(null);
  const [reply, setReply] = useState('endorse');
  const [laureateId, setLaureate] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<{ busy: boolean; problem: Error | null }>({ busy: false, problem: null });
  const form = useFocusOnProblem(state.problem);
  const rules = rulesOf(state.problem);
  const params = { cycleId };
  const keep = async () => {
    if (file === null || country === null) return;
    const letter = await hashOf(file);
    const body = { name: file.name, size: file.size, type: file.type as LetterType, sha256: letter, country };
    const { fileId } = await register.mutateAsync({ params, body });
    await sendFile(file, fileId).done;
    const { reference, date, office, name, reason } = said;
    const onBehalf = { letter, reference, date, signatory: { office, name } };
    if (reply === 'endorse') return endorse.mutateAsync({ params, body: { country, onBehalf } });
    return object.mutateAsync({ params, body: { country, laureateId: laureateId ?? '', reason, onBehalf } });
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setState({ busy: true, problem: null });
    const problem = await keep().then(
      () => null,
      (error: Error) => error,
    );
    setState({ busy: false, problem });
    if (problem === null) onDone();
  };
  const field = (name: keyof typeof blank, rule = `onBehalf.${name}`) => ({
    value: said[name],
    error: rules[rule],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form ref={form} onSubmit={(event) => void send(event)}>
      <Stack>
        <Select
          label={t('person.country')}
          data={names.definition.countries.map(({ iso2 }) => ({ value: iso2, label: names.country(iso2) }))}
          value={country}
          onChange={setCountry}
          required
          searchable
        />
        <Radio.Group label={t('replies.reply')} value={reply} onChange={setReply}>
          <Stack gap="xs" mt="xs">
            <Radio value="endorse" label={t('letter.endorses')} />
            <Radio value="object" label={t('letter.objects')} />
          </Stack>
        </Radio.Group>
        {reply === 'object' && (
          <>
            <Select
              label={t('replies.laureate')}
              data={winners.map((one) => ({ value: one.laureateId, label: say(one.organisation) }))}
              value={laureateId}
              onChange={setLaureate}
              required
            />
            <Textarea label={t('reason')} autosize minRows={2} {...field('reason', 'reason')} />
          </>
        )}
        <FileInput
          label={t('letter.file')}
          placeholder={part('file.choose')}
          description={t('letter.fileHint')}
          accept="application/pdf,image/jpeg,image/png"
          value={file}
          onChange={setFile}
          error={rules.sha256 ?? rules['onBehalf.letter']}
          required
        />
        <TextInput label={t('letter.reference')} {...field('reference')} />
        <TextInput label={t('letter.date')} type="date" {...field('date')} />
        <TextInput label={t('letter.office')} {...field('office', 'onBehalf.signatory.office')} />
        <TextInput label={t('letter.name')} {...field('name', 'onBehalf.signatory.name')} />
        <ProblemAlert problem={state.problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={state.busy}>
            {t('letter.record')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
