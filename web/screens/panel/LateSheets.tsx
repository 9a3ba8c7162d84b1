// Sheets that came after the cut-off: kept, not counted, and shown to who leads; that they were looked at is on record.
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useList, useMaybeView } from '../../api/query.ts';
import { ExportButton } from '../../parts/Listing.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import { useCriteria } from './names.ts';
import { PointsTable } from './PointsTable.tsx';

type Sheet = ItemOf<'/panels/:panel/late-sheets'>;
type Props = { panel: string; cycleId: string };

export function LateSheets({ panel, cycleId }: Props) {
  const { t } = useTranslation('panel');
  const sheets = useList('/panels/:panel/late-sheets', { params: { panel } });
  if (sheets.items.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="late-sheets">
      <Title order={2} size="h3" id="late-sheets">
        {t('late.title')}
      </Title>
      <Text size="sm">{t('late.means')}</Text>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {sheets.items.map((sheet) => (
          <LateSheet key={sheet.lateId} sheet={sheet} panel={panel} cycleId={cycleId} />
        ))}
      </Stack>
      <ExportButton path="/panels/:panel/late-sheets" params={{ panel }} />
    </Stack>
  );
}

function LateSheet({ sheet, panel, cycleId }: Props & { sheet: Sheet }) {
  const { t } = useTranslation('panel');
  const [isOpen, setOpen] = useState(false);
  const { judge, organisation, nominationId, arrivedAt, seenBy, lateId } = sheet;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>
            {judge || t('nameless')} ·{' '}
            <Anchor component={Link} to={`/panels/${panel}/entries/${nominationId}`}>
              <LocalText of={organisation} />
            </Anchor>
          </Text>
          <Text size="sm" component="div">
            <When at={arrivedAt} />
          </Text>
          {seenBy.length > 0 && (
            <Text size="sm">
              {t('late.seenBy', { names: seenBy.map(({ name }) => name || t('nameless')).join(', ') })}
            </Text>
          )}
        </div>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'sheets.hide' : 'late.look')}
        </Button>
      </Group>
      {isOpen && <LatePoints lateId={lateId} cycleId={cycleId} />}
    </li>
  );
}

function LatePoints({ lateId, cycleId }: { lateId: string; cycleId: string }) {
  const { t } = useTranslation('panel');
  const labelOf = useCriteria(cycleId);
  const { data, error } = useMaybeView('/late-sheets/:lateId', { params: { lateId } });
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  if (data.scores === null) return <Alert color="yellow">{t('sheets.ownFirst')}</Alert>;
  return <PointsTable scores={data.scores} labelOf={labelOf} />;
}
