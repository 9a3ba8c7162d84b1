// Endorsement as the secretariat runs it: dossiers verified, results put before the endorsers, replies, objections, the end.
import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { useView } from '../../api/query.ts';
import { useParam } from '../../parts/params.ts';
import { When } from '../../parts/When.tsx';
import { ConcludeEndorsement } from './ConcludeEndorsement.tsx';
import { Dossiers } from './Dossiers.tsx';
import { Frame } from './Frame.tsx';
import { Objections } from './Objections.tsx';
import { Replies } from './Replies.tsx';
import { RequestEndorsement } from './RequestEndorsement.tsx';
import { Section } from './Section.tsx';

export function Endorsement() {
  const { t } = useTranslation('results');
  const cycleId = useParam('cycleId');
  const { status, closesAt, zone, held } = useView('/cycles/:cycleId/endorsement', { params: { cycleId } });
  const isOpen = status === 'open';
  return (
    <Frame cycleId={cycleId} title={t('endorsement.title')} lead={t('endorsement.lead')}>
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
      {isOpen && <Objections cycleId={cycleId} />}
      {status !== 'not-requested' && (
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
            <Anchor href={`/app/cycles/${cycleId}/endorse`} underline="always">
              {t('endorsement.noteOnScreen')}
            </Anchor>
          </Group>
        </Section>
      )}
      {status !== 'not-requested' && <Replies cycleId={cycleId} isOpen={isOpen} />}
      {isOpen && <ConcludeEndorsement cycleId={cycleId} />}
      {held.length > 0 && <Text>{t('endorsement.held', { count: held.length })}</Text>}
      <RequestEndorsement cycleId={cycleId} />
      <Dossiers cycleId={cycleId} />
    </Frame>
  );
}
