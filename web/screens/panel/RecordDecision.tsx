// Records the decision from the ranking: ties are voted on first, then who is honoured and why.
import { Card, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOf } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import type { Deliberation, PanelOf } from './Decision.tsx';
import { RankedEntry } from './RankedEntry.tsx';
import { Vote } from './Vote.tsx';
import { Votes } from './Winners.tsx';

/** `departs`: whomever it names, it says why it departs. */
type Props = { panel: PanelOf; deliberation: Deliberation; departs?: boolean };
type Entry = ItemOf<'/cycles/:cycleId/board'>['entries'][number];
type Place = 'laureate' | 'runner-up' | 'none';
type Said = { place: Place; reason: string };

export function RecordDecision({ panel, deliberation, departs = false }: Props) {
  const { t } = useTranslation('panel');
  const board = useView('/panels/:panel/board', { params: { panel: panel.id } });
  const voted = (tie: string[]) =>
    deliberation.votes.some(({ entries }) => tie.every((entry) => entries.includes(entry)));
  const open = board.needsVote.filter((tie) => !voted(tie));
  return (
    <Stack>
      {deliberation.votes.length > 0 && <Votes {...deliberation} panel={panel} />}
      {open.map((tie) => (
        <Vote key={tie.join()} tie={tie} panel={panel} judges={deliberation.judges} />
      ))}
      {open.length > 0 ? (
        <Text>{t('decision.voteFirst')}</Text>
      ) : (
        <Form panel={panel} deliberation={deliberation} entries={board.entries} departs={departs} />
      )}
    </Stack>
  );
}

/** In the order of the ranking, as many as the award has places for. */
function suggested(entries: Entry[], { laureates, runnersUp }: Deliberation['awards']): { [id: string]: Said } {
  const ranked = entries.filter(({ rank }) => rank !== null);
  const placeOf = (index: number): Place =>
    index < laureates ? 'laureate' : index < laureates + runnersUp ? 'runner-up' : 'none';
  return Object.fromEntries(
    entries.map((entry) => {
      const index = ranked.indexOf(entry);
      return [entry.nominationId, { place: index < 0 ? 'none' : placeOf(index), reason: '' }];
    }),
  );
}

const turns = { laureate: 0, 'runner-up': 1, none: 2 };

/** In a country's own panel: somebody stands before one whom the ranking has further up. */
function passesOver(entries: Entry[], said: { [id: string]: Said }, { country }: PanelOf): boolean {
  const ranked = entries.filter(({ rank }) => rank !== null);
  const order = ranked.map(({ nominationId }) => turns[said[nominationId]?.place ?? 'none']);
  return country !== null && order.some((turn, at) => turn < (order[at - 1] ?? 0));
}

/** What is refused unless the decision says why it departs. */
const departing = ['order-differs', 'round-follows'];

function Form({ panel, deliberation, entries, departs: mustDepart }: Props & { entries: Entry[] }) {
  const { t } = useTranslation('panel');
  const [said, setSaid] = useState(() => suggested(entries, deliberation.awards));
  const [reasons, setReasons] = useState('');
  const [departure, setDeparture] = useState('');
  const record = useAct('post', '/panels/:panel/decision');
  const at = (place: Place) =>
    entries.map(({ nominationId }) => nominationId).filter((id) => said[id]?.place === place);
  const names = (ids: string[]) =>
    ids.length === 0 ? t('decision.nobody') : ids.map((id) => <NameOf key={id} id={id} entries={entries} />);
  const act = () => {
    const [laureates, runnersUp] = [at('laureate'), at('runner-up')];
    const reasonsOf = [...laureates, ...runnersUp].flatMap((laureateId) => {
      const reason = said[laureateId]?.reason.trim() ?? '';
      return reason === '' ? [] : [{ laureateId, reason }];
    });
    const departs = departure.trim() === '' ? {} : { departure };
    const body = { laureates, runnersUp, reasons, reasonsOf, ...departs };
    return record.mutateAsync({ params: { panel: panel.id }, body });
  };
  const means = (
    <Stack gap="xs">
      <Text>{t('decision.means')}</Text>
      <Text component="div">
        <strong>{t('decision.laureates')}</strong> <Group gap="xs">{names(at('laureate'))}</Group>
      </Text>
      <Text component="div">
        <strong>{t('decision.runnersUp')}</strong> <Group gap="xs">{names(at('runner-up'))}</Group>
      </Text>
    </Stack>
  );
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('decision.who')}
      </Title>
      <Text size="sm">{t('decision.rule', deliberation.awards)}</Text>
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {entries.map((entry) => (
          <EntryChoice
            key={entry.nominationId}
            entry={entry}
            said={said[entry.nominationId] ?? { place: 'none', reason: '' }}
            onChange={(one) => setSaid({ ...said, [entry.nominationId]: one })}
          />
        ))}
      </Stack>
      {(mustDepart || passesOver(entries, said, panel) || departing.includes(record.error?.code ?? '')) && (
        <Textarea
          label={t('decision.departs')}
          description={t('decision.departsMeans')}
          required
          autosize
          minRows={2}
          value={departure}
          onChange={(event) => setDeparture(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('decision.reasons')}
        description={t('decision.reasonsHint')}
        required
        autosize
        minRows={3}
        value={reasons}
        onChange={(event) => setReasons(event.currentTarget.value)}
      />
      <Group>
        <ConfirmButton
          title={t('decision.record')}
          body={means}
          confirm={t('decision.record')}
          act={act}
          disabled={reasons.trim().length < 3}
        >
          {t('decision.record')}
        </ConfirmButton>
        {reasons.trim().length < 3 && <Text size="sm">{t('decision.needsReasons')}</Text>}
      </Group>
    </Stack>
  );
}

const NameOf = ({ id, entries }: { id: string; entries: Entry[] }) => (
  <LocalText of={entries.find(({ nominationId }) => nominationId === id)?.organisation} />
);

type Choice = { entry: Entry; said: Said; onChange: (said: Said) => void };

function EntryChoice({ entry, said, onChange }: Choice) {
  const { t } = useTranslation('panel');
  const text = useText();
  const { rank, organisation } = entry;
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-end">
        <RankedEntry entry={entry} />
        <Select
          label={t('decision.place')}
          aria-label={`${t('decision.place')}: ${text(organisation)}`}
          w={180}
          allowDeselect={false}
          disabled={rank === null}
          data={(['laureate', 'runner-up', 'none'] as const).map((value) => ({ value, label: t(`place.${value}`) }))}
          value={said.place}
          onChange={(place) => onChange({ ...said, place: (place ?? 'none') as Place })}
        />
      </Group>
      {said.place !== 'none' && (
        <Textarea
          mt="xs"
          label={t('decision.why')}
          aria-label={`${t('decision.why')}: ${text(organisation)}`}
          autosize
          minRows={2}
          value={said.reason}
          onChange={(event) => onChange({ ...said, reason: event.currentTarget.value })}
        />
      )}
    </Card>
  );
}
