// Endorsement as the secretariat runs it: dossiers verified, results put before the endorsers, replies, objections, the end.
import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { addressOf } from '../../api/client.ts';
import { useMaybeView } from '../../api/query.ts';
import { Loading } from '../../parts/Loading.tsx';
import { useParam } from '../../parts/params.ts';
import { dayIn } from '../../parts/times.ts';
import { When } from '../../parts/When.tsx';
import { ConcludeEndorsement } from './ConcludeEndorsement.tsx';
import { Dossiers } from './Dossiers.tsx';
import { Frame } from './Frame.tsx';
import { KeptNote } from './KeptNote.tsx';
import { useMayAct } from './may-act.ts';
import { Objections } from './Objections.tsx';
import { Replies } from './Replies.tsx';
import { RequestEndorsement } from './RequestEndorsement.tsx';
import { Section } from './Section.tsx';

type View = Contract<'get', '/cycles/:cycleId/endorsement'>['answer'];

/** Who stands in for the verification of dossiers alone sees those, and nothing of the replies. */
export function Endorsement() {
  const { t } = useTranslation('results');
  const cycleId = useParam('cycleId');
  const { data, isLoading } = useMaybeView('/cycles/:cycleId/endorsement', { params: { cycleId } });
  return (
    <Frame cycleId={cycleId} title={t('endorsement.title')} lead={t('endorsement.lead')}>
      {isLoading && <Loading />}
      {data !== undefined && <Standing cycleId={cycleId} view={data} />}
      {data?.status !== 'not-requested' && <Dossiers cycleId={cycleId} />}
    </Frame>
  );
}

function Standing({ cycleId, view: { status, closesAt, zone, held, meeting } }: { cycleId: string; view: View }) {
  const { t, i18n } = useTranslation('results');
  const mayAct = useMayAct();
  const isOpen = status === 'open';
  return (
    <>
      <Group gap="sm">
        <Badge size="lg" color={isOpen ? 'orange' : status === 'concluded' ? 'green' : 'gray'}>
          {t(`endorsementStatus.${status}`)}
        </Badge>
        {closesAt !== null && (
          <Text component="div">
            {t('endorsement.ends')} <When at={closesAt} zone={zone} relative={isOpen} />
          </Text>
        )}
      </Group>
      {meeting !== null && (
        <Text>
          {t('endorsement.meeting', { reference: meeting.reference })}
          {meeting.date !== null && ` (${dayIn(`${meeting.date}T12:00:00Z`, 'UTC', i18n.language)})`}
        </Text>
      )}
      {isOpen && <Objections cycleId={cycleId} />}
      {status !== 'not-requested' && <Note cycleId={cycleId} />}
      {status !== 'not-requested' && <Replies cycleId={cycleId} isOpen={isOpen && mayAct} />}
      {isOpen && mayAct && <ConcludeEndorsement cycleId={cycleId} />}
      {held.length > 0 && <Text>{t('endorsement.held', { count: held.length })}</Text>}
      {status === 'not-requested' && <Dossiers cycleId={cycleId} />}
      {mayAct && <RequestEndorsement cycleId={cycleId} />}
    </>
  );
}

function Note({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  return (
    <Section title={t('endorsement.note')} lead={t('endorsement.noteLead')}>
      <Group>
        {(['pdf', 'docx'] as const).map((kind) => (
          <Button
            key={kind}
            component="a"
            variant="default"
            href={addressOf(`/cycles/:cycleId/endorsement/note/${kind}`, { cycleId })}
            download
          >
            {t(`endorsement.${kind}`)}
          </Button>
        ))}
        <Anchor component={Link} to={`/cycles/${cycleId}/endorse`} underline="always">
          {t('endorsement.noteOnScreen')}
        </Anchor>
      </Group>
      <KeptNote cycleId={cycleId} />
    </Section>
  );
}
