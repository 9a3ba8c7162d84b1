// How many each country sends, and how many came; those that send nobody stand out.
import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useText } from '../../parts/texts.ts';
import { Section } from '../results/Section.tsx';

type Countries = Contract<'get', '/forums/:forumId/delegations'>['answer']['items'];

export function Countries({ countries, onChoose }: { countries: Countries; onChoose: (iso2: string) => void }) {
  const { t } = useTranslation('delegation');
  const say = useText();
  return (
    <Section title={t('countries.title')}>
      <Table horizontalSpacing={4} fz="sm" style={{ overflowWrap: 'normal', hyphens: 'auto' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('filter.country')}</Table.Th>
            <Table.Th ta="end">{t('countries.registered')}</Table.Th>
            <Table.Th ta="end">{t('attendance.present')}</Table.Th>
            <Table.Th ta="end">{t('attendance.absent')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {countries.map(({ country, registered, present, absent }) => (
            <Table.Tr key={country.iso2}>
              <Table.Th scope="row" fw={400}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  mih={28}
                  h="auto"
                  px={2}
                  styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
                  onClick={() => onChoose(country.iso2)}
                >
                  {say(country.names)}
                </Button>
              </Table.Th>
              <Table.Td ta="end">{registered === 0 ? t('countries.nobody') : registered}</Table.Td>
              <Table.Td ta="end">{present}</Table.Td>
              <Table.Td ta="end">{absent}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
