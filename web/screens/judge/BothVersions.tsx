// Two windows have written on the same sheet: both versions side by side, and the choice between them.
import { Alert, Button, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Score } from '../../offline/store.ts';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import type { Rubric } from './judging.ts';
import type { SheetState } from './sheet-state.ts';

export function BothVersions({ state, rubric }: { state: SheetState; rubric: Rubric }) {
  const { t } = useTranslation('judge');
  const text = useText();
  const { theirs } = state;
  if (theirs === null) return null;
  const said = (scores: Score[], criterion: string) => {
    const score = scores.find((one) => one.criterion === criterion);
    const points = score?.abstains ? t('criterion.abstained') : (score?.points ?? '—');
    return [points, score?.comment].filter((part) => part !== undefined && part !== '').join(' · ');
  };
  const differing = rubric.criteria.filter(({ key }) => said(state.scores, key) !== said(theirs.scores, key));
  return (
    <Alert role="alert" color="orange" variant="light" className="judge-notice" title={t('both.title')}>
      {theirs.savedAt !== null && <When at={theirs.savedAt} />}
      <Table my="xs" className="judge-both" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('both.criterion')}</Table.Th>
            <Table.Th scope="col">{t('both.mine')}</Table.Th>
            <Table.Th scope="col">{t('both.theirs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differing.map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{text(label)}</Table.Th>
              <Table.Td>{said(state.scores, key)}</Table.Td>
              <Table.Td>{said(theirs.scores, key)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button size="compact-md" onClick={() => state.choose('mine')}>
          {t('both.keepMine')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => state.choose('theirs')}>
          {t('both.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
