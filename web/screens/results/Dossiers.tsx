// The dossiers of laureates and runners-up, before they go to the endorsers: read and verified, or given back to their country.
import { Anchor, Badge, Card, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList, useMaybeView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useAwardNames } from './award-names.ts';
import { useMayAct } from './may-act.ts';
import { ReasonButton } from './ReasonButton.tsx';
import { Section } from './Section.tsx';

type Laureate = ItemOf<'/cycles/:cycleId/laureates'>;
const path = '/cycles/:cycleId/laureates';

export function Dossiers({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const names = useAwardNames(cycleId);
  const laureates = useList(path, { params: { cycleId } });
  const mayAct = useMayAct();
  const { data } = useMaybeView('/cycles/:cycleId/endorsement', { params: { cycleId } });
  // What is before the endorsers is verified no more, and does not go back.
  const circulated = new Set(data?.winners.map(({ laureateId }) => laureateId));
  return (
    <Section title={t('dossiers.title')} lead={t('dossiers.lead')}>
      <Listing
        list={laureates}
        empty={<Empty text={t('dossiers.empty')} to={`/cycles/${cycleId}/panels`} action={t('dossiers.toPanels')} />}
        exports={<ExportButton path={path} params={{ cycleId }} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <Card key={one.laureateId} component="li" withBorder padding="sm">
                <Group justify="space-between" align="flex-start">
                  <div>
                    <Title order={3} size="h5">
                      <Anchor component={Link} to={`/nominations/${one.laureateId}`} underline="always" inherit>
                        <LocalText of={one.organisation} />
                      </Anchor>
                    </Title>
                    <Text size="sm">
                      {names.country(one.country)} · {names.category(one.category)} ·{' '}
                      {one.place === 'laureate' ? t('place.laureate') : t('place.runnerUp', { order: one.order })}
                    </Text>
                  </div>
                  <Badge color={one.dossier === 'verified' ? 'green' : one.dossier === 'none' ? 'gray' : 'orange'}>
                    {t(`dossier.${one.dossier}`)}
                  </Badge>
                </Group>
                {mayAct && one.dossier !== 'with-country' && !circulated.has(one.laureateId) && (
                  <Acts laureate={one} cycleId={cycleId} />
                )}
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Section>
  );
}

function Acts({ laureate: { laureateId, dossier }, cycleId }: { laureate: Laureate; cycleId: string }) {
  const { t } = useTranslation('results');
  const { definition } = useAwardNames(cycleId);
  const verify = useAct('post', '/nominations/:nominationId/verify-dossier');
  const giveBack = useAct('post', '/nominations/:nominationId/return-to-country');
  const [note, setNote] = useState('');
  const [message, setMessage] = useState('');
  const params = { nominationId: laureateId };
  const field = definition.form.organisationField;
  return (
    <Group gap="xs" mt="xs">
      {dossier !== 'verified' && (
        <ConfirmButton
          size="sm"
          title={t('dossiers.verify')}
          confirm={t('dossiers.verify')}
          act={() => verify.mutateAsync({ params, body: { note } })}
          body={
            <Stack gap="sm">
              <Text>{t('dossiers.verifyMeans')}</Text>
              <Textarea
                label={t('dossiers.note')}
                maxLength={1000}
                autosize
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </Stack>
          }
        >
          {t('dossiers.verify')}
        </ConfirmButton>
      )}
      <ReasonButton
        label={t('dossiers.giveBack')}
        title={t('dossiers.giveBack')}
        means={t('dossiers.giveBackMeans')}
        variant="default"
        fields={
          <TextInput
            label={t('dossiers.what')}
            description={t('dossiers.whatHint')}
            required
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
        }
        act={(reason) => giveBack.mutateAsync({ params, body: { reason, messages: [{ field, message }] } })}
      />
    </Group>
  );
}
