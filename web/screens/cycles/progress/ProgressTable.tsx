// The progress as a table: a row a country, a column a step.
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../../parts/LocalText.tsx';
import { Cell } from './Cell.tsx';
import type { Line } from './Progress.tsx';

type Props = { lines: Line[]; onNudge: ((line: Line) => void) | undefined };

export const steps = [
  'nomination',
  'correction',
  'screening',
  'judging',
  'decision',
  'endorsement',
  'award-answer',
] as const;
/** The lines of each country, in the order in which they came. */
export function byCountry(lines: Line[]): Line[][] {
  const found = new Map<string | null, Line[]>();
  for (const line of lines) found.set(line.country, [...(found.get(line.country) ?? []), line]);
  return [...found.values()];
}

export function ProgressTable({ lines, onNudge }: Props) {
  const { t } = useTranslation('cycles');
  const shown = steps.filter((step) => lines.some((line) => line.step === step));
  return (
    <Table withTableBorder withColumnBorders verticalSpacing="xs" layout="fixed" style={{ verticalAlign: 'top' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={120}>{t('progress.country')}</Table.Th>
          {shown.map((step) => (
            <Table.Th key={step}>{t(`step.${step}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {byCountry(lines).map((own) => (
          <Table.Tr key={own[0]?.country ?? 'all'} style={{ verticalAlign: 'top' }}>
            <Table.Th scope="row">
              {own[0]?.country === null ? t('progress.region') : <LocalText of={own[0]?.names} />}
            </Table.Th>
            {shown.map((step) => {
              const line = own.find((one) => one.step === step);
              return (
                <Table.Td key={step}>{line === undefined ? '–' : <Cell line={line} onNudge={onNudge} />}</Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
