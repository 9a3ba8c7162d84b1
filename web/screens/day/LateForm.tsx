// Says that a session or its room runs late from a talk on, or is on time again.
import { Button, Group, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import type { SessionOf } from './Today.tsx';

export function LateForm({ session, forumId }: { session: SessionOf; forumId: string }) {
  const { t } = useTranslation('day');
  const { block, room, talks, late } = session;
  const next = talks.find(({ status }) => status !== 'presented' && status !== 'absent') ?? talks[0];
  const [from, setFrom] = useState(String(next?.minute ?? 0));
  const [minutes, setMinutes] = useState<number>(late);
  const [scope, setScope] = useState<'session' | 'room'>('room');
  const [note, setNote] = useState('');
  const act = useAct('post', '/forums/:forumId/delays');
  const steps = [-5, 5, 10] as const;
  return (
    <ConfirmButton
      variant={late > 0 ? 'light' : 'default'}
      mih={48}
      title={t('lateForm.title')}
      body={
        <Stack gap="sm">
          <NumberInput
            label={t('lateForm.minutes')}
            description={t('lateForm.zero')}
            min={0}
            max={240}
            value={minutes}
            onChange={(value) => setMinutes(Number(value) || 0)}
          />
          <Group gap="xs">
            {steps.map((step) => (
              <Button
                key={step}
                variant="default"
                mih={44}
                onClick={() => setMinutes(Math.min(240, Math.max(0, minutes + step)))}
              >
                {step > 0 ? `+${step}` : `−${-step}`}
              </Button>
            ))}
          </Group>
          <Select
            label={t('lateForm.from')}
            allowDeselect={false}
            data={[...new Map(talks.map(({ minute, localStart }) => [String(minute), localStart]))].map(
              ([value, label]) => ({ value, label }),
            )}
            value={from}
            onChange={(value) => setFrom(value ?? from)}
          />
          <Radio.Group
            label={t('lateForm.scope')}
            value={scope}
            onChange={(value) => setScope(value === 'session' ? 'session' : 'room')}
          >
            <Stack gap="xs" mt={4}>
              <Radio value="room" label={t('lateForm.room')} />
              <Radio value="session" label={t('lateForm.session')} />
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('lateForm.note')}
            description={t('lateForm.noteHint')}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Stack>
      }
      confirm={t('lateForm.act')}
      act={() =>
        act.mutateAsync({ params: { forumId }, body: { block, room, from: Number(from), minutes, scope, note } })
      }
    >
      {t('lateForm.open')}
    </ConfirmButton>
  );
}
