// The decision of a panel: votes where entries stand equal, whom it names and why, the signature, and opening it again.
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { HistoryButton } from '../../parts/HistoryButton.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { OutsideDecision } from './OutsideDecision.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { RecordDecision } from './RecordDecision.tsx';
import { Reopen } from './Reopen.tsx';
import { roundFollows } from './Rounds.tsx';
import { Signing } from './Signing.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { type Standing, useStanding } from './standing.ts';
import { Winners } from './Winners.tsx';

export type PanelOf = Contract<'get', '/panels/:panel'>['answer'];
export type Deliberation = Contract<'get', '/panels/:panel/decision'>['answer'];

export function Decision() {
  const { t, i18n } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const deliberation = useView('/panels/:panel/decision', { params: { panel: id } });
  const standing = useStanding(panel);
  return (
    <Page
      title={t('decision.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={<StatusBadge status={panel.status} />}
      width={860}
      actions={
        <>
          {['decided', 'signed'].includes(panel.status) && (
            <Button
              component="a"
              href={addressOf('/panels/:panel/decision/pdf', { panel: id }, { language: i18n.language })}
              download
              variant="default"
            >
              {t('decision.pdf')}
            </Button>
          )}
          <HistoryButton path="/panels/:panel/history" params={{ panel: id }} of={t('decision.title')} />
        </>
      }
    >
      <Stack gap="xl">
        <Body panel={panel} deliberation={deliberation} standing={standing} />
      </Stack>
    </Page>
  );
}

type Props = { panel: PanelOf; deliberation: Deliberation; standing: Standing };

function Body({ panel, deliberation, standing }: Props) {
  const { t } = useTranslation('panel');
  const { status } = panel;
  const takesPaper = deliberation.outsideDecision && standing.isFocal && panel.country !== null;
  if (deliberation.keptAway) return <Empty text={t('decision.keptAway')} />;
  const isFirst = panel.rounds.every(({ state }) => state !== 'ended');
  if (status === 'formed' && takesPaper && isFirst)
    return <OutsideDecision panel={panel} deliberation={deliberation} />;
  if (status === 'sealed' && roundFollows(panel) && panel.judgingOver && standing.leads)
    return (
      <>
        <Alert color="orange" variant="light">
          {t('decision.tooLate')} {panel.country !== null && t('next.overReopen')}
        </Alert>
        <RecordDecision panel={panel} deliberation={deliberation} departs />
      </>
    );
  if (status === 'sealed' && roundFollows(panel))
    return (
      <>
        <Empty text={t('decision.roundFollows')} to={`/panels/${panel.id}/shortlist`} action={t('next.toShortlist')} />
        {standing.leads && (
          <details>
            <summary>{t('decision.noRoundLeft')}</summary>
            <Text size="sm">{t('decision.noRoundLeftMeans')}</Text>
            <RecordDecision panel={panel} deliberation={deliberation} />
          </details>
        )}
      </>
    );
  if (status === 'sealed')
    return standing.leads ? (
      <RecordDecision panel={panel} deliberation={deliberation} />
    ) : (
      <Empty text={t('decision.waits')} />
    );
  if (deliberation.decision === null || (status !== 'decided' && status !== 'signed'))
    return <Empty text={t('decision.tooEarly')} to={`/panels/${panel.id}`} action={t('decision.toPanel')} />;
  const { decision } = deliberation;
  return (
    <>
      <Winners decision={decision} votes={deliberation.votes} judges={deliberation.judges} panel={panel} />
      {status === 'decided' && <Signing panel={panel} decision={decision} standing={standing} />}
      {status === 'decided' && standing.leads && !decision.outside && (
        <details>
          <summary>{t('decision.again')}</summary>
          <Text size="sm">{t('decision.againMeans')}</Text>
          <RecordDecision panel={panel} deliberation={deliberation} />
        </details>
      )}
      {status === 'signed' && (standing.leads || standing.runs) && <Reopen panel={panel} decision={decision} />}
    </>
  );
}
