// The mission reports of a forum's delegations: where each stands, who holds it and since when. What they say stays with their countries.
import { Anchor, Badge, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useList, useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { statusColours } from './report-of.ts';

const path = '/forums/:forumId/reports';
type Line = ItemOf<typeof path>;
const statuses = ['none', 'draft', 'handed-in', 'returned', 'approved', 'published'] as const;

export function Reports() {
  const { t } = useTranslation('report');
  const params = { forumId: useParam('forumId') };
  const { forum } = useView('/forums/:forumId/delegations', { params });
  const [status, setStatus] = useState<string | null>(null);
  const asked = statuses.find((one) => one === status);
  const query = asked === undefined ? {} : { status: asked };
  const list = useList(path, { params, query });
  return (
    <Page
      title={t('all.title')}
      over={
        <Anchor component={Link} to={`/forums/${params.forumId}`}>
          <LocalText of={forum.name} />
        </Anchor>
      }
      lead={t('all.lead')}
      width={860}
    >
      <Select
        label={t('all.status')}
        placeholder={t('all.any')}
        clearable
        clearButtonProps={{ 'aria-label': t('all.clear') }}
        data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={status}
        onChange={setStatus}
        maw={320}
      />
      <Listing
        list={list}
        empty={<Empty text={t(asked === undefined ? 'all.empty' : 'all.noneSo')} />}
        exports={<ExportButton path={path} params={params} query={query} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((line) => (
              <Card key={line.country} component="li" withBorder padding="sm">
                <OneReport line={line} forum={forum} />
              </Card>
            ))}
          </Stack>
        )}
      </Listing>
    </Page>
  );
}

function OneReport({ line, forum }: { line: Line; forum: { forumId: string; zone: string } }) {
  const { t } = useTranslation('report');
  const { country, names, status, version, registered, audience, published, since } = line;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          <LocalText of={names} />
        </Title>
        <Badge color={statusColours[status] ?? 'gray'} variant="light">
          {t(`status.${status}`)}
        </Badge>
      </Group>
      <Text>{holderOf(line, t)}</Text>
      <Text size="sm" component="div">
        {since !== null && (
          <>
            {t('all.since')} <When at={since} zone={forum.zone} />
          </>
        )}
        {since === null && registered > 0 && t('all.registered', { count: registered })}
        {version > 0 && ` · ${t('version', { version })}`}
        {audience !== null && ` · ${t(`audience.${audience}`)}`}
      </Text>
      {published !== null && (
        <Anchor
          href={addressOf('/public/forums/:forumId/reports/:iso2/pdf', { forumId: forum.forumId, iso2: country })}
          underline="always"
        >
          {t('all.published', { version: published })}
        </Anchor>
      )}
    </>
  );
}

function holderOf({ heldBy, holder, registered }: Line, t: TFunction<'report'>): string {
  if (heldBy === 'superior') return holder === null ? t('all.superior') : t('all.superiorNamed', { name: holder });
  if (heldBy === 'delegation') return t('all.delegation');
  return t(registered === 0 ? 'all.nobodySent' : 'all.done');
}
