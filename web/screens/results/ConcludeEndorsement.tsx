// The end of an endorsement: when all have answered or time is up, or by what the meeting decided.
import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useAwardNames } from './award-names.ts';
import { Section } from './Section.tsx';

export function ConcludeEndorsement({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const { definition } = useAwardNames(cycleId);
  const conclude = useAct('post', '/cycles/:cycleId/endorsement/conclude');
  const [meeting, setMeeting] = useState({ meetingReference: '', meetingDate: '' });
  const isMeeting = definition.endorsement.route === 'meeting';
  const field = (name: keyof typeof meeting) => ({
    value: meeting[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setMeeting((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Section title={t('conclude.title')} lead={t(isMeeting ? 'conclude.meeting' : 'conclude.correspondence')}>
      <div>
        <ConfirmButton
          variant="default"
          title={t('conclude.act')}
          confirm={t('conclude.act')}
          act={() => conclude.mutateAsync({ params: { cycleId }, body: isMeeting ? meeting : {} })}
          body={
            <Stack gap="sm">
              <Text>{t('conclude.means')}</Text>
              {isMeeting && <TextInput label={t('conclude.reference')} {...field('meetingReference')} />}
              {isMeeting && <TextInput label={t('conclude.date')} type="date" {...field('meetingDate')} />}
            </Stack>
          }
        >
          {t('conclude.act')}
        </ConfirmButton>
      </div>
    </Section>
  );
}
