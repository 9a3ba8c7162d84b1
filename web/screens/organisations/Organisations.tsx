// The register of organisations: found by the beginning of any of their names, and entered.
import { Anchor, Card, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { holds, useMe } from '../../app/session.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { Earlier } from './Earlier.tsx';
import { useOwnAward } from './names.ts';
import { RegisterOrganisation } from './RegisterOrganisation.tsx';

export function Organisations() {
  const { t } = useTranslation('organisations');
  const me = useMe();
  const own = useOwnAward();
  const [typed, setTyped] = useState('');
  const [country, setCountry] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 300);
  const query = { ...(search.length > 1 && { search }), ...(country !== null && { country }) };
  const found = useList('/organisations', { query });
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      width={960}
      actions={holds(me, 'secretariat', 'focal-point') && <RegisterOrganisation />}
    >
      <Group align="flex-end">
        <TextInput
          label={t('list.search')}
          description={t('list.searchHint')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ flex: '1 1 16rem' }}
        />
        <Select
          label={t('country')}
          placeholder={t('list.everyCountry')}
          data={own.countries}
          value={country}
          onChange={setCountry}
          clearable
          clearButtonProps={{ 'aria-label': t('list.everyCountry') }}
        />
      </Group>
      <Listing
        list={found}
        empty={<Empty text={t(Object.keys(query).length > 0 ? 'list.nothing' : 'list.empty')} />}
        exports={<ExportButton path="/organisations" query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <Card key={one.organisationId} component="li" withBorder padding="sm">
                <Anchor component={Link} to={`/organisations/${one.organisationId}`} fw={600} underline="always">
                  <LocalText of={one.names} />
                </Anchor>
                <Text size="sm">
                  {own.country(one.country)} · {t('list.awards', { count: one.awards })}
                  {one.registration !== null && ` · ${t('list.number', { number: one.registration.number })}`}
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
      {own.award !== null && holds(me, 'secretariat') && <Earlier award={own.award} />}
    </Page>
  );
}
