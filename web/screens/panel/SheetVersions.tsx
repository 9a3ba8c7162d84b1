// All versions of one sheet beside each other: the points that changed, and who handed it in or gave it back, when and why.
import { Alert, Anchor, Badge, Card, Mark, Stack, Table, Text, Timeline, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { useCriteria } from './names.ts';

type Versions = Contract<'get', '/scorecards/:scorecard/versions'>['answer'];
type Step = Versions['steps'][number];
/** One that was handed in and may be read, numbered from one. */
type Version = Step & { scores: NonNullable<Step['scores']>; number: number };

export function SheetVersions() {
  const { t } = useTranslation('panel');
  const scorecard = useParam('scorecard');
  const sheet = useView('/scorecards/:scorecard/versions', { params: { scorecard } });
  const versions = sheet.steps
    .filter((step): step is Step & { scores: NonNullable<Step['scores']> } => step.scores !== null)
    .map((step, index): Version => ({ ...step, number: index + 1 }));
  return (
    <Page
      title={t('versions.title')}
      over={<LocalText of={sheet.organisation} />}
      lead={
        <>
          {sheet.judge || t('nameless')} <Badge color="gray">{t(`sheet.${sheet.status}`)}</Badge>
        </>
      }
      width={1000}
    >
      {sheet.withheld !== null && <Alert color="blue">{t(`versions.${sheet.withheld}`)}</Alert>}
      {sheet.withheld === null && versions.length === 0 && <Text>{t('versions.none')}</Text>}
      {versions.length > 0 && <Beside versions={versions} cycleId={sheet.cycleId} />}
      <What sheet={sheet} versions={versions} />
    </Page>
  );
}

const scoreOf = (version: Version | undefined, criterion: string) =>
  version?.scores.find((score) => score.criterion === criterion);
const criteriaOf = (versions: Version[]) => [
  ...new Set(versions.flatMap(({ scores }) => scores.map(({ criterion }) => criterion))),
];

type Part = { versions: Version[]; cycleId: string };

function Beside({ versions, cycleId }: Part) {
  const { t } = useTranslation('panel');
  const labelOf = useCriteria(cycleId);
  const criteria = criteriaOf(versions);
  return (
    <>
      <Table visibleFrom="sm" verticalSpacing="sm" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('sheets.criterion')}</Table.Th>
            {versions.map((version) => (
              <Table.Th key={version.version} scope="col">
                <Head version={version} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {criteria.map((criterion) => (
            <Table.Tr key={criterion}>
              <Table.Th scope="row">{labelOf(criterion)}</Table.Th>
              {versions.map((version, index) => (
                <Table.Td key={version.version} style={{ verticalAlign: 'top' }}>
                  <Said version={version} before={versions[index - 1]} criterion={criterion} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="sm" gap="sm">
        {versions.map((version, index) => (
          <Card key={version.version} withBorder padding="sm">
            <Title order={2} size="h5">
              <Head version={version} />
            </Title>
            {criteria.map((criterion) => (
              <div key={criterion}>
                <Text fw={600} size="sm" mt="xs">
                  {labelOf(criterion)}
                </Text>
                <Said version={version} before={versions[index - 1]} criterion={criterion} />
              </div>
            ))}
          </Card>
        ))}
      </Stack>
    </>
  );
}

function Head({ version: { number, at, dossierVersion } }: { version: Version }) {
  const { t } = useTranslation('panel');
  return (
    <>
      {t('versions.number', { number })}
      <Text size="sm" fw={400} component="span" display="block">
        <When at={at} />
      </Text>
      <Text size="sm" fw={400} component="span" display="block">
        {t('versions.dossier', { version: dossierVersion })}
      </Text>
    </>
  );
}

type Cell = { version: Version; before: Version | undefined; criterion: string };

/** What another version had is marked, and said in words too. */
function Said({ version, before, criterion }: Cell) {
  const { t } = useTranslation('panel');
  const [now, then] = [scoreOf(version, criterion), scoreOf(before, criterion)];
  if (now === undefined) return <>—</>;
  const shown = (points: number | null) => points ?? t('sheets.abstained');
  const moved = then !== undefined && then.points !== now.points;
  return (
    <>
      <Text component="span" fw={600}>
        {moved ? <Mark>{shown(now.points)}</Mark> : shown(now.points)}
      </Text>
      {moved && (
        <Text component="span" size="sm">
          {' '}
          {t('versions.was', { points: shown(then.points) })}
        </Text>
      )}
      {now.comment !== '' && <Text size="sm">{now.comment}</Text>}
    </>
  );
}

/** Step by step, also where no points may be read. */
function What({ sheet, versions }: { sheet: Versions; versions: Version[] }) {
  const { t } = useTranslation('panel');
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {t('versions.steps')}
      </Title>
      <Timeline active={sheet.steps.length} bulletSize={14} lineWidth={2}>
        {sheet.steps.map((step) => (
          <Timeline.Item key={step.version} title={<StepTitle step={step} versions={versions} />}>
            <Text size="sm" component="div">
              <When at={step.at} />
              {step.by !== '' && ` · ${step.by}`}
            </Text>
            {step.reason !== null && <Text size="sm">{t('versions.why', { reason: step.reason })}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
      <Anchor component={Link} to={`/panels/${sheet.cycleId}~${sheet.group}/entries/${sheet.nominationId}`}>
        {t('versions.entry')}
      </Anchor>
    </Stack>
  );
}

function StepTitle({ step, versions }: { step: Step; versions: Version[] }) {
  const { t } = useTranslation('panel');
  const number = versions.find(({ version }) => version === step.version)?.number;
  const what = step.amended ? 'amended' : step.what;
  return <>{number === undefined ? t(`step.${what}`) : t('step.handedIn', { number })}</>;
}
