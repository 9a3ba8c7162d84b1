// The mailbox of a cycle: every mail with its state; looked at as its reader sees it, and sent once more.
import { Anchor, Badge, Card, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../../api/contract.ts';
import { useList } from '../../../api/query.ts';
import { Empty } from '../../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../../parts/Listing.tsx';
import { useParam } from '../../../parts/params.ts';
import { When } from '../../../parts/When.tsx';
import { CyclePage, useCycle } from '../CyclePage.tsx';
import { MailDialog } from './MailDialog.tsx';
import { mailStates, stateColours } from './states.ts';

type Mail = ItemOf<'/cycles/:cycleId/mails'>;

export function Mails() {
  const { t } = useTranslation('cycles');
  const cycle = useCycle(useParam('cycleId'));
  const params = { cycleId: cycle.cycleId };
  const [filter, setFilter] = useState<{ state: string | null; kind: string | null; country: string | null }>({
    ...{ state: null, kind: null, country: null },
  });
  const [open, setOpen] = useState<string | null>(null);
  const counts = useList('/cycles/:cycleId/mails/counts', { params }).items;
  const mails = useList('/cycles/:cycleId/mails', { params, query: filter });
  const countOf = (is: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(is).reduce((sum, { count }) => sum + count, 0);
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <CyclePage cycle={cycle} title={t('mails.title')} lead={t('mails.lead')}>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('mails.state')}
          placeholder={t('mails.any')}
          clearable
          clearButtonProps={{ 'aria-label': t('mails.any') }}
          data={mailStates.map((value) => ({
            value,
            label: `${t(`mailState.${value}`)} (${countOf((one) => one.state === value)})`,
          }))}
          value={filter.state}
          onChange={(state) => setFilter({ ...filter, state })}
        />
        <Select
          label={t('mails.kind')}
          placeholder={t('mails.any')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('mails.any') }}
          data={kinds.map((value) => ({
            value,
            label: `${t(`mailKind.${value}`)} (${countOf((one) => one.kind === value)})`,
          }))}
          value={filter.kind}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
        <Select
          label={t('mails.country')}
          placeholder={t('mails.any')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('mails.any') }}
          data={cycle.countries}
          value={filter.country}
          onChange={(country) => setFilter({ ...filter, country })}
        />
      </Group>
      <Listing
        list={mails}
        empty={<Empty text={t(isFiltered ? 'mails.noneFiltered' : 'mails.none')} />}
        exports={<ExportButton path="/cycles/:cycleId/mails" params={params} query={filter} />}
      >
        {(items) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((mail) => (
              <MailCard key={mail.mailId} mail={mail} onOpen={() => setOpen(mail.mailId)} />
            ))}
          </Stack>
        )}
      </Listing>
      {open !== null && (
        <MailDialog cycleId={cycle.cycleId} mailId={open} onClose={() => setOpen(null)} onOpen={setOpen} />
      )}
    </CyclePage>
  );
}

function MailCard({ mail, onOpen }: { mail: Mail; onOpen: () => void }) {
  const { t } = useTranslation('cycles');
  const { subject, name, state, country, language, createdAt, kind } = mail;
  return (
    <Card withBorder component="li" padding="xs">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Anchor component="button" type="button" fw={600} ta="start" mih={24} aria-haspopup="dialog" onClick={onOpen}>
          <span lang={language}>{subject}</span>
        </Anchor>
        <Badge color={stateColours[state]} style={{ flexShrink: 0 }}>
          {t(`mailState.${state}`)}
        </Badge>
      </Group>
      <Text size="sm" component="div">
        {name ?? t('mails.erased')}
        {country !== null && ` · ${country}`} · {t(`mailKind.${kind}`)} · <When at={createdAt} />
      </Text>
    </Card>
  );
}
