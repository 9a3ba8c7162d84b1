// A round that is over: its board as it came out, who went on, and why where that departed from the rule.
import { Alert, Anchor, Button, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { Board } from './Board.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { useStanding } from './standing.ts';

export function RoundBoard() {
  const { t } = useTranslation('panel');
  const [id, key] = [useParam('panel'), useParam('round')];
  const text = useText();
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const { seesReliability } = useStanding(panel);
  const round = panel.rounds.find((one) => one.key === key && one.state === 'ended');
  return (
    <Page
      title={round === undefined ? t('rounds.title') : text(round.names)}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      actions={
        round !== undefined &&
        seesReliability && (
          <Button component={Link} to={`/panels/${id}/reliability`} search={{ round: key } as never} variant="default">
            {t('reliability.title')}
          </Button>
        )
      }
    >
      {round === undefined ? (
        <Empty text={t('rounds.notEnded')} to={`/panels/${id}`} action={t('decision.toPanel')} />
      ) : (
        <Ended id={id} round={key} cycleId={panel.cycleId} />
      )}
    </Page>
  );
}

function Ended({ id, round, cycleId }: { id: string; round: string; cycleId: string }) {
  const { t } = useTranslation('panel');
  const text = useText();
  const board = useView('/panels/:panel/board', { params: { panel: id }, query: { round } });
  const { settled } = useView('/panels/:panel/shortlist', { params: { panel: id } });
  const { zone } = useView('/cycles/:cycleId', { params: { cycleId } });
  const own = settled.find((one) => one.round.key === round);
  const nameOf = (nominationId: string) => board.entries.find((one) => one.nominationId === nominationId)?.organisation;
  return (
    <Stack>
      {own !== undefined && (
        <Text component="div">
          {t('rounds.settledBy', { name: own.by, number: own.entries.length, of: board.entries.length })}{' '}
          <When at={own.at} zone={zone} />
        </Text>
      )}
      {own !== undefined && own.anew !== null && (
        <Alert color="orange" variant="light" title={t('rounds.anew')}>
          {own.anew}
          {own.earlier.map((one) => (
            <Text key={one.at} size="sm" mt="xs" component="div">
              {t('rounds.before', { name: one.by, number: one.entries.length })}{' '}
              {one.entries.map((id) => text(nameOf(id) ?? {})).join(', ')} (<When at={one.at} zone={zone} />)
              {one.anew !== null && ` ${t('rounds.anew')} ${one.anew}`}
            </Text>
          ))}
        </Alert>
      )}
      {own !== undefined && own.departures.length > 0 && (
        <Alert color="orange" variant="light" title={t('rounds.departed')}>
          <List size="sm">
            {own.departures.map(({ nominationId, goesOn, reason }) => (
              <List.Item key={nominationId}>
                <LocalText of={nameOf(nominationId)} />: {t(goesOn ? 'rounds.letOn' : 'rounds.keptBack')} {reason}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Board board={board} ended />
    </Stack>
  );
}
