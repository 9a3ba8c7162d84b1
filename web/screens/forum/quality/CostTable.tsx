// The cost of schedules side by side, rule by rule; rules that cost none of them anything are left out.
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type Costed = { title: string; objective: number; terms: { [term: string]: number } };

export function CostTable({ columns }: { columns: Costed[] }) {
  const { t, i18n } = useTranslation('forum-quality');
  const number = new Intl.NumberFormat(i18n.language);
  const terms = Object.keys(columns[0]?.terms ?? {}).filter((term) =>
    columns.some((one) => (one.terms[term] ?? 0) !== 0),
  );
  if (terms.length === 0) return <Text>{t('cost.free')}</Text>;
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cost.rule')}</Table.Th>
            {columns.map(({ title }) => (
              <Table.Th key={title} ta="right" px={4}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {terms.map((term) => (
            <Table.Tr key={term}>
              <Table.Td>{t(`term.${term}`)}</Table.Td>
              {columns.map((one) => (
                <Table.Td key={one.title} ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {number.format(one.terms[term] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('cost.all')}</Table.Th>
            {columns.map((one) => (
              <Table.Td key={one.title} ta="right" fw={700} style={{ whiteSpace: 'nowrap' }}>
                {number.format(one.objective)}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
