// Whether the talk was given, for those who make the programme: one mark corrects the other.
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { named, type Talk } from './talk.ts';

export function GivenCard({ talk }: { talk: Talk }) {
  const { t } = useTranslation('presenter');
  const given = useAct('post', '/talks/:talk/mark-presented');
  const absent = useAct('post', '/talks/:talk/mark-absent');
  const [reason, setReason] = useState('');
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {t('given.title')}
      </Title>
      <Text mb="sm">{t('given.lead')}</Text>
      <ProblemAlert problem={given.error} />
      <Group>
        {talk.status !== 'presented' && (
          <Button loading={given.isPending} onClick={() => given.mutate({ ...named(talk), body: {} })}>
            {t('given.yes')}
          </Button>
        )}
        {talk.status !== 'absent' && (
          <ConfirmButton
            variant="outline"
            color="orange"
            title={t('given.noTitle')}
            confirm={t('given.no')}
            body={
              <Stack gap="sm">
                <Text>{t('given.noMeans')}</Text>
                <Textarea
                  label={t('given.remark')}
                  autosize
                  minRows={2}
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
              </Stack>
            }
            act={() => absent.mutateAsync({ ...named(talk), body: { reason } })}
          >
            {t('given.no')}
          </ConfirmButton>
        )}
      </Group>
    </Card>
  );
}
