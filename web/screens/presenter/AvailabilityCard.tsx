// When one can speak, by the clock of the venue, in the room or from afar.
import { Button, Card, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { placeOf } from '../../parts/times.ts';
import { clockOf, minutesOf, named, type Talk } from './talk.ts';

type Window = { from: string; to: string };

export function AvailabilityCard({ talk }: { talk: Talk }) {
  const { t } = useTranslation('presenter');
  const { opensAt, closesAt } = talk.forum;
  const [mode, setMode] = useState(talk.mode);
  const [windows, setWindows] = useState<Window[]>(
    talk.windows.map(({ from, to }) => ({ from: clockOf(from), to: clockOf(to) })),
  );
  const [isSaved, setSaved] = useState(false);
  const say = useAct('post', '/talks/:talk/availability', { onDone: () => setSaved(true) });
  const form = useFocusOnProblem(say.error);
  const change = (changed: Window[]) => {
    setSaved(false);
    setWindows(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = windows.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
    say.mutate({ ...named(talk), body: { mode, windows: said } });
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('time.title')}
      </Title>
      <Text mb="sm">
        {t('time.lead', { from: clockOf(opensAt), to: clockOf(closesAt), place: placeOf(talk.zone) })}
      </Text>
      <form ref={form} onSubmit={submit} aria-label={t('time.title')} noValidate>
        <Stack>
          <Radio.Group label={t('time.mode')} value={mode} onChange={(chosen) => setMode(chosen as typeof mode)}>
            <Group mt={4}>
              <Radio value="in-person" label={t('time.inPerson')} />
              <Radio value="remote" label={t('time.remote')} />
            </Group>
          </Radio.Group>
          {windows.length === 0 && <Text>{t('time.wholeDay')}</Text>}
          {windows.map((window, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: times have no other name
            <Group key={index} align="flex-end" gap="xs">
              {(['from', 'to'] as const).map((end) => (
                <TextInput
                  key={end}
                  type="time"
                  label={t(`time.${end}`, { number: index + 1 })}
                  value={window[end]}
                  onChange={(event) =>
                    change(
                      windows.map((one, at) => (at === index ? { ...one, [end]: event.currentTarget.value } : one)),
                    )
                  }
                />
              ))}
              <Button
                variant="subtle"
                color="red"
                aria-label={t('time.removeNumber', { number: index + 1 })}
                onClick={() => change(windows.filter((_, at) => at !== index))}
              >
                {t('time.remove')}
              </Button>
            </Group>
          ))}
          <ProblemAlert problem={say.error} />
          <Group>
            <Button type="submit" loading={say.isPending}>
              {t('time.save')}
            </Button>
            <Button
              variant="default"
              onClick={() => change([...windows, { from: clockOf(opensAt), to: clockOf(closesAt) }])}
            >
              {t('time.add')}
            </Button>
            <Text role="status">{isSaved && t('saved')}</Text>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
