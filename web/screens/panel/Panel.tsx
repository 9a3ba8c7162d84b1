// One panel: how far it is, its board for those who may see it, its entries for the others, and what comes next.
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMaybeView, useView } from '../../api/query.ts';
import { useAsOf } from '../../parts/AsOf.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { Board } from './Board.tsx';
import { ChangePanel } from './ChangePanel.tsx';
import { CloseScoring } from './CloseScoring.tsx';
import type { PanelOf } from './Decision.tsx';
import { LateSheets } from './LateSheets.tsx';
import { useNames } from './names.ts';
import { Rounds, roundFollows } from './Rounds.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { useStanding } from './standing.ts';
import { Vacancies } from './Vacancies.tsx';

export function PanelScreen() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const text = useText();
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const cycle = useView('/cycles/:cycleId', { params: { cycleId: panel.cycleId } });
  const names = useNames(panel.cycleId);
  const standing = useStanding(panel);
  const { asOf, chooser, banner } = useAsOf(cycle.zone);
  const calibrates = names.definition.judging.rounds.some(
    (round) => typeof round === 'object' && round.kind === 'calibration',
  );
  const isSealed = ['sealed', 'decided', 'signed'].includes(panel.status);
  const country = names.country(panel.country);
  const title = [text(names.category(panel.category)), ...(country === null ? [] : [text(country)])].join(' · ');
  return (
    <Page
      title={title}
      over={<LocalText of={cycle.title} />}
      lead={<StatusBadge status={panel.status} />}
      actions={
        <>
          {calibrates && (standing.runs || standing.leads) && (
            <Button component={Link} to={`/panels/${id}/calibration`} variant="default">
              {t('calibration.title')}
            </Button>
          )}
          {standing.seesReliability && isSealed && (
            <Button component={Link} to={`/panels/${id}/reliability`} variant="default">
              {t('reliability.title')}
            </Button>
          )}
          {standing.seesDecision && panel.status !== 'formed' && (
            <Button component={Link} to={`/panels/${id}/verification`} variant="default">
              {t('verification.title')}
            </Button>
          )}
          {standing.seesBoard && panel.status !== 'formed' && (
            <Button component={Link} to={`/panels/${id}/meeting`} variant="default">
              {t('meeting.title')}
            </Button>
          )}
          {(standing.isMember || standing.seesBoard) && (
            <Button component={Link} to={`/panels/${id}/access`} variant="default">
              {t('access.title')}
            </Button>
          )}
          {standing.seesBoard && chooser}
          {standing.seesDecision && (
            <HistoryButton path="/panels/:panel/history" params={{ panel: id }} of={title} zone={cycle.zone} />
          )}
        </>
      }
    >
      {standing.seesBoard && banner}
      <Rounds panel={panel} seesBoard={standing.seesBoard} />
      {asOf === undefined && <NextStep panel={panel} standing={standing} />}
      {standing.runs && panel.status === 'scoring' && asOf === undefined && <Vacancies panel={id} />}
      {standing.seesBoard ? (
        <BoardAt id={id} asOf={asOf} />
      ) : (
        <Stack component="ul" gap="xs">
          {panel.entries.map((entry) => (
            <li key={entry.nominationId}>
              <Anchor component={Link} to={`/panels/${id}/entries/${entry.nominationId}`}>
                <LocalText of={entry.organisation} />
              </Anchor>
            </li>
          ))}
        </Stack>
      )}
      {standing.leads && asOf === undefined && <LateSheets panel={id} cycleId={panel.cycleId} />}
      {panel.entries.length === 0 && <Empty text={t('board.empty')} />}
      {(standing.runs || standing.leads) && asOf === undefined && (
        <Group>
          {standing.runs && <ChangePanel panel={panel} />}
          {panel.status === 'scoring' && (standing.runs || roundFollows(panel)) && <CloseScoring panel={panel} />}
        </Group>
      )}
    </Page>
  );
}

function BoardAt({ id, asOf }: { id: string; asOf: string | undefined }) {
  const { data, error } = useMaybeView('/panels/:panel/board', { params: { panel: id }, query: { asOf } });
  if (error) return <ProblemAlert problem={error} />;
  return data === undefined ? <Loading /> : <Board board={data} asOf={asOf} />;
}

type Next = { panel: PanelOf; standing: ReturnType<typeof useStanding> };

/** What the reader does next here, as one button. */
function NextStep({ panel, standing }: Next) {
  const { t } = useTranslation('panel');
  const { id, status, rounds } = panel;
  const isLater = rounds.some(({ state }) => state === 'ended');
  const narrows = status === 'sealed' && roundFollows(panel);
  const isOver = panel.judgingOver;
  const goesOn = narrows && !isOver;
  const isBefore = status === 'formed' || status === 'scoring';
  if (standing.runs && isBefore)
    return (
      <Group>
        {isLater && status === 'formed' && <Text>{t(isOver ? 'next.laterRoundOver' : 'next.laterRound')}</Text>}
        <Button component={Link} to={`/panels/${id}/assignment`} variant={status === 'formed' ? 'filled' : 'default'}>
          {t('next.assignment')}
        </Button>
        {standing.isFocal && status === 'formed' && !isLater && (
          <Button component={Link} to={`/panels/${id}/decision`} variant="default">
            {t('next.outside')}
          </Button>
        )}
      </Group>
    );
  if (isBefore || !standing.seesDecision) return <Text>{t(`next.${status}`)}</Text>;
  return (
    <Alert color="lake" variant="light">
      <Group justify="space-between">
        <Text>
          {narrows ? t(isOver ? 'next.over' : 'next.shortlist') : t(`next.${status}`)}{' '}
          {narrows && isOver && panel.country !== null && t('next.overReopen')}
        </Text>
        <Button component={Link} to={`/panels/${id}/${goesOn ? 'shortlist' : 'decision'}`}>
          {t(goesOn ? 'next.toShortlist' : 'next.decision')}
        </Button>
      </Group>
    </Alert>
  );
}
