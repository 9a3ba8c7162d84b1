// One entry beside its sheet: two columns where there is room, two tabs at the thumb where there is not.
import { Alert, Anchor, Grid, Tabs, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { useSending } from '../../offline/queue.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { rubricFor } from '../../parts/rubrics.ts';
import { useText } from '../../parts/texts.ts';
import { Dossier } from './Dossier.tsx';
import type { Definition, Entry, Rubric } from './judging.ts';
import { Leaving } from './Leaving.tsx';
import { Sheet } from './Sheet.tsx';
import { type SheetState, useSheet } from './sheet-state.ts';
import './judge.css';

/** Another entry begins with nothing of the one before. */
export function EntryScreen() {
  const scorecard = useParam('scorecard');
  const entry = useView('/scorecards/:scorecard/entry', { params: { scorecard } });
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId: entry.sheet.cycleId } });
  const rubric = rubricFor(definition, entry.sheet.category, entry.sheet.round);
  if (rubric === undefined) throw new Error('The award has no rubric for this category.');
  return <EntryBesideSheet key={scorecard} entry={entry} definition={definition} rubric={rubric} />;
}

type Props = { entry: Entry; definition: Definition; rubric: Rubric };

function EntryBesideSheet({ entry, definition, rubric }: Props) {
  const { t } = useTranslation('judge');
  const text = useText();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const state = useSheet(entry, rubric);
  useSending();
  const { organisation, title, dossierVersion, newestVersion } = entry.sheet;
  const dossier = (
    <>
      {newestVersion > dossierVersion && (
        <Alert variant="light" mb="sm">
          {t('entry.newer', { version: dossierVersion, newest: newestVersion })}
        </Alert>
      )}
      <Dossier entry={entry} definition={definition} />
      <Leaving entry={entry} />
    </>
  );
  const sheet = <Sheet entry={entry} rubric={rubric} state={state} />;
  return (
    <Page
      title={text(organisation) === '—' ? text(title) : text(organisation)}
      over={
        <Anchor component={Link} to="/judging">
          {t('entry.back')}
        </Anchor>
      }
      lead={
        <Text component="span">
          {text(organisation) !== '—' && <LocalText of={title} />} · {t('entries.minutes', { count: entry.minutes })}
        </Text>
      }
    >
      {isWide ? (
        <Grid gap="xl">
          <Grid.Col span={7}>
            <a className="judge-jump" href="#sheet">
              {t('entry.jump')}
            </a>
            {dossier}
          </Grid.Col>
          <Grid.Col span={5}>
            <div className="judge-beside">{sheet}</div>
          </Grid.Col>
        </Grid>
      ) : (
        <OnPhone dossier={dossier} sheet={sheet} state={state} />
      )}
    </Page>
  );
}

type PhoneProps = { dossier: React.ReactNode; sheet: React.ReactNode; state: SheetState };

function OnPhone({ dossier, sheet, state }: PhoneProps) {
  const { t } = useTranslation('judge');
  const [tab, setTab] = useState<string | null>('entry');
  const scored = state.scores.filter(({ points, abstains }) => points !== null || abstains).length;
  return (
    <Tabs
      value={tab}
      onChange={(next) => {
        setTab(next);
        window.scrollTo({ top: 0 });
      }}
      inverted
      className="judge-tabs"
    >
      <Tabs.Panel value="entry" keepMounted>
        {dossier}
      </Tabs.Panel>
      <Tabs.Panel value="sheet" keepMounted>
        {sheet}
      </Tabs.Panel>
      <Tabs.List grow aria-label={t('entry.tabs')}>
        <Tabs.Tab value="entry">{t('entry.tab')}</Tabs.Tab>
        <Tabs.Tab value="sheet">{t('sheet.tab', { scored, of: state.scores.length })}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}
