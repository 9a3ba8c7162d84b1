// Yes or no to the invitation; after a yes one may still withdraw.
import { Button, Card, Group, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { named, type Talk } from './talk.ts';

export function InvitationCard({ talk }: { talk: Talk }) {
  const { t } = useTranslation('presenter');
  const confirm = useAct('post', '/talks/:talk/confirm');
  const decline = useAct('post', '/talks/:talk/decline');
  const [reason, setReason] = useState('');
  const isNew = talk.status === 'invited';
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('invitation.title')}
      </Title>
      <Text mb="sm">{t(isNew ? 'invitation.lead' : 'invitation.confirmed')}</Text>
      <ProblemAlert problem={confirm.error} />
      <Group grow={isNew} preventGrowOverflow={false}>
        {isNew && (
          <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate({ ...named(talk), body: {} })}>
            {t('invitation.yes')}
          </Button>
        )}
        <ConfirmButton
          size="md"
          variant="outline"
          color="orange"
          title={t(isNew ? 'decline.title' : 'decline.withdrawTitle')}
          body={
            <>
              <Text mb="sm">{t('decline.means')}</Text>
              <Textarea
                label={t('decline.reason')}
                required
                autosize
                minRows={3}
                data-autofocus
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          }
          confirm={t(isNew ? 'decline.confirm' : 'decline.withdraw')}
          act={() => decline.mutateAsync({ ...named(talk), body: { reason } })}
        >
          {t(isNew ? 'invitation.no' : 'decline.withdraw')}
        </ConfirmButton>
      </Group>
    </Card>
  );
}
