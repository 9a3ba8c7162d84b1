// One nomination at the desk: what was sent in beside the checklist, and what can be done with it.
import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useMaybeView, useView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { Changes } from './Changes.tsx';
import { Checklist } from './Checklist.tsx';
import { Decisions } from './Decisions.tsx';
import { Dossier } from './Dossier.tsx';
import { useCycle, useRolesIn } from './here.ts';
import { OnRecord } from './OnRecord.tsx';
import { ReturnPanel } from './ReturnPanel.tsx';
import { StatusBadge } from './StatusBadge.tsx';

/** What is to be corrected, by the key of a field, a file or an item: written here and sent at once. */
export type Asked = { [field: string]: string };

/** Whoever goes on to another nomination begins anew. */
export function Screening() {
  const nominationId = useParam('nominationId');
  return <OneNomination key={nominationId} nominationId={nominationId} />;
}

function OneNomination({ nominationId }: { nominationId: string }) {
  const { t } = useTranslation('country');
  const params = { nominationId };
  const nomination = useView('/nominations/:nominationId', { params });
  const here = useCycle(nomination.cycleId);
  const roles = useRolesIn(here.cycle.award, nomination.country);
  const changes = useMaybeView('/nominations/:nominationId/changes', { params }, { enabled: nomination.version > 1 });
  const [asked, setAsked] = useState<Asked>({});
  const isOpen = nomination.status === 'submitted';
  const mayReturn = roles.has('screener') && isOpen;
  const ask = mayReturn
    ? (field: string, message: string | null) => setAsked(withMessage(asked, field, message))
    : null;
  const { organisation, title, status, version, submittedAt, zone, correction } = nomination;
  const desk = `/cycles/${nomination.cycleId}/countries/${nomination.country}`;
  const next = useNext(nomination);
  const lead = (
    <Stack gap={4} mt={4}>
      <Group gap="xs">
        <StatusBadge status={status} />
        <Text size="sm">
          {here.categoryName(nomination.category)} · {t('screening.version', { version })}
        </Text>
      </Group>
      <Text>
        <LocalText of={title} />
      </Text>
      <Text size="sm" component="div">
        {t('screening.submitted')} <When at={submittedAt} zone={zone} />
      </Text>
      {status === 'returned' && correction && (
        <Text component="div">
          {t('screening.correctBy')} <When at={correction.at} zone={correction.zone} relative />
        </Text>
      )}
    </Stack>
  );
  return (
    <Page
      title={here.say(organisation)}
      over={t('screening.title')}
      lead={lead}
      actions={
        <>
          <Button component={Link} to={desk} variant="default">
            {t('screening.toDesk')}
          </Button>
          {next !== undefined && (
            <Button component={Link} to={`/nominations/${next.nominationId}/screening`} variant="light">
              {t('screening.next')}
            </Button>
          )}
        </>
      }
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
          <Stack gap="lg">
            {changes.data && <Changes changes={changes.data} />}
            <Dossier nomination={nomination} definition={here.definition} asked={asked} ask={ask} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
          <Stack gap="lg">
            <OnRecord nominationId={nominationId} />
            <Checklist
              nomination={nomination}
              may={roles.has('screener') && (isOpen || status === 'rejection-proposed')}
              asked={asked}
              ask={ask}
            />
            {mayReturn && (
              <ReturnPanel nomination={nomination} definition={here.definition} asked={asked} setAsked={setAsked} />
            )}
            <Decisions nomination={nomination} roles={roles} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** The next one that waits for the desk, in the order of the list; after the last the first. */
function useNext({ nominationId, cycleId, country }: { nominationId: string; cycleId: string; country: string }) {
  const query = { country, limit: 200 };
  const { items } = useList('/cycles/:cycleId/nominations', { params: { cycleId }, query });
  const waiting = items.filter(({ status }) => status === 'submitted' || status === 'rejection-proposed');
  const others = waiting.filter((one) => one.nominationId !== nominationId);
  return others.find((one) => one.nominationId > nominationId) ?? others[0];
}

function withMessage(asked: Asked, field: string, message: string | null): Asked {
  const { [field]: _before, ...others } = asked;
  return message === null ? others : { ...others, [field]: message };
}
