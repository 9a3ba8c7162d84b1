// Who holds which role in an award: filtered, invited, dated, handed over, ended.
import { Anchor, Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../../api/contract.ts';
import { addressOf } from '../../../api/client.ts';
import { useList } from '../../../api/query.ts';
import { holds, useMe } from '../../../app/session.ts';
import { Empty } from '../../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../../parts/Listing.tsx';
import { When } from '../../../parts/When.tsx';
import { InvitePerson } from './InvitePerson.tsx';
import { MemberActs } from './MemberActs.tsx';

export type Member = ItemOf<'/members'>;
/** Where the roles hold: an award with its countries, and the zone of its dates. */
export type Place = { award: string; countries: string[]; zone: string };
const filterRoles = [
  ...(['secretariat', 'standby', 'focal-point', 'screener', 'approver', 'applicant', 'endorser'] as const),
  ...(['laureate-contact', 'forum-staff', 'host', 'moderator', 'rapporteur', 'interpreter'] as const),
  ...(['delegate', 'auditor'] as const),
];

export function Members({ place }: { place: Place }) {
  const { t } = useTranslation('cycles');
  const mayGive = holds(useMe(), 'secretariat', 'administrator');
  const [filter, setFilter] = useState<{ role: string | null; country: string | null }>({ role: null, country: null });
  const [isInviting, setInviting] = useState(false);
  const query = { award: place.award, ...filter };
  const members = useList('/members', { query: { ...query, limit: 100 } });
  return (
    <>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('people.role')}
          placeholder={t('people.any')}
          clearable
          clearButtonProps={{ 'aria-label': t('people.any') }}
          data={filterRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={filter.role}
          onChange={(role) => setFilter({ ...filter, role })}
        />
        <Select
          label={t('people.country')}
          placeholder={t('people.any')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('people.any') }}
          data={place.countries}
          value={filter.country}
          onChange={(country) => setFilter({ ...filter, country })}
        />
        {mayGive && (
          <Button aria-haspopup="dialog" onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        )}
      </Group>
      <Listing
        list={members}
        empty={<Empty text={t('people.empty')} />}
        exports={
          <Group gap={4}>
            <Anchor href={addressOf('/me/handover', {}, { format: 'xlsx' })} size="sm" download>
              {t('people.myHandover')}
            </Anchor>
            <ExportButton path="/members" query={query} />
          </Group>
        }
      >
        {(items) => (
          <>
            <MemberTable members={items} mayAct={mayGive} />
            <MemberCards members={items} mayAct={mayGive} />
          </>
        )}
      </Listing>
      {isInviting && <InvitePerson place={place} onClose={() => setInviting(false)} />}
    </>
  );
}

type Shown = { members: Member[]; mayAct: boolean };

function Dates({ member: { standing, from, until, zone } }: { member: Member }) {
  const { t } = useTranslation('cycles');
  return (
    <Stack gap={2} align="flex-start">
      {standing !== 'holder' && (
        <Badge color={standing === 'acting' ? 'orange' : 'gray'}>{t(`standing.${standing}`)}</Badge>
      )}
      {standing === 'to-come' && (
        <Text size="sm" component="div">
          {t('people.from')} <When at={from} zone={zone} />
        </Text>
      )}
      {until !== null && (
        <Text size="sm" component="div">
          {t('people.until')} <When at={until} zone={zone} />
        </Text>
      )}
      {standing === 'holder' && until === null && <Text size="sm">{t('people.forGood')}</Text>}
    </Stack>
  );
}

function MemberTable({ members, mayAct }: Shown) {
  const { t } = useTranslation('cycles');
  return (
    <Table visibleFrom="md" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people.name')}</Table.Th>
          <Table.Th>{t('people.role')}</Table.Th>
          <Table.Th>{t('people.country')}</Table.Th>
          <Table.Th>{t('people.dates')}</Table.Th>
          {mayAct && <Table.Th>{t('people.acts')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => (
          <Table.Tr key={member.grantId}>
            <Table.Th scope="row" fw={600}>
              {member.name || t('mails.erased')}
              {member.email !== null && <Text size="sm">{member.email}</Text>}
            </Table.Th>
            <Table.Td>{t(`role.${member.role}`)}</Table.Td>
            <Table.Td>{member.scope.country ?? '–'}</Table.Td>
            <Table.Td>
              <Dates member={member} />
            </Table.Td>
            {mayAct && (
              <Table.Td>
                <MemberActs member={member} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function MemberCards({ members, mayAct }: Shown) {
  const { t } = useTranslation('cycles');
  return (
    <Stack hiddenFrom="md" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {members.map((member) => (
        <li key={member.grantId}>
          <Text fw={600}>{member.name || t('mails.erased')}</Text>
          {member.email !== null && <Text size="sm">{member.email}</Text>}
          <Text size="sm">
            {t(`role.${member.role}`)}
            {member.scope.country !== undefined && ` · ${member.scope.country}`}
          </Text>
          <Dates member={member} />
          {mayAct && <MemberActs member={member} />}
        </li>
      ))}
    </Stack>
  );
}
