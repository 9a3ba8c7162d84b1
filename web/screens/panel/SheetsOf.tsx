// How far each judge is with an entry; who leads reads the points that are in, and gives a sheet back.
import { Anchor, Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useMaybeView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { When } from '../../parts/When.tsx';
import type { EntryView } from './Entry.tsx';
import { useCriteria } from './names.ts';
import { PointsTable } from './PointsTable.tsx';
import { useStanding } from './standing.ts';

type Panel = Contract<'get', '/panels/:panel'>['answer'];
type Sheet = NonNullable<EntryView['sheets']>[number];

export function SheetsOf({ sheets, panel }: { sheets: Sheet[]; panel: Panel }) {
  const { t } = useTranslation('panel');
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('sheets.title')}
      </Title>
      {sheets.length === 0 && <Text>{t('sheets.none')}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {sheets.map((sheet) => (
          <SheetLine key={sheet.scorecard} sheet={sheet} panel={panel} />
        ))}
      </Stack>
    </Stack>
  );
}

function SheetLine({ sheet, panel }: { sheet: Sheet; panel: Panel }) {
  const { t } = useTranslation('panel');
  const { leads, readsSheets } = useStanding(panel);
  const [isOpen, setOpen] = useState(false);
  const isIn = sheet.status === 'submitted';
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{sheet.name || t('nameless')}</Text>
          <Badge color={isIn ? 'green' : 'gray'}>{t(`sheet.${sheet.status}`)}</Badge>{' '}
          {sheet.submittedAt !== null && (
            <Text size="sm" component="span">
              <When at={sheet.submittedAt} />
            </Text>
          )}
        </div>
        {readsSheets && (
          <Anchor component={Link} to={`/scorecards/${sheet.scorecard}/versions`}>
            {t('versions.link')}
          </Anchor>
        )}
        {leads && isIn && (
          <Group gap="xs">
            <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t(isOpen ? 'sheets.hide' : 'sheets.show')}
            </Button>
            {panel.status === 'scoring' && <Reopen scorecard={sheet.scorecard} name={sheet.name} />}
          </Group>
        )}
      </Group>
      {isOpen && <Points scorecard={sheet.scorecard} panel={panel} />}
    </li>
  );
}

function Points({ scorecard, panel }: { scorecard: string; panel: Panel }) {
  const { t } = useTranslation('panel');
  const labelOf = useCriteria(panel.cycleId);
  const { data, error } = useMaybeView('/scorecards/:scorecard', { params: { scorecard } });
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Loading />;
  if (data.scores === null) return <Text size="sm">{t('sheets.ownFirst')}</Text>;
  return <PointsTable scores={data.scores} labelOf={labelOf} />;
}

function Reopen({ scorecard, name }: { scorecard: string; name: string }) {
  const { t } = useTranslation('panel');
  const [reason, setReason] = useState('');
  const reopen = useAct('post', '/scorecards/:scorecard/reopen');
  return (
    <ConfirmButton
      variant="default"
      title={t('reopenSheet.title', { name })}
      body={
        <Stack>
          <Text>{t('reopenSheet.means')}</Text>
          <Textarea
            label={t('reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      }
      confirm={t('reopenSheet.confirm')}
      act={() => reopen.mutateAsync({ params: { scorecard }, body: { reason } })}
    >
      {t('reopenSheet.confirm')}
    </ConfirmButton>
  );
}
