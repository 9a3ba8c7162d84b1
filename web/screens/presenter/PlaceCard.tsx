// The place that the released programme gives the talk; after a move it is confirmed again.
import { Alert, Button, Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { named, type Talk } from './talk.ts';

export function PlaceCard({ talk, slot }: { talk: Talk; slot: NonNullable<Talk['slot']> }) {
  const { t } = useTranslation('presenter');
  const text = useText();
  const reconfirm = useAct('post', '/talks/:talk/reconfirm');
  const { place, release, moved, name } = slot;
  const room = text(talk.forum.rooms.find(({ key }) => key === place.room)?.name) || place.room;
  const asks = talk.status === 'confirmed' && (talk.reconfirmed ?? 0) < moved;
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
        <Alert color="yellow" mt="sm" title={t(talk.reconfirmed === null ? 'place.first' : 'place.moved')}>
          <ProblemAlert problem={reconfirm.error} />
          <Button
            mt="xs"
            loading={reconfirm.isPending}
            onClick={() => reconfirm.mutate({ ...named(talk), body: { release } })}
          >
            {t('place.confirm')}
          </Button>
        </Alert>
      )}
      {!asks && talk.reconfirmed !== null && <Text role="status">{t('place.confirmed')}</Text>}
    </Card>
  );
}
