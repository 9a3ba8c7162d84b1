// What may stand between judges and entries: suggested by the system with the reason, for the desk to accept or dismiss.
import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useList } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { ExportButton, Listing } from '../../parts/Listing.tsx';
import { useText } from '../../parts/texts.ts';
import { useMayAct } from './may-act.ts';
import { ReasonButton } from './ReasonButton.tsx';
import { Section } from './Section.tsx';

const path = '/cycles/:cycleId/conflict-suggestions';
type Suggestion = ItemOf<'/cycles/:cycleId/conflict-suggestions'>;

export function Suggestions({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('results');
  const list = useList(path, { params: { cycleId } });
  return (
    <Section title={t('suggestions.title')} lead={t('suggestions.lead')}>
      <Listing
        list={list}
        empty={<Empty text={t('suggestions.empty')} />}
        exports={<ExportButton path={path} params={{ cycleId }} />}
      >
        {(items) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <Line key={`${one.judgeId} ${one.nominationId} ${one.because}`} cycleId={cycleId} suggestion={one} />
            ))}
          </Stack>
        )}
      </Listing>
    </Section>
  );
}

function Line({ cycleId, suggestion }: { cycleId: string; suggestion: Suggestion }) {
  const { t } = useTranslation('results');
  const say = useText();
  const mayAct = useMayAct();
  const { judgeId, nominationId, because, judgeSays } = suggestion;
  const accept = useAct('post', '/cycles/:cycleId/judges/:judgeId/suggestions/accept');
  const dismiss = useAct('post', '/cycles/:cycleId/judges/:judgeId/suggestions/dismiss');
  const params = { cycleId, judgeId };
  const judge = suggestion.judge === '' ? t('erased') : suggestion.judge;
  const title = t('suggestions.between', { judge, entry: say(suggestion.organisation) });
  return (
    <li>
      <Text fw={600}>{title}</Text>
      <Text size="sm">{t(`found.${because}`)}</Text>
      {judgeSays !== null && <Text size="sm">{t('suggestions.judgeSays', { reason: judgeSays })}</Text>}
      {mayAct && (
        <Group gap="xs" mt={4}>
          <ConfirmButton
            variant="light"
            size="sm"
            title={title}
            confirm={t('suggestions.accept')}
            body={t('suggestions.acceptMeans')}
            act={() => accept.mutateAsync({ params, body: { nominationId, because } })}
          >
            {t('suggestions.accept')}
          </ConfirmButton>
          <ReasonButton
            label={t('suggestions.dismiss')}
            title={title}
            means={t('suggestions.dismissMeans')}
            variant="default"
            act={(reason) => dismiss.mutateAsync({ params, body: { nominationId, because, reason } })}
          />
        </Group>
      )}
    </li>
  );
}
