// How good the working schedule is: what it costs, why talks have no place, what moved since the release, and changes tried on a copy.
import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { Page } from '../../../parts/Page.tsx';
import { useParam } from '../../../parts/params.ts';
import { useText } from '../../../parts/texts.ts';
import { Section } from '../../results/Section.tsx';
import { CostTable } from './CostTable.tsx';
import { Proof } from './Proof.tsx';
import { Replan } from './Replan.tsx';
import { WhatIf } from './WhatIf.tsx';
import { WhyLeft } from './WhyLeft.tsx';

export function QualityPage() {
  const { t } = useTranslation('forum-quality');
  const say = useText();
  const me = useMe();
  const forumId = useParam('forumId');
  const forum = useView('/forums/:forumId', { params: { forumId } });
  const quality = useView('/forums/:forumId/schedule/quality', { params: { forumId } });
  const mayAct = holds(me, 'secretariat', 'standby', 'forum-staff', 'host');
  const { proposal, current } = quality;
  return (
    <Page
      title={t('title')}
      over={
        <Anchor component={Link} to={`/forums/${forumId}`} underline="always">
          {say(forum.plan.name)}
        </Anchor>
      }
      lead={t('lead')}
      width={960}
    >
      <Section title={t('cost.title')} lead={t('cost.lead')}>
        {forum.placements.length === 0 ? (
          <Text>{t('cost.nothing')}</Text>
        ) : (
          <>
            <Proof proposal={proposal} current={current.objective} />
            <CostTable
              columns={[
                ...(proposal === null ? [] : [{ title: t('cost.proposed'), ...proposal }]),
                { title: t('cost.working'), ...current },
              ]}
            />
          </>
        )}
      </Section>
      <WhyLeft forum={forum} left={quality.left} />
      <Replan forum={forum} replan={quality.replan} />
      <WhatIf forum={forum} mayAct={mayAct} />
    </Page>
  );
}
