// A nomination whose organisation may be one that is known: which ones, and the answer of those who may give it.
import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { useAwardNames } from '../results/award-names.ts';

type Props = { cycleId: string; question: ItemOf<'/cycles/:cycleId/organisation-matches'> };

export function Question({ cycleId, question }: Props) {
  const { t } = useTranslation('organisations');
  const say = useText();
  const award = useAwardNames(cycleId);
  const mayAnswer = holds(useMe(), 'secretariat', 'focal-point', 'screener');
  const identify = useAct('post', '/nominations/:nominationId/organisation');
  const { nominationId, country, category, names, matches } = question;
  const params = { nominationId };
  return (
    <Card component="li" withBorder padding="sm">
      <Title order={3} size="h5">
        <Anchor component={Link} to={`/nominations/${nominationId}/screening`} underline="always" inherit>
          <LocalText of={names} />
        </Anchor>
      </Title>
      <Text size="sm">
        {award.country(country)} · {award.category(category)}
      </Text>
      <Stack component="ul" gap="xs" my="xs" p={0} style={{ listStyle: 'none' }}>
        {matches.map((match) => (
          <Group key={match.organisationId} component="li" justify="space-between" gap="xs">
            <Text size="sm">
              <Anchor component={Link} to={`/organisations/${match.organisationId}`} underline="always" mih={24}>
                <LocalText of={match.names} />
              </Anchor>{' '}
              · {award.country(match.country)} · {t(`matches.${match.because}`)}, {t(`matches.${match.certainty}`)}
            </Text>
            {mayAnswer && (
              <ConfirmButton
                size="sm"
                variant="light"
                title={t('ofCycle.sameTitle', { name: say(match.names) })}
                body={<Text>{t('ofCycle.sameMeans', { name: say(match.names) })}</Text>}
                confirm={t('ofCycle.same')}
                act={() => identify.mutateAsync({ params, body: { sameAs: match.organisationId } })}
              >
                {t('ofCycle.same')}
              </ConfirmButton>
            )}
          </Group>
        ))}
      </Stack>
      {mayAnswer && (
        <div>
          <Button
            size="sm"
            variant="default"
            loading={identify.isPending}
            onClick={() =>
              identify.mutate({ params, body: { notTheSame: matches.map(({ organisationId }) => organisationId) } })
            }
          >
            {t('ofCycle.none', { count: matches.length })}
          </Button>
        </div>
      )}
      <ProblemAlert problem={identify.error} />
    </Card>
  );
}
