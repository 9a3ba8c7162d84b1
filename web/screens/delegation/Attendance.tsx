// Whether a participant came: two large buttons for the desk at the door, and the way back.
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { Participant } from './said.ts';

export function Attendance({ one }: { one: Participant }) {
  const { t } = useTranslation('delegation');
  const mark = useAct('post', '/participants/:participantId/attendance');
  const params = { participantId: one.participantId };
  return (
    <>
      <Group gap="xs" role="group" aria-label={t('attendance.of', { name: one.name ?? '' })}>
        {(['present', 'absent'] as const).map((attendance) => {
          const isSo = one.attendance === attendance;
          return (
            <Button
              key={attendance}
              size="md"
              mih={48}
              miw={120}
              variant={isSo ? 'filled' : 'default'}
              color={attendance === 'present' ? 'green' : 'orange'}
              aria-pressed={isSo}
              loading={mark.isPending && mark.variables?.body?.attendance === attendance}
              onClick={() => mark.mutate({ params, body: { attendance: isSo ? 'expected' : attendance } })}
            >
              {t(`mark.${attendance}`)}
            </Button>
          );
        })}
      </Group>
      <ProblemAlert problem={mark.error} />
    </>
  );
}
