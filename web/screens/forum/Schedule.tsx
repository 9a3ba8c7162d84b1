// The working schedule: proposed by the system, then arranged by hand in a grid of rooms and hours.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { Section } from '../results/Section.tsx';
import { Working } from '../results/Working.tsx';
import { ScheduleGrid } from './grid/ScheduleGrid.tsx';
import type { Forum } from './places.ts';

type Props = { forum: Forum; mayAct: boolean };

export function Schedule({ forum, mayAct }: Props) {
  const { t } = useTranslation('forum');
  const { forumId, requested, placements } = forum;
  const propose = useAct('post', '/forums/:forumId/schedule/propose');
  const again = (body: { replaces?: string }) => propose.mutateAsync({ params: { forumId }, body });
  return (
    <Section title={t('schedule.title')} lead={t('schedule.lead')}>
      {requested !== null ? (
        <Working proposalId={requested} onAgain={(replaces) => again({ replaces })} />
      ) : (
        mayAct && (
          <div>
            <ConfirmButton
              variant={placements.length === 0 ? 'filled' : 'light'}
              title={t('schedule.propose')}
              body={t('schedule.proposeMeans')}
              confirm={t('schedule.propose')}
              act={() => again({})}
            >
              {t('schedule.propose')}
            </ConfirmButton>
          </div>
        )
      )}
      <ScheduleGrid forum={forum} mayAct={mayAct} />
      <ProblemAlert problem={propose.error} />
    </Section>
  );
}
