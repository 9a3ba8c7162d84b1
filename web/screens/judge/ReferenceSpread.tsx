// A reference entry after it was scored: one's own points beside what it is meant to get, and the panel without names.
import { Card, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import type { Reference } from './Calibration.tsx';
import type { Rubric } from './judging.ts';

export function ReferenceSpread({ reference, rubric }: { reference: Reference; rubric: Rubric }) {
  const { t } = useTranslation('judge');
  return (
    <Card withBorder padding="sm" component="section">
      <Title order={2} size="h4">
        <LocalText of={reference.title} />
      </Title>
      <Table verticalSpacing={6} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('calibration.criterion')}</Table.Th>
            <Table.Th scope="col" className="judge-whole">
              {t('calibration.own')}
            </Table.Th>
            <Table.Th scope="col" className="judge-whole">
              {t('calibration.reference')}
            </Table.Th>
            <Table.Th scope="col">{t('calibration.panel')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rubric.criteria.map(({ key }) => (
            <Line key={key} criterion={key} reference={reference} rubric={rubric} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function Line({ criterion, reference, rubric }: { criterion: string; reference: Reference; rubric: Rubric }) {
  const { t } = useTranslation('judge');
  const text = useText();
  const { own, points, spread } = reference;
  const mine = own?.find((score) => score.criterion === criterion);
  const meant = points?.find((score) => score.criterion === criterion);
  const panel = spread?.find((one) => one.criterion === criterion);
  const given = mine === undefined ? '—' : (mine.points ?? t('calibration.abstained'));
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row">
        {text(rubric.criteria.find(({ key }) => key === criterion)?.label)}
        {meant !== undefined && (
          <Text size="sm" fw={400}>
            {meant.comment}
          </Text>
        )}
      </Table.Th>
      <Table.Td fw={600}>{given}</Table.Td>
      <Table.Td fw={600}>{meant?.points ?? '—'}</Table.Td>
      <Table.Td>{panel === undefined ? '—' : t('calibration.spread', panel)}</Table.Td>
    </Table.Tr>
  );
}
