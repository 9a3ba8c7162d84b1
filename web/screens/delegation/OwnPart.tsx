// The own part in a delegation, for one who came by link: how the name is printed, what is needed, the journey.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { dayIn, placeOf } from '../../parts/times.ts';
import { isBuddhist } from '../country/zoned.ts';
import { useLink } from '../link/link.ts';
import { JourneyFields, NameFields, NeedFields } from './Fields.tsx';
import { Moved, theirsIn } from './Moved.tsx';
import { particularsOf, type Said, saidOf } from './said.ts';

type Own = Contract<'get', '/participants/:participantId/own'>['answer'];

export function OwnPart() {
  const { t, i18n } = useTranslation('delegation');
  const { subject: participantId } = useLink('participant');
  const own = useView('/participants/:participantId/own', { params: { participantId } });
  const { forum, country, participant } = own;
  return (
    <Page title={t('own.part')} over={<LocalText of={forum.name} />} width={760}>
      <Text component="div">
        <time dateTime={forum.day}>{dayIn(`${forum.day}T00:00:00Z`, 'UTC', i18n.language)}</time> ({placeOf(forum.zone)}
        ) · <LocalText of={forum.venue} />
      </Text>
      <Text component="div">
        <LocalText of={country} /> · {t(`capacity.${participant.capacity}`)}
      </Text>
      <OwnForm own={own} />
    </Page>
  );
}

function OwnForm({ own: { forum, languages, participant } }: { own: Own }) {
  const { t } = useTranslation('delegation');
  const place = { zone: forum.zone, languages };
  const [said, setSaid] = useState<Said>(() => saidOf(participant, place));
  const [version, setVersion] = useState(participant.version);
  const [isSaved, setSaved] = useState(false);
  const save = useAct('post', '/participants/:participantId/own', {
    onDone: ({ participantVersion }) => {
      setSaved(true);
      setVersion(participantVersion);
    },
  });
  const form = useFocusOnProblem(save.error);
  const send = (pinned: number, from = said) =>
    save.mutate({
      params: { participantId: participant.participantId },
      body: { ...particularsOf(from, place), version: pinned },
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(version);
  };
  const fields = {
    ...{ said, place, rules: rulesOf(save.error) },
    onChange: (next: Said) => {
      setSaved(false);
      setSaid(next);
    },
  };
  return (
    <form ref={form} onSubmit={submit} aria-label={t('own.part')}>
      <Stack gap="md">
        <NameFields {...fields} />
        <NeedFields {...fields} />
        <JourneyFields {...fields} />
        <Moved
          {...{ problem: save.error, said, place }}
          onMine={(theirs) => {
            setVersion(theirs);
            send(theirs);
          }}
          onTheirs={(row) => {
            setSaid(saidOf(row, place));
            setVersion(row.version);
            save.reset();
          }}
        />
        {theirsIn(save.error) === null && <ProblemAlert problem={save.error} />}
        {isSaved && (
          <Alert color="green" variant="light" role="status">
            {t('own.saved')}
          </Alert>
        )}
        <Button
          type="submit"
          size="md"
          loading={save.isPending}
          disabled={isBuddhist(said.arrival.local) || isBuddhist(said.departure.local)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('save', { ns: 'app' })}
        </Button>
      </Stack>
    </form>
  );
}
