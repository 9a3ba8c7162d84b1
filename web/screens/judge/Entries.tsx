// The entries of a cycle, panel by panel: how far one is, about how long the rest takes, and the one to go on with.
import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import {
  entryPath,
  isOpen,
  type JudgedGroup,
  type Judging,
  type Line,
  type State,
  useEarlierSheets,
  useLines,
} from './judging.ts';
import { ReferenceEntries } from './ReferenceEntries.tsx';
import { SheetsIn } from './SheetsIn.tsx';

type Shown = Line & { state: State };

export function Entries({ judging }: { judging: Judging }) {
  const { t } = useTranslation('judge');
  const lines = useLines(judging.cycleId);
  const earlier = useEarlierSheets(judging.cycleId);
  return (
    <Stack gap="lg">
      {lines.length === 0 && <Empty text={t('entries.none')} />}
      {judging.groups
        .map((group) => ({ group, own: lines.filter((line) => line.group === group.group) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <PanelEntries key={group.group} judging={judging} group={group} lines={own} />
        ))}
      {earlier.length > 0 && <Earlier sheets={earlier} />}
    </Stack>
  );
}

/** What stands of rounds that are over, to look at. */
function Earlier({ sheets }: { sheets: Line[] }) {
  const { t } = useTranslation('judge');
  return (
    <details>
      <summary>{t('entries.earlier', { count: sheets.length })}</summary>
      <Stack component="ul" gap="xs">
        {sheets.map(({ id, title }) => (
          <li key={id}>
            <Anchor component={Link} to={`/scorecards/${id}/versions`}>
              <LocalText of={title} />
            </Anchor>
          </li>
        ))}
      </Stack>
    </details>
  );
}

type Props = { judging: Judging; group: JudgedGroup; lines: Shown[] };

function PanelEntries({ judging, group, lines }: Props) {
  const { t } = useTranslation('judge');
  const text = useText();
  const name = text(group.categoryNames);
  return (
    <section aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end" gap="xs">
          <div>
            <Title order={3} size="h4">
              {group.countryNames === null ? name : `${name}, ${text(group.countryNames)}`}
            </Title>
            {group.round !== null && (
              <Text size="sm" component="div">
                {t('group.round')} <LocalText of={group.round} />
              </Text>
            )}
            {group.closesAt !== null && (
              <Text size="sm" component="div">
                {t('group.closes')} <When at={group.closesAt} zone={judging.zone} relative />
              </Text>
            )}
          </div>
          {group.leads && (
            <Button component={Link} to={`/panels/${judging.cycleId}~${group.group}`} variant="light">
              {t('group.panel')}
            </Button>
          )}
        </Group>
        <ReferenceEntries judging={judging} group={group} />
        <HowFar judging={judging} group={group} lines={lines} />
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {lines.map((line) => (
            <EntryLine key={line.id} line={line} />
          ))}
        </Stack>
      </Stack>
    </section>
  );
}

function HowFar({ judging, group, lines }: Props) {
  const { t } = useTranslation('judge');
  const counted = lines.filter(({ state }) => state !== 'recused');
  const open = counted.filter(isOpen);
  const done = counted.length - open.length;
  const minutes = open.reduce((sum, line) => sum + line.minutes, 0);
  const isScoring = group.panelStatus === 'scoring';
  const handedIn = lines.find(({ state }) => state === 'done');
  const first = open.find(({ state }) => state !== 'open') ?? open[0];
  const said =
    open.length === 0
      ? t('entries.allDone', { of: counted.length })
      : t('entries.left', { done, of: counted.length, count: minutes });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text fw={600} size="lg">
          {said}
        </Text>
        <Progress value={counted.length === 0 ? 0 : (done / counted.length) * 100} aria-label={said} />
        {!isScoring && group.panelStatus !== null && <Text>{t('group.closed')}</Text>}
        <Group>
          {first && (
            <Button
              component={Link}
              to={entryPath(first.id)}
              size="md"
              variant={group.calibration?.left ? 'default' : 'filled'}
            >
              {t(done === 0 ? 'entries.start' : 'entries.goOn')}
            </Button>
          )}
          {isScoring && !group.finished && (
            <Finish judging={judging} group={group} open={open.length} isFirst={first === undefined} />
          )}
        </Group>
        {group.finished && <Text>{t('finish.said')}</Text>}
        {handedIn && !isScoring && group.panelStatus !== 'formed' && <SheetsIn scorecard={handedIn.id} />}
      </Stack>
    </Paper>
  );
}

type FinishProps = { judging: Judging; group: JudgedGroup; open: number; isFirst: boolean };

function Finish({ judging, group, open, isFirst }: FinishProps) {
  const { t } = useTranslation('judge');
  const finish = useAct('post', '/cycles/:cycleId/judges/:judgeId/finish-scoring');
  return (
    <ConfirmButton
      size="md"
      variant={isFirst ? 'filled' : 'default'}
      title={t('finish.title')}
      confirm={t('finish.act')}
      body={open > 0 ? t('finish.textOpen', { count: open }) : t('finish.text')}
      act={() =>
        finish.mutateAsync({ params: { cycleId: judging.cycleId, judgeId: 'me' }, body: { group: group.group } })
      }
    >
      {t('finish.act')}
    </ConfirmButton>
  );
}

const colours: { [state in State]: string } = {
  open: 'gray',
  draft: 'yellow',
  done: 'green',
  changed: 'yellow',
  waiting: 'blue',
  refused: 'red',
  reopened: 'orange',
  recused: 'gray',
};

function EntryLine({ line }: { line: Shown }) {
  const { t } = useTranslation('judge');
  const { id, organisation, title, state, minutes, declared, dossierVersion, newestVersion } = line;
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div>
          {declared && state !== 'recused' ? (
            <Anchor component={Link} to={entryPath(id)} fw={600} display="inline-block" mih={24}>
              <LocalText of={organisation} />
            </Anchor>
          ) : (
            <Text fw={600}>
              <LocalText of={organisation} />
            </Text>
          )}
          <Text size="sm">
            <LocalText of={title} />
          </Text>
          <Text size="sm">
            {t('entries.minutes', { count: minutes })}
            {newestVersion > dossierVersion &&
              ` · ${t('entries.newer', { version: dossierVersion, newest: newestVersion })}`}
          </Text>
        </div>
        <Badge variant="outline" color={colours[state]} autoContrast style={{ flexShrink: 0 }} c="inherit" tt="none">
          {t(`state.${state}`)}
        </Badge>
      </Group>
    </Paper>
  );
}
