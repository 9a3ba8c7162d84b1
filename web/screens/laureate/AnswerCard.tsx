// Accept or decline: two buttons, each saying what follows.
import { Card, Group, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { type Award, named } from './award.ts';

export function AnswerCard({ award, onBehalf }: { award: Award; onBehalf: boolean }) {
  const { t } = useTranslation('laureate');
  const accept = useAct('post', '/panels/:panel/laureates/:laureateId/accept');
  const decline = useAct('post', '/panels/:panel/laureates/:laureateId/decline');
  const [reason, setReason] = useState('');
  const why = (
    <Textarea
      label={t(onBehalf ? 'onBehalf.reason' : 'decline.reason')}
      required
      autosize
      minRows={3}
      data-autofocus
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
    />
  );
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('answer.title')}
      </Title>
      <Text mb="sm">{t('answer.lead')}</Text>
      <Group grow preventGrowOverflow={false}>
        <ConfirmButton
          size="md"
          title={t('accept.title')}
          body={
            <>
              <Text mb={onBehalf ? 'sm' : 0}>{t('accept.means')}</Text>
              {onBehalf && why}
            </>
          }
          confirm={t('accept.confirm')}
          act={() => accept.mutateAsync({ ...named(award), body: onBehalf ? { onBehalf: { reason } } : {} })}
        >
          {t('accept.button')}
        </ConfirmButton>
        <ConfirmButton
          size="md"
          variant="outline"
          color="orange"
          title={t('decline.title')}
          body={
            <>
              <Text mb="sm">{t('decline.means')}</Text>
              {why}
            </>
          }
          confirm={t('decline.confirm')}
          act={() => decline.mutateAsync({ ...named(award), body: { reason } })}
        >
          {t('decline.button')}
        </ConfirmButton>
      </Group>
    </Card>
  );
}
