// A chart for those who see it, and the same as a table for everybody.
import { Table, Text } from '@mantine/core';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ResponsiveContainer } from 'recharts';

type Props = {
  caption: string;
  height: number;
  children: ReactElement;
  columns: string[];
  rows: (string | number)[][];
};

/** Words and boxes of a tooltip follow light and dark. */
export const tooltipStyle = {
  contentStyle: { background: 'var(--mantine-color-body)', borderColor: 'var(--mantine-color-default-border)' },
  itemStyle: { color: 'var(--mantine-color-text)' },
  cursor: { fill: 'var(--mantine-color-default-hover)' },
};

export function ChartFrame({ caption, height, children, columns, rows }: Props) {
  const { t } = useTranslation('panel');
  const id = useId();
  return (
    <figure style={{ margin: 0 }} aria-labelledby={id}>
      <figcaption id={id}>
        <Text fw={600}>{caption}</Text>
      </figcaption>
      <div aria-hidden style={{ width: '100%', height }}>
        <ResponsiveContainer>{children}</ResponsiveContainer>
      </div>
      <details>
        <summary>{t('chart.table')}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.join(' ')}>
                {row.map((cell, place) => (
                  <Table.Td key={columns[place]}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
