// Reference entries before the real ones: scored one by one, then one's own points beside the reference and the panel.
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { rubricFor } from '../../parts/rubrics.ts';
import { useText } from '../../parts/texts.ts';
import type { Rubric } from './judging.ts';
import { ReferenceSheet } from './ReferenceSheet.tsx';
import { ReferenceSpread } from './ReferenceSpread.tsx';
import './judge.css';

export type CalibrationOf = Contract<'get', '/panels/:panel/calibration'>['answer'];
export type Reference = CalibrationOf['references'][number];

export function Calibration() {
  const { t } = useTranslation('judge');
  const text = useText();
  const panel = useParam('panel');
  const found = useView('/panels/:panel/calibration', { params: { panel } });
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId: found.cycleId } });
  const rubric = rubricFor(definition, found.category, found.round);
  if (rubric === undefined) throw new Error('The award has no rubric for this category.');
  return (
    <Page
      title={text(found.names) || t('calibration.title')}
      over={
        <Anchor component={Link} to="/judging">
          {t('entry.back')}
        </Anchor>
      }
      lead={t('calibration.lead')}
    >
      {found.names === null ? (
        <Empty text={t('calibration.none')} />
      ) : (
        <Steps panel={panel} found={found} rubric={rubric} />
      )}
    </Page>
  );
}

type Props = { panel: string; found: CalibrationOf; rubric: Rubric };

function Steps({ panel, found, rubric }: Props) {
  const { t } = useTranslation('judge');
  const { references } = found;
  const at = references.findIndex(({ own }) => own === null);
  const next = references[at];
  if (references.length === 0) return <Empty text={t('calibration.notYet')} />;
  if (next !== undefined && found.left !== null && found.left > 0)
    return (
      <ReferenceSheet
        key={next.referenceId}
        panel={panel}
        reference={next}
        rubric={rubric}
        at={at + 1}
        of={references.length}
      />
    );
  return (
    <Stack maw={860}>
      {found.left !== null && (
        <Alert color="green" variant="light">
          <Group justify="space-between">
            <Text>{t('calibration.done')}</Text>
            <Button component={Link} to="/judging">
              {t('calibration.toEntries')}
            </Button>
          </Group>
        </Alert>
      )}
      <Text size="sm">{t('calibration.panelMeans')}</Text>
      {references.map((reference) => (
        <ReferenceSpread key={reference.referenceId} reference={reference} rubric={rubric} />
      ))}
    </Stack>
  );
}
