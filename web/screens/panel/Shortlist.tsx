// Who goes on to the next round: the rule's proposal with its ranking, and a reason wherever the panel departs from it.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { PanelTitle } from './PanelTitle.tsx';
import { Rounds } from './Rounds.tsx';
import { SettleAnew } from './SettleAnew.tsx';
import { ShortlistForm } from './ShortlistForm.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { useStanding } from './standing.ts';

export function Shortlist() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const shortlist = useView('/panels/:panel/shortlist', { params: { panel: id } });
  const standing = useStanding(panel);
  const back = { to: `/panels/${id}`, action: t('decision.toPanel') };
  const body = () => {
    if (shortlist.keptAway) return <Empty text={t('shortlist.keptAway')} {...back} />;
    if (shortlist.next === null) return <Empty text={t('shortlist.last')} {...back} />;
    if (shortlist.proposed === null) return <Empty text={t('shortlist.tooEarly')} {...back} />;
    if (panel.judgingOver)
      return <Empty text={t('shortlist.over')} to={`/panels/${id}/decision`} action={t('next.decision')} />;
    if (!standing.leads) return <Empty text={t('shortlist.waits')} {...back} />;
    return <ShortlistForm key={shortlist.round.key} panel={panel} shortlist={shortlist} />;
  };
  return (
    <Page
      title={t('shortlist.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={<StatusBadge status={panel.status} />}
      width={980}
    >
      <Rounds panel={panel} seesBoard={standing.seesBoard} />
      {body()}
      {standing.leads && !shortlist.keptAway && (
        <SettleAnew key={shortlist.settled.at(-1)?.at} panel={panel} shortlist={shortlist} />
      )}
      {standing.leads && shortlist.next !== null && shortlist.proposed !== null && (
        <Anchor component={Link} to={`/panels/${id}/decision`} mt="lg" display="inline-block">
          {t('decision.noRoundLeft')}
        </Anchor>
      )}
    </Page>
  );
}
