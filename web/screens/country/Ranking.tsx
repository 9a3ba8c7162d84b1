// Ranking and forwarding: the nominations of each category in order, by drag, by keyboard or by two buttons, within the quota.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Listing } from '../../parts/Listing.tsx';
import { DeskPage } from './DeskPage.tsx';
import { useDesk } from './here.ts';
import { RankedCategory } from './RankedCategory.tsx';

export function Ranking() {
  const { t } = useTranslation('country');
  const here = useDesk();
  const { cycleId, iso2, desk } = here;
  const nominations = useList('/cycles/:cycleId/nominations', {
    params: { cycleId },
    query: { country: iso2, limit: 200 },
  });
  const ranked = nominations.items.filter(({ status }) => status === 'submitted' || status === 'forwarded');
  return (
    <DeskPage here={here} title={t('ranking.title')} lead={t('ranking.lead')} width={860}>
      <Listing
        list={{ ...nominations, items: ranked }}
        empty={<Empty text={t('ranking.empty')} to={here.place} action={t('ways.desk')} />}
      >
        {(items) => (
          <Stack gap="xl">
            {desk.categories.map((category) => {
              const own = items.filter((one) => one.category === category.category);
              // Whoever was ranked stands first; what came later follows in the order of its coming.
              const place = (id: string) => category.ranking.indexOf(id) + 1 || Number.MAX_SAFE_INTEGER;
              const order = own.toSorted(
                (a, b) => place(a.nominationId) - place(b.nominationId) || (a.submittedAt < b.submittedAt ? -1 : 1),
              );
              const known = order.map(({ nominationId }) => nominationId).join(' ');
              return (
                <RankedCategory
                  key={`${category.category} ${known}`}
                  here={here}
                  category={category}
                  nominations={order}
                />
              );
            })}
          </Stack>
        )}
      </Listing>
      {!here.roles.has('approver') && <Text size="sm">{t('ranking.approverRanks')}</Text>}
    </DeskPage>
  );
}
