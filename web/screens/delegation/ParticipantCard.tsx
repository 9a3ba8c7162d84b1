// One participant as a line of a list, with what may be done about it.
import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { ReasonButton } from '../../parts/ReasonButton.tsx';
import { When } from '../../parts/When.tsx';
import type { Doing } from './ParticipantForm.tsx';
import type { Participant, Place } from './said.ts';

export const attendanceColour = { expected: 'gray', present: 'green', absent: 'orange' } as const;

type Head = { one: Participant; over?: ReactNode; order?: 2 | 3 };

export function ParticipantHead({ one, over, order = 3 }: Head) {
  const { t } = useTranslation('delegation');
  const texts = [one.positions, one.bodies].filter((of) => Object.keys(of).length > 0);
  return (
    <div>
      <Title order={order} size="h5">
        {one.name === null ? t('erased') : [one.honorific, one.name].filter((part) => part !== '').join(' ')}
      </Title>
      {Object.entries(one.names).map(([tag, name]) => (
        <Text key={tag} lang={tag} size="sm">
          {name}
        </Text>
      ))}
      <Text size="sm" component="div">
        {texts.map((of, index) => (
          <span key={JSON.stringify(of)}>
            {index > 0 && ', '}
            <LocalText of={of} />
          </span>
        ))}
      </Text>
      <Group gap={6} mt={4}>
        {over}
        <Badge variant="light">{t(`capacity.${one.capacity}`)}</Badge>
        {one.status !== 'registered' && <Badge color="gray">{t(`status.${one.status}`)}</Badge>}
        {one.attendance !== 'expected' && (
          <Badge color={attendanceColour[one.attendance]}>{t(`attendance.${one.attendance}`)}</Badge>
        )}
      </Group>
    </div>
  );
}

type Props = { one: Participant; place: Place; mayAct: boolean; onAct: (doing: Doing) => void };

export function ParticipantCard({ one, place, mayAct, onAct }: Props) {
  const isHere = one.status === 'registered' && one.name !== null;
  return (
    <Card component="li" withBorder padding="sm">
      <Stack gap="xs">
        <ParticipantHead one={one} />
        <Details one={one} zone={place.zone} />
        {isHere && mayAct && <Acts one={one} place={place} onAct={onAct} />}
      </Stack>
    </Card>
  );
}

function Details({ one, zone }: { one: Participant; zone: string }) {
  const { t } = useTranslation('delegation');
  const { needs, printedName, assignedBy, email } = one;
  const lines = [
    [t('line.badge'), printedName],
    [t('line.email'), email],
    [t('field.assignedBy'), assignedBy],
    [t('field.diet'), needs?.diet],
    [t('field.access'), needs?.access],
  ].filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <Stack gap={2}>
      {lines.map(([label, value]) => (
        <Text key={label} size="sm">
          {label}: {value}
        </Text>
      ))}
      {(['arrival', 'departure'] as const).map((of) => {
        const journey = one[of];
        if (journey === null) return null;
        return (
          <Text key={of} size="sm" component="div">
            {t(`journey.${of}`)}: <When at={journey.at} zone={journey.zone || zone} /> {journey.flight}
          </Text>
        );
      })}
    </Stack>
  );
}

function Acts({ one, place, onAct }: Omit<Props, 'mayAct'>) {
  const { t } = useTranslation('delegation');
  const params = { participantId: one.participantId };
  const [isAsked, setAsked] = useState(false);
  const withdraw = useAct('post', '/participants/:participantId/withdraw');
  const ask = useAct('post', '/participants/:participantId/ask', { onDone: () => setAsked(true) });
  const name = one.name ?? '';
  const printed = ['en', ...place.languages.filter((tag) => tag !== 'en' && tag in languages)];
  return (
    <>
      <Group gap="xs" role="group" aria-label={name}>
        <Button size="compact-md" variant="default" onClick={() => onAct({ kind: 'change', participant: one })}>
          {t('change')}
        </Button>
        {one.email !== null && (
          <Button size="compact-md" variant="default" loading={ask.isPending} onClick={() => ask.mutate({ params })}>
            {t('ask')}
          </Button>
        )}
        {printed.map((language) => (
          <Anchor
            key={language}
            href={addressOf('/participants/:participantId/invitation', params, { language })}
            size="sm"
            underline="always"
            py={4}
          >
            {t('invitation', { language: languages[language] })}
          </Anchor>
        ))}
        {one.attendance !== 'present' && (
          <>
            <Button size="compact-md" variant="default" onClick={() => onAct({ kind: 'replace', participant: one })}>
              {t('replace.open')}
            </Button>
            <ReasonButton
              size="compact-md"
              variant="default"
              color="red"
              title={t('withdraw.title', { name })}
              label={t('withdraw.reason')}
              means={t('withdraw.means')}
              confirm={t('withdraw.act')}
              act={(reason) => withdraw.mutateAsync({ params, body: { reason } })}
            >
              {t('withdraw.open')}
            </ReasonButton>
          </>
        )}
      </Group>
      {isAsked && (
        <Text size="sm" role="status">
          {t('asked', { email: one.email })}
        </Text>
      )}
      <ProblemAlert problem={ask.error} />
    </>
  );
}
