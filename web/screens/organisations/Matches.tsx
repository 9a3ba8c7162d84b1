// Entries that may be the same organisation: merged into one, told apart for good, or separated again.
import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import { ReasonButton } from '../results/ReasonButton.tsx';
import { Section } from '../results/Section.tsx';
import { useOwnAward } from './names.ts';

type View = Contract<'get', '/organisations/:organisationId'>['answer'];

export function Matches({ view }: { view: View }) {
  const { t } = useTranslation('organisations');
  const say = useText();
  const own = useOwnAward();
  const { organisationId } = view;
  const matches = useList('/organisations/:organisationId/matches', { params: { organisationId } });
  const merge = useAct('post', '/organisations/:organisationId/merge');
  const apart = useAct('post', '/organisations/:organisationId/distinguish');
  return (
    <Section title={t('matches.title')} lead={t('matches.lead')}>
      <Listing
        list={matches}
        empty={<Empty text={t('matches.none')} />}
        exports={<ExportButton path="/organisations/:organisationId/matches" params={{ organisationId }} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <Card key={one.organisationId} component="li" withBorder padding="sm">
                <Group justify="space-between">
                  <div>
                    <Anchor component={Link} to={`/organisations/${one.organisationId}`} fw={600} underline="always">
                      <LocalText of={one.names} />
                    </Anchor>
                    <Text size="sm">
                      {own.country(one.country)} · {t(`matches.${one.because}`)}
                    </Text>
                  </div>
                  <Badge color={one.certainty === 'sure' ? 'red' : one.certainty === 'likely' ? 'orange' : 'gray'}>
                    {t(`matches.${one.certainty}`)}
                  </Badge>
                </Group>
                <Group gap="xs" mt="xs">
                  <ReasonButton
                    label={t('matches.merge')}
                    title={t('matches.mergeTitle', { name: say(one.names) })}
                    means={t('matches.mergeMeans', { stays: say(view.names), goes: say(one.names) })}
                    act={(reason) =>
                      merge.mutateAsync({
                        params: { organisationId: one.organisationId },
                        body: { into: organisationId, reason },
                      })
                    }
                  />
                  <ConfirmButton
                    size="sm"
                    variant="default"
                    title={t('matches.apart')}
                    body={t('matches.apartMeans')}
                    confirm={t('matches.apart')}
                    act={() =>
                      apart.mutateAsync({ params: { organisationId }, body: { notTheSame: [one.organisationId] } })
                    }
                  >
                    {t('matches.apart')}
                  </ConfirmButton>
                </Group>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Section>
  );
}

export function Merged({ view }: { view: View }) {
  const { t } = useTranslation('organisations');
  const say = useText();
  const separate = useAct('post', '/organisations/:organisationId/separate');
  return (
    <Section title={t('merged.title')} lead={t('merged.lead')}>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {view.merged.map((one) => (
          <Group key={one.organisationId} component="li" justify="space-between">
            <LocalText of={one.names} />
            <ReasonButton
              label={t('merged.separate')}
              title={t('merged.separateTitle', { name: say(one.names) })}
              means={t('merged.means')}
              variant="default"
              act={(reason) =>
                separate.mutateAsync({ params: { organisationId: one.organisationId }, body: { reason } })
              }
            />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
