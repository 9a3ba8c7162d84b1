// The people of a country: who holds which role until when, invited, ended and followed by others.
import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { When } from '../../parts/When.tsx';
import { DeskPage } from './DeskPage.tsx';
import { HandOver } from './HandOver.tsx';
import { countryRoles, useDesk } from './here.ts';
import { Invite } from './Invite.tsx';

export type Member = ItemOf<'/members'>;
type Here = ReturnType<typeof useDesk>;

export function People() {
  const { t } = useTranslation('country');
  const here = useDesk();
  const [isInviting, setInviting] = useState(false);
  const query = { award: here.cycle.award, country: here.iso2 };
  const members = useList('/members', { query });
  const may = here.roles.has('focal-point') || here.roles.has('secretariat');
  return (
    <DeskPage
      here={here}
      title={t('people.title')}
      lead={t('people.lead')}
      actions={may && !isInviting && <Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>}
    >
      {isInviting && <Invite here={here} onClose={() => setInviting(false)} />}
      <Listing
        list={members}
        empty={<Empty text={t('people.empty')} />}
        exports={<ExportButton path="/members" query={query} />}
      >
        {(items) => (
          <SimpleGrid component="ul" cols={{ base: 1, md: 2 }} p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((member) => (
              <MemberCard key={member.grantId} member={member} here={here} may={may} />
            ))}
          </SimpleGrid>
        )}
      </Listing>
    </DeskPage>
  );
}

function MemberCard({ member, here, may }: { member: Member; here: Here; may: boolean }) {
  const { t } = useTranslation('country');
  const me = useMe();
  const { name, email, role, standing, from, until, zone, personId } = member;
  const isGiven = countryRoles.some((one) => one === role) || here.roles.has('secretariat');
  const isOwnRole = personId === me?.personId && role === 'focal-point';
  return (
    <Card withBorder component="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text fw={600}>{name || t('people.erased')}</Text>
          {email && <Text size="sm">{email}</Text>}
        </div>
        <Stack gap={4} align="flex-end">
          <Badge miw="max-content">{t(`role.${role}`)}</Badge>
          {standing !== 'holder' && (
            <Badge color="yellow" miw="max-content">
              {t(`standing.${standing}`)}
            </Badge>
          )}
        </Stack>
      </Group>
      {standing !== 'holder' && (
        <Text size="sm" component="div" mt="xs">
          {t('people.from')} <When at={from} zone={zone} />
        </Text>
      )}
      {until !== null && (
        <Text size="sm" component="div">
          {t('people.until')} <When at={until} zone={zone} />
        </Text>
      )}
      {may && (isGiven || isOwnRole) && (
        <Group gap="xs" mt="sm">
          {standing !== 'to-come' && (
            <Button
              component={Link}
              to={`${here.place}/people/${personId}`}
              size="compact-md"
              mih={32}
              variant="default"
            >
              {t('people.sheet')}
            </Button>
          )}
          <HandOver member={member} here={here} />
          {!isOwnRole && <End member={member} />}
        </Group>
      )}
    </Card>
  );
}

function End({ member }: { member: Member }) {
  const { t } = useTranslation('country');
  const { personId, grantId, name, role } = member;
  const end = useAct('post', '/members/:personId/grants/:grantId/revoke');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      size="compact-md"
      mih={32}
      variant="outline"
      color="red"
      title={t('people.endTitle', { name, role: t(`role.${role}`) })}
      confirm={t('people.end')}
      body={
        <Stack gap="xs">
          <Text>{t('people.endMeans')}</Text>
          <Textarea
            label={t('decide.reason')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      }
      act={() => end.mutateAsync({ params: { personId, grantId }, body: { reason } })}
    >
      {t('people.end')}
    </ConfirmButton>
  );
}
