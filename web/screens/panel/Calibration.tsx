// The calibration of a panel: its reference entries, and how far each judge lies from them.
import { Alert, Anchor, Badge, Button, Card, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { useText } from '../../parts/texts.ts';
import { AddReference } from './AddReference.tsx';
import { useCriteria } from './names.ts';
import { PanelTitle } from './PanelTitle.tsx';

export type CalibrationOf = Contract<'get', '/panels/:panel/calibration'>['answer'];
type Props = { id: string; found: CalibrationOf };

export function Calibration() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const found = useView('/panels/:panel/calibration', { params: { panel: id } });
  return (
    <Page
      title={t('calibration.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={t('calibration.lead')}
      width={860}
      actions={found.earlier !== null && <AddReference id={id} found={found} />}
    >
      {found.names === null ? <Empty text={t('calibration.none')} /> : <Parts id={id} found={found} />}
    </Page>
  );
}

function Parts({ id, found }: Props) {
  const { t } = useTranslation('panel');
  if (found.references.length === 0)
    return <Empty text={t(found.earlier === null ? 'calibration.noneSeen' : 'calibration.empty')} />;
  return (
    <Stack>
      {found.judges === null && found.left !== null && (
        <Alert color="lake" variant="light">
          <Group justify="space-between">
            <Text>{t('calibration.ownFirst', { count: found.left })}</Text>
            <Button component={Link} to={`/judging/calibration/${id}`}>
              {t('calibration.toOwn')}
            </Button>
          </Group>
        </Alert>
      )}
      {found.judges !== null && found.status !== 'formed' && <Judges judges={found.judges} />}
      <Title order={2} size="h3">
        {t('calibration.references')}
      </Title>
      {found.references.map((reference) => (
        <Reference key={reference.referenceId} id={id} found={found} reference={reference} />
      ))}
    </Stack>
  );
}

function Judges({ judges }: { judges: NonNullable<CalibrationOf['judges']> }) {
  const { t } = useTranslation('panel');
  const signed = (points: string) => {
    if (points === '0.00') return points;
    return points.startsWith('-') ? points.replace('-', '−') : `+${points}`;
  };
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {t('calibration.judges')}
      </Title>
      <Text size="sm">{t('calibration.judgesMean')}</Text>
      <Table verticalSpacing="xs" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('calibration.judge')}</Table.Th>
            <Table.Th scope="col">{t('calibration.lean')}</Table.Th>
            <Table.Th scope="col">{t('calibration.distance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {judges.map(({ judgeId, name, left, standing }) => (
            <Table.Tr key={judgeId}>
              <Table.Th scope="row">
                {name || t('nameless')}
                {left > 0 && (
                  <Text size="sm" fw={400}>
                    {t('calibration.leftToScore', { count: left })}
                  </Text>
                )}
              </Table.Th>
              <Table.Td>{standing === null ? '—' : signed(standing.lean)}</Table.Td>
              <Table.Td>
                {standing?.distance ?? '—'} {standing?.far && <Badge color="orange">{t('calibration.far')}</Badge>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

type ReferenceProps = Props & { reference: CalibrationOf['references'][number] };

function Reference({ id, found, reference }: ReferenceProps) {
  const { t } = useTranslation('panel');
  const text = useText();
  const labelOf = useCriteria(found.cycleId);
  const remove = useAct('delete', '/panels/:panel/calibration/references/:referenceId');
  const { referenceId, title, points, spread } = reference;
  const spreadOf = (criterion: string) => spread?.find((one) => one.criterion === criterion);
  return (
    <Card withBorder padding="sm" component="section">
      <Group justify="space-between" gap="xs">
        <Text component="h3" fw={600} m={0}>
          <LocalText of={title} />{' '}
          <Badge variant="outline" c="inherit" tt="none">
            {t(reference.earlier ? 'calibration.earlier' : 'calibration.sample')}
          </Badge>
        </Text>
        {found.earlier !== null && (
          <ConfirmButton
            variant="default"
            title={t('calibration.remove')}
            body={t('calibration.removeMeans', { title: text(title) })}
            confirm={t('calibration.remove')}
            act={() => remove.mutateAsync({ params: { panel: id, referenceId } })}
          >
            {t('calibration.remove')}
          </ConfirmButton>
        )}
      </Group>
      <List size="sm" spacing={4} mt={4}>
        {(points ?? []).map(({ criterion, points: meant, comment }) => {
          const panel = spreadOf(criterion);
          return (
            <List.Item key={criterion}>
              <strong>
                {labelOf(criterion)}: {meant}
              </strong>{' '}
              {comment}
              {panel !== undefined && <> · {t('calibration.spread', panel)}</>}
            </List.Item>
          );
        })}
      </List>
    </Card>
  );
}
