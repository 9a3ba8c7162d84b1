// Who comes to a forum, over all delegations: for its staff, on the day at the door with a phone.
import { Badge, Button, Card, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useList, useView } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { Attendance } from './Attendance.tsx';
import { Countries } from './Countries.tsx';
import { ParticipantHead } from './ParticipantCard.tsx';
import { type Doing, ParticipantForm } from './ParticipantForm.tsx';
import { capacities } from './said.ts';

const path = '/forums/:forumId/participants';

export function Participants() {
  const { t, i18n } = useTranslation('delegation');
  const say = useText();
  const forumId = useParam('forumId');
  const params = { forumId };
  const { forum, items: countries } = useView('/forums/:forumId/delegations', { params });
  const [q, setQ] = useState('');
  const [sought] = useDebouncedValue(q, 250);
  const [country, setCountry] = useState<string | null>(null);
  const [capacity, setCapacity] = useState<string | null>(null);
  const [attendance, setAttendance] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = {
    ...(sought.trim() !== '' && { q: sought.trim() }),
    ...(country !== null && { country }),
    ...(capacity !== null && { capacity: capacities.find((one) => one === capacity) }),
    ...(attendance !== null && {
      attendance: (['expected', 'present', 'absent'] as const).find((one) => one === attendance),
    }),
  };
  const list = useList(path, { params, query });
  const mayAct = holds(useMe(), 'secretariat', 'standby', 'forum-staff');
  const nameOf = (iso2: string) => say(countries.find((one) => one.country.iso2 === iso2)?.country.names) || iso2;
  const sum = (of: 'registered' | 'present') => countries.reduce((total, one) => total + one[of], 0);
  const iso2 = doing?.kind === 'register' ? doing.iso2 : (doing?.participant.country ?? '');
  const languages = countries.find((one) => one.country.iso2 === iso2)?.country.languages ?? ['en'];
  const printed = (as: 'list' | 'badges') =>
    addressOf('/forums/:forumId/participants/print', params, {
      as,
      language: i18n.language,
      ...(country !== null && { country }),
    });
  return (
    <Page
      title={t('all.title')}
      over={<Link to={`/forums/${forumId}`}>{say(forum.name)}</Link>}
      lead={t('all.count', { registered: sum('registered'), present: sum('present') })}
      actions={
        <>
          <Button component="a" variant="default" href={printed('list')}>
            {t('list')}
          </Button>
          <Button component="a" variant="default" href={printed('badges')}>
            {t('badges')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('search')}
        description={t('searchHint')}
        size="md"
        type="search"
        value={q}
        maxLength={100}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <Group align="flex-end" gap="sm">
        <Select
          label={t('filter.country')}
          placeholder={t('filter.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear') }}
          data={countries.map((one) => ({ value: one.country.iso2, label: say(one.country.names) }))}
          value={country}
          onChange={setCountry}
          flex="1 1 8rem"
        />
        <Select
          label={t('field.capacity')}
          placeholder={t('filter.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear') }}
          data={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
          value={capacity}
          onChange={setCapacity}
          flex="1 1 8rem"
        />
        <Select
          label={t('filter.attendance')}
          placeholder={t('filter.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear') }}
          data={(['expected', 'present', 'absent'] as const).map((value) => ({
            value,
            label: t(`attendance.${value}`),
          }))}
          value={attendance}
          onChange={setAttendance}
          flex="1 1 8rem"
        />
        {mayAct && (
          <Button
            disabled={country === null}
            onClick={() => country !== null && setDoing({ kind: 'register', forumId, iso2: country })}
          >
            {country === null ? t('chooseCountry') : t('act.register')}
          </Button>
        )}
      </Group>
      <Listing
        list={list}
        empty={<Empty text={t(Object.keys(query).length > 0 ? 'all.noneFound' : 'all.empty')} />}
        exports={<ExportButton path={path} params={params} query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <Card key={one.participantId} component="li" withBorder padding="sm">
                <Group justify="space-between" align="center">
                  <Stack gap={4}>
                    <ParticipantHead one={one} order={2} over={<Badge color="gray">{nameOf(one.country)}</Badge>} />
                    {one.needs !== null && (one.needs.diet !== '' || one.needs.access !== '') && (
                      <Text size="sm">
                        {[one.needs.diet, one.needs.access].filter((need) => need !== '').join(' · ')}
                      </Text>
                    )}
                  </Stack>
                  {mayAct && one.name !== null && (
                    <Group gap="xs">
                      <Attendance one={one} />
                      <Button
                        variant="subtle"
                        mih={48}
                        aria-label={t('changeOf', { name: one.name })}
                        onClick={() => setDoing({ kind: 'change', participant: one })}
                      >
                        {t('change')}
                      </Button>
                    </Group>
                  )}
                </Group>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
      <Countries countries={countries} onChoose={setCountry} />
      <Dialog
        opened={doing !== null}
        onClose={() => setDoing(null)}
        title={t(`dialog.${doing?.kind ?? 'register'}`)}
        size="xl"
      >
        {doing !== null && (
          <ParticipantForm doing={doing} place={{ zone: forum.zone, languages }} onDone={() => setDoing(null)} />
        )}
      </Dialog>
    </Page>
  );
}
