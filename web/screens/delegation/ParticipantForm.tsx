// Registers a participant, changes one, or names another in the place of one.
import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { languages } from '../../i18n/languages.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { isBuddhist } from '../country/zoned.ts';
import { JourneyFields, NameFields, NeedFields } from './Fields.tsx';
import { Moved, theirsIn } from './Moved.tsx';
import {
  blank,
  capacities,
  contactOf,
  type Participant,
  type Place,
  particularsOf,
  type Said,
  saidOf,
} from './said.ts';

export type Doing =
  | { kind: 'register'; forumId: string; iso2: string }
  | { kind: 'change'; participant: Participant }
  | { kind: 'replace'; participant: Participant };

type Props = { doing: Doing; place: Place; onDone: () => void };

export function ParticipantForm({ doing, place, onDone }: Props) {
  const { t } = useTranslation('delegation');
  const known = doing.kind === 'change' ? doing.participant : null;
  const [said, setSaid] = useState<Said>(() => (known === null ? blank : saidOf(known, place)));
  const [version, setVersion] = useState(known?.version ?? 0);
  const [reason, setReason] = useState('');
  const register = useAct('post', '/forums/:forumId/delegations/:iso2/participants', { onDone });
  const change = useAct('post', '/participants/:participantId/change', { onDone });
  const replace = useAct('post', '/participants/:participantId/replace', { onDone });
  const acting = { register, change, replace }[doing.kind];
  const form = useFocusOnProblem(acting.error);
  const rules = rulesOf(acting.error);
  const send = (pinned: number) => {
    const body = { ...contactOf(said), ...particularsOf(said, place) };
    if (doing.kind === 'register') {
      const { forumId, iso2 } = doing;
      return register.mutate({ params: { forumId, iso2 }, body: { ...body, capacity: said.capacity } });
    }
    const params = { participantId: doing.participant.participantId };
    if (doing.kind === 'replace') return replace.mutate({ params, body: { ...body, reason } });
    return change.mutate({ params, body: { ...body, capacity: said.capacity, version: pinned } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(version);
  };
  const fields = { said, onChange: setSaid, place, rules };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="md">
        {doing.kind === 'replace' ? (
          <Textarea
            label={t('replace.reason')}
            description={t('replace.means', { capacity: t(`capacity.${doing.participant.capacity}`) })}
            required
            autosize
            minRows={1}
            value={reason}
            error={rules.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <Select
            label={t('field.capacity')}
            allowDeselect={false}
            data={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
            value={said.capacity}
            error={rules.capacity}
            onChange={(value) => setSaid({ ...said, capacity: capacities.find((one) => one === value) ?? 'delegate' })}
          />
        )}
        <NameFields {...fields} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
          <TextInput
            label={t('field.assignedBy')}
            description={t('field.assignedByHint')}
            value={said.assignedBy}
            error={rules.assignedBy}
            maxLength={300}
            onChange={(event) => setSaid({ ...said, assignedBy: event.currentTarget.value })}
          />
          <TextInput
            label={t('field.email')}
            description={t('field.emailHint')}
            type="email"
            value={said.email}
            error={rules.email}
            maxLength={254}
            onChange={(event) => setSaid({ ...said, email: event.currentTarget.value })}
          />
          <Select
            label={t('field.language')}
            allowDeselect={false}
            data={Object.entries({ ...languages, [said.language]: languages[said.language] ?? said.language }).map(
              ([value, label]) => ({ value, label }),
            )}
            value={said.language}
            onChange={(value) => setSaid({ ...said, language: value ?? 'en' })}
          />
        </SimpleGrid>
        <NeedFields {...fields} />
        <JourneyFields {...fields} />
        <Moved
          {...{ problem: acting.error, said, place }}
          onMine={(theirs) => {
            setVersion(theirs);
            send(theirs);
          }}
          onTheirs={(row) => {
            setSaid(saidOf(row, place));
            setVersion(row.version);
            acting.reset();
          }}
        />
        {theirsIn(acting.error) === null && <ProblemAlert problem={acting.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('cancel', { ns: 'app' })}
          </Button>
          <Button
            type="submit"
            loading={acting.isPending}
            disabled={isBuddhist(said.arrival.local) || isBuddhist(said.departure.local)}
          >
            {t(`act.${doing.kind}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
