// Whom a decision names, and why.
import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { holds, useMe } from '../../app/session.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { inARow } from '../../parts/lists.ts';
import { textIn, useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import type { Deliberation, PanelOf } from './Decision.tsx';
import { Departure } from './Departure.tsx';

type Decision = NonNullable<Deliberation['decision']>;
type Props = { decision: Decision; panel: PanelOf } & Pick<Deliberation, 'votes' | 'judges'>;

export function Winners({ decision, votes, judges, panel }: Props) {
  const { t } = useTranslation('panel');
  const mayOpenAward = holds(useMe(), 'secretariat', 'auditor') && decision.signedAt !== null;
  const { winners, reasons, reasonsOf, source, signedAt, minutes } = decision;
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('winners.title')}
      </Title>
      {winners.length === 0 && <Text>{t('winners.none')}</Text>}
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {winners.map(({ laureateId, place, order, organisation }) => {
          const why = reasonsOf.find((one) => one.laureateId === laureateId)?.reason;
          return (
            <Card key={laureateId} withBorder component="li" padding="md">
              <Group justify="space-between">
                <Anchor component={Link} to={`/panels/${panel.id}/entries/${laureateId}`} fw={600} size="lg">
                  <LocalText of={organisation} />
                </Anchor>
                <Text>{t(`winners.${place}`, { order })}</Text>
              </Group>
              {why !== undefined && <Text>{why}</Text>}
              {mayOpenAward && (
                <Anchor component={Link} to={`/laureates/${laureateId}`} size="sm">
                  {t('winners.award')}
                </Anchor>
              )}
            </Card>
          );
        })}
      </Stack>
      {decision.departure !== null && <Departure reason={decision.departure} panel={panel} />}
      {reasons !== '' && <Text>{t('winners.reasons', { reasons })}</Text>}
      {source !== null && <Text>{t('winners.source', { source })}</Text>}
      {minutes !== null && <Text size="sm">{t('winners.minutes', { hash: minutes.slice(0, 12) })}</Text>}
      {signedAt !== null && (
        <Text component="div">
          {t('winners.signed')} <When at={signedAt} />
        </Text>
      )}
      {votes.length > 0 && <Votes votes={votes} judges={judges} panel={panel} />}
    </Stack>
  );
}

export function Votes({ votes, judges, panel }: Pick<Deliberation, 'votes' | 'judges'> & { panel: PanelOf }) {
  const { t, i18n } = useTranslation('panel');
  const text = useText();
  const nameOf = (judge: string) => judges.find(({ judgeId }) => judgeId === judge)?.name || t('nameless');
  const entryOf = (id: string | null) => {
    const entry = panel.entries.find(({ nominationId }) => nominationId === id);
    return id === null ? t('votes.abstained') : text(entry?.organisation);
  };
  return (
    <Stack gap={4}>
      <Title order={3} size="h4">
        {t('votes.held')}
      </Title>
      {votes.map(({ entries, votes: cast }) => (
        <div key={entries.join()}>
          <Text fw={600}>
            {inARow(
              entries.map(
                (id) => textIn(panel.entries.find((one) => one.nominationId === id)?.organisation, i18n.language).text,
              ),
              i18n.language,
            )}
          </Text>
          <ul style={{ marginBlock: 4 }}>
            {cast.map(({ judgeId, choice }) => (
              <li key={judgeId}>
                {nameOf(judgeId)}: {entryOf(choice)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}
