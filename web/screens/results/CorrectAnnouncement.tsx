// Corrects a name or a note that was announced: readers see that it was, and history keeps the first.
import { Button, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { Section } from './Section.tsx';

type Laureate = ItemOf<'/cycles/:cycleId/laureates'>;
type Field = 'organisation' | 'note';

export function CorrectAnnouncement({ cycleId, laureates }: { cycleId: string; laureates: Laureate[] }) {
  const { t } = useTranslation('results');
  const say = useText();
  const { stages } = useView('/cycles/:cycleId/announcement', { params: { cycleId } });
  const correct = useAct('post', '/cycles/:cycleId/announcement/:stage/correct');
  const form = useFocusOnProblem(correct.error);
  const [laureateId, setLaureate] = useState<string | null>(null);
  const [field, setField] = useState<Field>('organisation');
  const [text, setText] = useState({ en: '', th: '' });
  const [reason, setReason] = useState('');
  const stage = stages.findLast(({ published }) => published)?.stage ?? 'public';
  const choose = (id: string | null) => {
    setLaureate(id);
    const names = laureates.find((one) => one.laureateId === id)?.organisation ?? {};
    setText({ en: names.en ?? '', th: names.th ?? '' });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = Object.fromEntries(Object.entries(text).filter(([, value]) => value.trim() !== ''));
    correct.mutate({ params: { cycleId, stage }, body: { laureateId: laureateId ?? '', field, text: said, reason } });
  };
  return (
    <Section title={t('correct.title')} lead={t('correct.lead')}>
      <form ref={form} onSubmit={send}>
        <Stack maw={560}>
          <Select
            label={t('replies.laureate')}
            data={laureates.map((one) => ({ value: one.laureateId, label: say(one.organisation) }))}
            value={laureateId}
            onChange={choose}
            required
          />
          <Radio.Group label={t('correct.what')} value={field} onChange={(value) => setField(value as Field)}>
            <Stack gap="xs" mt="xs">
              <Radio value="organisation" label={t('correct.name')} />
              <Radio value="note" label={t('correct.note')} />
            </Stack>
          </Radio.Group>
          {(['en', 'th'] as const).map((language) => (
            <TextInput
              key={language}
              label={t(`correct.in.${language}`)}
              lang={language}
              value={text[language]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setText((before) => ({ ...before, [language]: value }));
              }}
            />
          ))}
          <Textarea
            label={t('reason')}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemAlert problem={correct.error} />
          {correct.isSuccess && <Text role="status">{t('correct.done')}</Text>}
          <div>
            <Button type="submit" variant="light" loading={correct.isPending}>
              {t('correct.act')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
