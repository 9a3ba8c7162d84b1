// What is done with a report: handed in, returned or approved by the superior, published, taken back.
import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { ReasonButton } from '../../parts/ReasonButton.tsx';
import type { ReportOf } from './report-of.ts';

type Props = { report: ReportOf; params: { forumId: string; iso2: string } };

export function Acts({ report, params }: Props) {
  const { may, handedIn, approved, latest, published } = report;
  return (
    <Stack gap="sm" className="no-print">
      <Group gap="xs">
        {may.write && handedIn === null && latest > 0 && approved?.version !== latest && (
          <HandIn report={report} params={params} />
        )}
        {may.approve && handedIn !== null && !handedIn.own && <Judge version={handedIn.version} params={params} />}
        {may.publish && approved?.audience === 'public' && published !== approved.version && (
          <Publish params={params} />
        )}
        {may.publish && published !== null && <Retract params={params} />}
      </Group>
      {may.name && <Superior report={report} params={params} />}
    </Stack>
  );
}

function HandIn({ report, params }: Props) {
  const { t } = useTranslation('report');
  const act = useAct('post', '/forums/:forumId/delegations/:iso2/report/hand-in');
  const blank = report.content.parts.filter((part) => part.kind !== 'picture' && part.text === '').length;
  return (
    <ConfirmButton
      title={t('handIn.title')}
      body={
        <>
          <Text>{t('handIn.means')}</Text>
          {blank > 0 && <Text mt="xs">{t('handIn.blank', { count: blank })}</Text>}
        </>
      }
      confirm={t('handIn.act')}
      act={() => act.mutateAsync({ params, body: { version: report.latest } })}
    >
      {t('handIn.open')}
    </ConfirmButton>
  );
}

function Judge({ version, params }: { version: number; params: Props['params'] }) {
  const { t } = useTranslation('report');
  const [audience, setAudience] = useState<'internal' | 'public'>('internal');
  const approve = useAct('post', '/forums/:forumId/delegations/:iso2/report/approve');
  const giveBack = useAct('post', '/forums/:forumId/delegations/:iso2/report/return');
  return (
    <>
      <ConfirmButton
        title={t('approve.title')}
        body={
          <Radio.Group
            label={t('approve.audience')}
            value={audience}
            onChange={(value) => setAudience(value === 'public' ? 'public' : 'internal')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="internal" label={t('approve.internal')} />
              <Radio value="public" label={t('approve.public')} />
            </Stack>
          </Radio.Group>
        }
        confirm={t('approve.act')}
        act={() => approve.mutateAsync({ params, body: { version, audience } })}
      >
        {t('approve.open')}
      </ConfirmButton>
      <ReasonButton
        variant="default"
        title={t('return.title')}
        label={t('return.note')}
        means={t('return.means')}
        confirm={t('return.act')}
        act={(note) => giveBack.mutateAsync({ params, body: { version, note } })}
      >
        {t('return.open')}
      </ReasonButton>
    </>
  );
}

function Publish({ params }: { params: Props['params'] }) {
  const { t } = useTranslation('report');
  const act = useAct('post', '/forums/:forumId/delegations/:iso2/report/publish');
  return (
    <ConfirmButton
      title={t('publish.title')}
      body={t('publish.means')}
      confirm={t('publish.act')}
      act={() => act.mutateAsync({ params, body: {} })}
    >
      {t('publish.open')}
    </ConfirmButton>
  );
}

function Retract({ params }: { params: Props['params'] }) {
  const { t } = useTranslation('report');
  const act = useAct('post', '/forums/:forumId/delegations/:iso2/report/retract');
  return (
    <ReasonButton
      variant="default"
      color="red"
      title={t('retract.title')}
      label={t('retract.reason')}
      means={t('retract.means')}
      confirm={t('retract.act')}
      act={(reason) => act.mutateAsync({ params, body: { reason } })}
    >
      {t('retract.open')}
    </ReasonButton>
  );
}

/** Whoever approves for the country, unless another one is named. */
function Superior({ report, params }: Props) {
  const { t } = useTranslation('report');
  const act = useAct('post', '/forums/:forumId/delegations/:iso2/report/superior');
  const { superior, superiors } = report;
  const [chosen, setChosen] = useState(superior?.personId ?? null);
  const isSame = chosen === (superior?.personId ?? null);
  return (
    <>
      <Group align="flex-end" gap="xs">
        <Select
          label={t('superior.label')}
          description={t('superior.hint')}
          placeholder={t('superior.approver')}
          clearable
          clearButtonProps={{ 'aria-label': t('superior.clear') }}
          data={superiors.map(({ personId, name, role }) => ({
            value: personId,
            label: `${name} (${t(`role.${role}`)})`,
          }))}
          value={chosen}
          onChange={setChosen}
          miw={260}
        />
        {!isSame && (
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate({ params, body: { personId: chosen } })}
          >
            {t('superior.act')}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={act.error} />
    </>
  );
}
