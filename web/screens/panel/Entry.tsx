// An entry before the panel: who must leave before it is opened, how far its sheets are, and what the members note of it.
import { Alert, Anchor, Badge, Group, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useMaybeView, useView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { Amendment } from './Amendment.tsx';
import { LowerMinimum } from './LowerMinimum.tsx';
import { Notes } from './Notes.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { SheetsOf } from './SheetsOf.tsx';
import { useStanding } from './standing.ts';

export type EntryView = Contract<'get', '/panels/:panel/entries/:nominationId'>['answer'];

export function Entry() {
  const { t } = useTranslation('panel');
  const text = useText();
  const id = useParam('panel');
  const nominationId = useParam('nominationId');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const entry = useView('/panels/:panel/entries/:nominationId', { params: { panel: id, nominationId } });
  const standing = useStanding(panel);
  // Who judges reads the entry beside the own sheet; the nomination itself is its desk's.
  const sheets = useMaybeView(
    '/scorecards',
    { query: { cycleId: panel.cycleId, limit: 200 } },
    { enabled: standing.isMember },
  );
  const mine = sheets.data?.items.filter((one) => one.nominationId === nominationId) ?? [];
  const own = mine.find(({ ended }) => !ended) ?? mine[0];
  return (
    <Page
      title={text(entry.organisation)}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={<LocalText of={entry.title} />}
      width={860}
      actions={
        <Group gap="sm">
          {own !== undefined && (
            <Anchor component={Link} to={`/judging/${own.id}`}>
              {t('entry.ownSheet')}
            </Anchor>
          )}
          {(!standing.isMember || standing.runs) && (
            <Anchor component={Link} to={`/nominations/${nominationId}`}>
              {t('entry.dossier')}
            </Anchor>
          )}
        </Group>
      }
    >
      {entry.newestVersion > entry.dossierVersion && (
        <Badge color="orange">
          {t('entry.changed', { version: entry.dossierVersion, newest: entry.newestVersion })}
        </Badge>
      )}
      <LowerMinimum panel={panel} nominationId={nominationId} />
      {entry.mustLeave !== null && <MustLeave people={entry.mustLeave} />}
      {standing.leads && <Amendment nominationId={nominationId} />}
      {entry.sheets !== null && <SheetsOf sheets={entry.sheets} panel={panel} />}
      {standing.isMember && <Notes panel={id} nominationId={nominationId} status={entry.status} />}
    </Page>
  );
}

/** Said first, and by name: nobody opens the entry while they are in the room. */
function MustLeave({ people }: { people: NonNullable<EntryView['mustLeave']> }) {
  const { t } = useTranslation('panel');
  if (people.length === 0) return <Text>{t('leave.nobody')}</Text>;
  return (
    <Alert color="red" variant="light" title={t('leave.title', { count: people.length })}>
      <List>
        {people.map(({ judgeId, name, because }) => (
          <List.Item key={judgeId}>
            <strong>{name || t('nameless')}</strong> ({t(`leave.${because}`)})
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
