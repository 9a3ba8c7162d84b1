// One tick an entry, set by the proposal; where a tick departs from it, why.
import { Alert, Badge, Card, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, ItemOf } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import type { PanelOf } from './Decision.tsx';
import { RankedEntry } from './RankedEntry.tsx';

type ShortlistOf = Contract<'get', '/panels/:panel/shortlist'>['answer'];
type Entry = ItemOf<'/cycles/:cycleId/board'>['entries'][number];
/** The round whose entries are ticked; `holds` is what was settled before, where it is settled anew, and `entries` who can be named. */
type Props = {
  panel: PanelOf;
  shortlist: Pick<ShortlistOf, 'round' | 'next' | 'rule' | 'proposed' | 'near'>;
  anew?: { holds: Pick<ShortlistOf['settled'][number], 'entries' | 'departures'>; entries: string[] };
};

export function ShortlistForm({ panel, shortlist, anew }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const query = anew === undefined ? {} : { round: shortlist.round.key };
  const board = useView('/panels/:panel/board', { params: { panel: panel.id }, query });
  const proposed = shortlist.proposed ?? [];
  const [goOn, setGoOn] = useState(anew?.holds.entries ?? proposed);
  const [reasons, setReasons] = useState(reasonsIn(anew?.holds.departures ?? []));
  const [whyAnew, setWhyAnew] = useState('');
  const settle = useAct('post', '/panels/:panel/shortlist');
  const departs = (id: string) => goOn.includes(id) !== proposed.includes(id);
  const listed = board.entries.filter(({ nominationId }) => anew?.entries.includes(nominationId) ?? true);
  const ids = listed.map(({ nominationId }) => nominationId);
  const departing = ids.filter(departs);
  const unsaid = departing.filter((id) => (reasons[id]?.trim().length ?? 0) < 3).length;
  const entries = ids.filter((id) => goOn.includes(id));
  const isSame = anew !== undefined && ids.every((id) => goOn.includes(id) === anew.holds.entries.includes(id));
  const lacksReason = anew !== undefined && !isSame && whyAnew.trim().length < 3;
  const counts = { number: entries.length, of: ids.length, out: ids.length - entries.length };
  const verb = anew === undefined ? 'shortlist.settle' : 'shortlist.anew';
  const act = () => {
    const departures = departing.map((nominationId) => ({ nominationId, reason: reasons[nominationId]?.trim() ?? '' }));
    return settle.mutateAsync({
      params: { panel: panel.id },
      body: {
        ...{ round: shortlist.round.key, entries, departures },
        ...(anew !== undefined && { anew: whyAnew.trim() }),
      },
    });
  };
  return (
    <Stack>
      <Rule {...shortlist} />
      {shortlist.near.length > 0 && (
        <Alert color="orange" variant="light">
          {t('shortlist.nearMeans')}
        </Alert>
      )}
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {listed.map((entry) => (
          <Choice
            key={entry.nominationId}
            entry={entry}
            isNear={shortlist.near.includes(entry.nominationId)}
            isIn={goOn.includes(entry.nominationId)}
            reason={departs(entry.nominationId) ? (reasons[entry.nominationId] ?? '') : null}
            onTick={(isIn) =>
              setGoOn(isIn ? [...goOn, entry.nominationId] : goOn.filter((id) => id !== entry.nominationId))
            }
            onReason={(reason) => setReasons({ ...reasons, [entry.nominationId]: reason })}
          />
        ))}
      </Stack>
      {anew !== undefined && (
        <Textarea
          label={t('shortlist.whyAnew')}
          required
          autosize
          minRows={2}
          value={whyAnew}
          onChange={(event) => setWhyAnew(event.currentTarget.value)}
        />
      )}
      {settle.error && <ProblemAlert problem={settle.error} />}
      <Text fw={600} aria-live="polite">
        {t('shortlist.counted', counts)}
      </Text>
      <Group>
        <ConfirmButton
          title={t(verb)}
          body={
            <Text>
              {t(anew === undefined ? 'shortlist.means' : 'shortlist.anewMeans', {
                ...{ ...counts, next: text(shortlist.next?.names ?? {}) },
              })}
            </Text>
          }
          confirm={t(verb)}
          act={act}
          disabled={unsaid > 0 || entries.length === 0 || isSame || lacksReason}
        >
          {t(verb)}
        </ConfirmButton>
        {isSame && <Text size="sm">{t('shortlist.anewSame')}</Text>}
        {lacksReason && <Text size="sm">{t('shortlist.anewUnsaid')}</Text>}
        {unsaid > 0 && <Text size="sm">{t('shortlist.unsaid', { count: unsaid })}</Text>}
        {entries.length === 0 && <Text size="sm">{t('shortlist.nobody')}</Text>}
      </Group>
    </Stack>
  );
}

const reasonsIn = (departures: { nominationId: string; reason: string }[]): { [id: string]: string } =>
  Object.fromEntries(departures.map(({ nominationId, reason }) => [nominationId, reason]));

function Rule({ rule }: Pick<ShortlistOf, 'rule'>) {
  const { t } = useTranslation('panel');
  if (rule === null) return null;
  if ('atMost' in rule) return <Text>{t('shortlist.atMost', rule)}</Text>;
  return <Text>{'share' in rule ? t('shortlist.share', rule) : t('shortlist.threshold', rule)}</Text>;
}

type ChoiceProps = {
  entry: Entry;
  isNear: boolean;
  isIn: boolean;
  /** Null where the tick is as proposed. */
  reason: string | null;
  onTick: (isIn: boolean) => void;
  onReason: (reason: string) => void;
};

function Choice({ entry, isNear, isIn, reason, onTick, onReason }: ChoiceProps) {
  const { t } = useTranslation('panel');
  const text = useText();
  const { organisation, flags } = entry;
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" gap="sm">
        <RankedEntry entry={entry}>
          <Group gap={4}>
            {isNear && <Badge color="orange">{t('shortlist.near')}</Badge>}
            {flags.includes('wide-spread') && <Badge color="orange">{t('flag.wide-spread')}</Badge>}
            {flags.includes('late-sheet') && <Badge color="orange">{t('flag.late-sheet', { late: entry.late })}</Badge>}
          </Group>
        </RankedEntry>
        <Checkbox
          size="md"
          label={t('shortlist.goesOn')}
          aria-label={`${t('shortlist.goesOn')}: ${text(organisation)}`}
          checked={isIn}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      </Group>
      {reason !== null && (
        <Textarea
          mt="xs"
          label={t(isIn ? 'shortlist.whyOn' : 'shortlist.whyNot')}
          aria-label={`${t(isIn ? 'shortlist.whyOn' : 'shortlist.whyNot')}: ${text(organisation)}`}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
    </Card>
  );
}
