// The history of anything: who did what when, for whom, and what it was before and after. Usable from every screen.
import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../api/contract.ts';
import { useList } from '../api/query.ts';
import { Empty } from './Empty.tsx';
import { FactChanges } from './FactChanges.tsx';
import { ExportButton, Listing } from './Listing.tsx';
import { LocalText } from './LocalText.tsx';
import { When } from './When.tsx';

export type HistoryLine = ItemOf<'/cycles/:cycleId/history'>;
export type HistoryPath =
  | '/nominations/:nominationId/history'
  | '/cycles/:cycleId/history'
  | '/panels/:panel/history'
  | '/cycles/:cycleId/countries/:iso2/history'
  | '/cycles/:cycleId/judges/:judgeId/history'
  | '/organisations/:organisationId/history'
  | '/forums/:forumId/history'
  | '/forums/:forumId/delegations/:iso2/history'
  | '/forums/:forumId/delegations/:iso2/report/history'
  | '/talks/:talk/history'
  | '/cycles/:cycleId/ceremony/history'
  | '/members/:personId/history';
export type HistoryAsked = {
  path: HistoryPath;
  params: { [name: string]: string };
  query?: { [name: string]: string };
  /** The zone that governs what happened. */
  zone?: string;
};

/** The lines themselves, for a screen or a part of one. */
export function HistoryOf({ path, params, query = {}, zone }: HistoryAsked) {
  const { t } = useTranslation('history');
  // All histories list the same lines; one of them stands for the type.
  const asked = { params: params as { cycleId: string }, query };
  const lines = useList(path as '/cycles/:cycleId/history', asked);
  return (
    <Listing
      list={lines}
      empty={<Empty text={t('empty')} />}
      exports={<ExportButton path={path} params={params} query={query} />}
    >
      {(items) => (
        <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((line) => (
            <Line key={line.id} line={line} zone={zone} />
          ))}
        </Stack>
      )}
    </Listing>
  );
}

function Line({ line, zone }: { line: HistoryLine; zone: string | undefined }) {
  const { t } = useTranslation('history');
  const { type, at, changes, names, country, category, onBehalf, detail } = line;
  const reason = [detail.reason, detail.reasons, detail.note].find((one) => typeof one === 'string' && one !== '');
  return (
    <Stack component="li" gap={2} py="xs" style={{ borderBlockEnd: '1px solid var(--mantine-color-default-border)' }}>
      <Group gap="xs">
        <Text fw={600}>{t(`event.${type}`, { defaultValue: type })}</Text>
        {[country, category].map(
          (part) =>
            part && (
              <Badge key={part} color="gray">
                {part === category && names[part] ? <LocalText of={names[part]} /> : part}
              </Badge>
            ),
        )}
      </Group>
      <Text size="sm" component="div">
        <Doer line={line} /> · <When at={at} zone={zone ?? null} />
      </Text>
      {onBehalf && (
        <Text size="sm">
          {onBehalf.reason === null
            ? t('onBehalf', { office: onBehalf.name ?? onBehalf.office ?? '—', reference: onBehalf.reference ?? '—' })
            : t('onBehalfWhy', { reason: onBehalf.reason })}
        </Text>
      )}
      <FactChanges changes={changes} names={names} />
      {reason !== undefined && <Text size="sm">{t('reason', { reason: String(reason) })}</Text>}
    </Stack>
  );
}

function Doer({ line: { name, role } }: { line: HistoryLine }) {
  const { t } = useTranslation('history');
  const shownRole = role === null ? null : t(`role.${role}`, { defaultValue: role });
  if (name !== null && shownRole !== null) return <>{t('by', { who: name, role: shownRole })}</>;
  return <>{shownRole ?? t('somebody')}</>;
}
