// What is asked about the organisations of a cycle: which were nominated more than once, and which may be one that is known.
import { Anchor, Card, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useParam } from '../../parts/params.ts';
import { useAwardNames } from '../results/award-names.ts';
import { Frame } from '../results/Frame.tsx';
import { Section } from '../results/Section.tsx';
import { Question } from './Question.tsx';

const repeatedPath = '/cycles/:cycleId/repeated-organisations';
const questionsPath = '/cycles/:cycleId/organisation-matches';

export function OfCycle() {
  const { t } = useTranslation('organisations');
  const cycleId = useParam('cycleId');
  const params = { cycleId };
  const questions = useList(questionsPath, { params });
  const repeated = useList(repeatedPath, { params });
  return (
    <Frame cycleId={cycleId} title={t('ofCycle.title')} lead={t('ofCycle.lead')}>
      <Section title={t('ofCycle.questions')} lead={t('ofCycle.questionsLead')}>
        <Listing
          list={questions}
          empty={<Empty text={t('ofCycle.noQuestions')} />}
          exports={<ExportButton path={questionsPath} params={params} />}
        >
          {(items) => (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((one) => (
                <Question key={one.nominationId} cycleId={cycleId} question={one} />
              ))}
            </Stack>
          )}
        </Listing>
      </Section>
      <Section title={t('ofCycle.repeated')} lead={t('ofCycle.repeatedLead')}>
        <Listing
          list={repeated}
          empty={<Empty text={t('ofCycle.noRepeated')} />}
          exports={<ExportButton path={repeatedPath} params={params} />}
        >
          {(items) => (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((one) => (
                <Repeated key={one.organisationId} cycleId={cycleId} organisation={one} />
              ))}
            </Stack>
          )}
        </Listing>
      </Section>
    </Frame>
  );
}

type RepeatedProps = { cycleId: string; organisation: ItemOf<typeof repeatedPath> };

function Repeated({ cycleId, organisation: { organisationId, names, nominations } }: RepeatedProps) {
  const { t } = useTranslation('organisations');
  const award = useAwardNames(cycleId);
  return (
    <Card component="li" withBorder padding="sm">
      <Title order={3} size="h5">
        <Anchor component={Link} to={`/organisations/${organisationId}`} underline="always" inherit>
          <LocalText of={names} />
        </Anchor>
      </Title>
      <Text size="sm">{t('ofCycle.times', { count: nominations.length })}</Text>
      <List size="sm" mt={4} spacing={4}>
        {nominations.map(({ nominationId, country, category, status }) => (
          <List.Item key={nominationId}>
            <Anchor component={Link} to={`/nominations/${nominationId}/screening`} underline="always" mih={24}>
              {award.country(country)}, {award.category(category)}
            </Anchor>{' '}
            · {t(`nominationStatus.${status}`)}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
