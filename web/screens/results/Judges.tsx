// The judges of a cycle: who is asked, who has answered, which conflicts wait, and the panels that are given their entries.
import { Anchor, Group, Select, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { useAwardNames } from './award-names.ts';
import { Frame } from './Frame.tsx';
import { InviteJudge } from './InviteJudge.tsx';
import { JudgeCard } from './JudgeCard.tsx';
import { useMayAct } from './may-act.ts';
import { Section } from './Section.tsx';
import { Suggestions } from './Suggestions.tsx';

const path = '/cycles/:cycleId/judges';

export function Judges() {
  const { t } = useTranslation('results');
  const say = useText();
  const cycleId = useParam('cycleId');
  const names = useAwardNames(cycleId);
  const mayAct = useMayAct();
  const [group, setGroup] = useState<string | null>(null);
  const query = group === null ? {} : { group };
  const judges = useList(path, { params: { cycleId }, query });
  const panels = useList('/cycles/:cycleId/panels', { params: { cycleId }, query: { limit: 200 } });
  const entries = new Map(
    panels.items.flatMap((panel) => panel.entries.map((one) => [one.nominationId, say(one.organisation)] as const)),
  );
  const groups = [
    ...new Set([...panels.items.map((panel) => panel.group), ...judges.items.flatMap((one) => one.groups)]),
  ];
  return (
    <Frame
      cycleId={cycleId}
      title={t('judges.title')}
      lead={t('judges.lead')}
      actions={mayAct && <InviteJudge cycleId={cycleId} />}
    >
      <Section title={t('judges.panels')} lead={t('judges.panelsLead')}>
        <Listing
          list={panels}
          empty={<Empty text={t('judges.noPanels')} />}
          exports={<ExportButton path="/cycles/:cycleId/panels" params={{ cycleId }} />}
        >
          {(items) => (
            <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((panel) => (
                <li key={panel.id}>
                  <Group gap="md">
                    <Anchor component={Link} to={`/panels/${panel.id}/assignment`} underline="always" py={4}>
                      {names.group(panel.group)}
                    </Anchor>
                    <span>{t(`panelStatus.${panel.status}`)}</span>
                    <span>
                      {t('judges.seats', { count: panel.judges.length })},{' '}
                      {t('judges.entries', { count: panel.entries.length })}
                    </span>
                  </Group>
                </li>
              ))}
            </Stack>
          )}
        </Listing>
      </Section>
      <Suggestions cycleId={cycleId} />
      <Section title={t('judges.all')}>
        <Select
          label={t('judges.filter')}
          placeholder={t('judges.everyGroup')}
          data={groups.map((key) => ({ value: key, label: names.group(key) }))}
          value={group}
          onChange={setGroup}
          clearable
          maw={420}
          clearButtonProps={{ 'aria-label': t('judges.everyGroup') }}
        />
        <Listing
          list={judges}
          empty={<Empty text={t('judges.empty')} />}
          exports={<ExportButton path={path} params={{ cycleId }} query={query} />}
        >
          {(items) => (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((judge) => (
                <JudgeCard key={judge.judgeId} judge={judge} names={names} entryName={(id) => entries.get(id)} />
              ))}
            </Stack>
          )}
        </Listing>
      </Section>
    </Frame>
  );
}
