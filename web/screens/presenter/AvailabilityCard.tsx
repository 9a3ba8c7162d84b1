// When one can speak, by the clock of the venue, in the room or from afar; what else one has to attend, and what one would like.
import { Button, Card, Group, Radio, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { ownZone, placeOf } from '../../parts/times.ts';
import { SpanFields } from './SpanFields.tsx';
import { clockOf, minutesOf, named, type Talk } from './talk.ts';

type Window = { from: string; to: string };
type Meeting = Window & { what: string };
const inClock = <Span extends { from: number; to: number }>({ from, to, ...rest }: Span) => ({
  ...rest,
  from: clockOf(from),
  to: clockOf(to),
});
const inMinutes = <Span extends Window>({ from, to, ...rest }: Span) => ({
  ...rest,
  from: minutesOf(from),
  to: minutesOf(to),
});

export function AvailabilityCard({ talk }: { talk: Talk }) {
  const { t } = useTranslation('presenter');
  const { opensAt, closesAt } = talk.forum;
  const [mode, setMode] = useState(talk.mode);
  const [zone, setZone] = useState(talk.ownZone ?? ownZone());
  const [windows, setWindows] = useState<Window[]>(talk.windows.map(inClock));
  const [busy, setBusy] = useState<Meeting[]>(talk.busy.map(inClock));
  const [wish, setWish] = useState(talk.wish);
  const [isSaved, setSaved] = useState(false);
  const say = useAct('post', '/talks/:talk/availability', { onDone: () => setSaved(true) });
  const form = useFocusOnProblem(say.error);
  const changed = <Value,>(set: (value: Value) => void, value: Value) => {
    setSaved(false);
    set(value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const own = mode === 'remote' ? zone : null;
    const times = { windows: windows.map(inMinutes), busy: busy.map(inMinutes) };
    say.mutate({ ...named(talk), body: { mode, ...times, zone: own, wish } });
  };
  const whole = { from: clockOf(opensAt), to: clockOf(closesAt) };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('time.title')}
      </Title>
      <Text mb="sm">{t('time.lead', { ...whole, place: placeOf(talk.zone) })}</Text>
      <form ref={form} onSubmit={submit} aria-label={t('time.title')} noValidate>
        <Stack>
          <Radio.Group
            label={t('time.mode')}
            value={mode}
            onChange={(chosen) => changed(setMode, chosen as typeof mode)}
          >
            <Group mt={4}>
              <Radio value="in-person" label={t('time.inPerson')} />
              <Radio value="remote" label={t('time.remote')} />
            </Group>
          </Radio.Group>
          {mode === 'remote' && (
            <Select
              label={t('time.zone')}
              description={t('time.zoneHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={[...new Set([zone, ...Intl.supportedValuesOf('timeZone')])]}
              value={zone}
              searchable
              allowDeselect={false}
              onChange={(chosen) => changed(setZone, chosen ?? zone)}
            />
          )}
          {windows.length === 0 && <Text>{t('time.wholeDay')}</Text>}
          {windows.map((window, index) => (
            <SpanFields
              // biome-ignore lint/suspicious/noArrayIndexKey: times have no other name
              key={index}
              span={window}
              number={index + 1}
              of="time"
              onChange={(span) => changed(setWindows, windows.with(index, span))}
              onRemove={() => changed(setWindows, windows.toSpliced(index, 1))}
            />
          ))}
          <Group>
            <Button variant="default" onClick={() => changed(setWindows, [...windows, whole])}>
              {t('time.add')}
            </Button>
          </Group>
          {busy.length > 0 && <Text>{t('busy.lead')}</Text>}
          {busy.map((meeting, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: meetings have no other name
            <Stack key={index} gap="xs">
              <TextInput
                label={t('busy.what', { number: index + 1 })}
                maxLength={100}
                value={meeting.what}
                onChange={(event) =>
                  changed(setBusy, busy.with(index, { ...meeting, what: event.currentTarget.value }))
                }
              />
              <SpanFields
                span={meeting}
                number={index + 1}
                of="busy"
                onChange={(span) => changed(setBusy, busy.with(index, { ...meeting, ...span }))}
                onRemove={() => changed(setBusy, busy.toSpliced(index, 1))}
              />
            </Stack>
          ))}
          <Group>
            <Button variant="default" onClick={() => changed(setBusy, [...busy, { ...whole, what: '' }])}>
              {t('busy.add')}
            </Button>
          </Group>
          <Select
            label={t('wish.title')}
            data={['any', '0', '1', '2'].map((value) => ({ value, label: t(`wish.${value}`) }))}
            value={wish === null ? 'any' : String(wish)}
            allowDeselect={false}
            onChange={(chosen) => changed(setWish, chosen === 'any' || chosen === null ? null : Number(chosen))}
          />
          <ProblemAlert problem={say.error} />
          <Group>
            <Button type="submit" loading={say.isPending}>
              {t('time.save')}
            </Button>
            <Text role="status">{isSaved && t('saved')}</Text>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
