// The place that the released programme gives the talk; after a move it is confirmed again, or said not to suit.
import { Alert, Button, Card, Group, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { named, type Talk } from './talk.ts';

type Slot = NonNullable<Talk['slot']>;
type Props = { talk: Talk; slot: Slot };

export function PlaceCard({ talk, slot }: Props) {
  const { t } = useTranslation('presenter');
  const text = useText();
  const { place, moved, name } = slot;
  const room = text(talk.forum.rooms.find(({ key }) => key === place.room)?.name) || place.room;
  const { status, reconfirmed, refused } = talk;
  const isRefused = refused !== null && refused.release >= moved;
  const asks = status === 'confirmed' && !isRefused && (reconfirmed ?? 0) < moved;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('place.title')}
      </Title>
      <Text size="lg" component="div">
        <When at={place.startsAt} zone={talk.zone} />
      </Text>
      {slot.late > 0 && (
        <Alert color="orange" variant="light" my="xs" role="status" title={t('place.late', { count: slot.late })}>
          <When at={slot.nowStarts} zone={talk.zone} />
        </Alert>
      )}
      <Text>{t('place.room', { room, release: name })}</Text>
      {asks && (
        <Alert color="yellow" mt="sm" title={t(moved === 1 ? 'place.first' : 'place.moved')}>
          <Answers talk={talk} slot={slot} />
        </Alert>
      )}
      {isRefused && status === 'confirmed' && (
        <Alert color="gray" mt="sm" title={t('place.refused')}>
          <Text size="sm" mb="xs">
            {t('place.refusedMeans', { reason: refused.reason })}
          </Text>
          <Yes talk={talk} slot={slot} label={t('place.afterAll')} />
        </Alert>
      )}
      {!asks && !isRefused && reconfirmed !== null && <Text role="status">{t('place.confirmed')}</Text>}
    </Card>
  );
}

function Answers({ talk, slot }: Props) {
  const { t } = useTranslation('presenter');
  const refuse = useAct('post', '/talks/:talk/refuse-place');
  const [reason, setReason] = useState('');
  return (
    <Group mt="xs">
      <Yes talk={talk} slot={slot} label={t('place.confirm')} />
      <ConfirmButton
        variant="outline"
        color="orange"
        title={t('place.refuse')}
        confirm={t('place.refuseAct')}
        act={() => refuse.mutateAsync({ ...named(talk), body: { release: slot.release, reason } })}
        body={
          <>
            <Text mb="sm">{t('place.refuseMeans')}</Text>
            <Textarea
              label={t('place.reason')}
              required
              autosize
              minRows={3}
              maxLength={1000}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        }
      >
        {t('place.refuse')}
      </ConfirmButton>
    </Group>
  );
}

function Yes({ talk, slot, label }: Props & { label: string }) {
  const reconfirm = useAct('post', '/talks/:talk/reconfirm');
  return (
    <div>
      <ProblemAlert problem={reconfirm.error} />
      <Button
        loading={reconfirm.isPending}
        onClick={() => reconfirm.mutate({ ...named(talk), body: { release: slot.release } })}
      >
        {label}
      </Button>
    </div>
  );
}
