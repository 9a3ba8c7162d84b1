// What a sheet says: the points of each criterion, with the comment beside them.
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  scores: { criterion: string; points: number | null; comment: string }[];
  labelOf: (criterion: string) => string;
};

export function PointsTable({ scores, labelOf }: Props) {
  const { t } = useTranslation('panel');
  return (
    <Table fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('sheets.criterion')}</Table.Th>
          <Table.Th ta="right">{t('sheets.points')}</Table.Th>
          <Table.Th>{t('sheets.comment')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {scores.map(({ criterion, points, comment }) => (
          <Table.Tr key={criterion}>
            <Table.Td>{labelOf(criterion)}</Table.Td>
            <Table.Td ta="right">{points ?? t('sheets.abstained')}</Table.Td>
            <Table.Td>{comment}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
