// The panel's meeting: the agenda from the board, who must leave for what, how it went, and both on paper.
import { Anchor, Button, Checkbox, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useAct, useView } from '../../api/query.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { Page } from '../../parts/Page.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useParam } from '../../parts/params.ts';
import { placeOf } from '../../parts/times.ts';
import { When } from '../../parts/When.tsx';
import { instantOf, localOf } from '../country/zoned.ts';
import { Agenda } from './Agenda.tsx';
import { MeetingPapers } from './MeetingPapers.tsx';
import { PanelTitle } from './PanelTitle.tsx';
import { useStanding } from './standing.ts';

export type MeetingOf = Contract<'get', '/panels/:panel/meeting'>['answer'];

export function Meeting() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const meeting = useView('/panels/:panel/meeting', { params: { panel: id } });
  const standing = useStanding(panel);
  return (
    <Page
      title={t('meeting.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={t(meeting.version === 0 ? 'meeting.suggested' : 'meeting.lead')}
      width={860}
      actions={<MeetingPapers id={id} />}
    >
      {standing.leads ? <Course key={meeting.version} meeting={meeting} /> : <Held meeting={meeting} />}
    </Page>
  );
}

/** For those who do not lead: as it was kept. */
function Held({ meeting }: { meeting: MeetingOf }) {
  const { t } = useTranslation('panel');
  const { heldAt, zone, place } = meeting;
  return (
    <Stack>
      <Text component="div">
        {heldAt === null ? t('meeting.noDate') : <When at={heldAt} zone={zone} />}
        {place !== '' && ` · ${place}`}
      </Text>
      <Agenda meeting={meeting} items={meeting.items} />
    </Stack>
  );
}

function Course({ meeting }: { meeting: MeetingOf }) {
  const { t } = useTranslation('panel');
  const [said, setSaid] = useState(meeting);
  const keep = useAct('put', '/panels/:panel/meeting');
  const form = useFocusOnProblem(keep.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ params: { panel: meeting.id }, body: bodyOf(said) });
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        <Frame said={said} onChange={setSaid} rules={rulesOf(keep.error)} />
        <Title order={2} size="h3">
          {t('meeting.agenda')}
        </Title>
        <Text size="sm">{t('meeting.order')}</Text>
        <Agenda
          meeting={{ ...said, motions: meeting.motions }}
          items={said.items}
          onChange={(items) => setSaid({ ...said, items })}
        />
        <ProblemAlert problem={keep.error} />
        <Group>
          <Button type="submit" loading={keep.isPending}>
            {t('meeting.keep')}
          </Button>
          {meeting.version > 0 && meeting.writtenAt !== null && (
            <Text size="sm" component="div">
              {t('meeting.kept', { version: meeting.version })} <When at={meeting.writtenAt} />
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function bodyOf({ version, heldAt, zone, place, present, guests, items }: MeetingOf) {
  return {
    ...{ version, heldAt, zone, place, present, guests },
    items: items.map(({ itemId, nominationId, title, said, left, answers, notes }) => ({
      ...{ itemId, nominationId, title, said, left, notes },
      answers: answers.filter(({ text }) => text.trim() !== ''),
    })),
  };
}

type FrameProps = { said: MeetingOf; onChange: (said: MeetingOf) => void; rules: { [field: string]: string } };

/** When, where and who. */
function Frame({ said, onChange, rules }: FrameProps) {
  const { t } = useTranslation('panel');
  const { heldAt, zone, place, present, guests, members } = said;
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <TextInput
          type="datetime-local"
          label={t('meeting.when')}
          description={t('meeting.zone', { place: placeOf(zone) })}
          error={rules.heldAt}
          value={heldAt === null ? '' : localOf(heldAt, zone)}
          onChange={(event) => onChange({ ...said, heldAt: instantOf(event.currentTarget.value, zone) ?? null })}
        />
        <TextInput
          label={t('meeting.place')}
          description={t('meeting.placeHint')}
          error={rules.place}
          flex={1}
          miw={220}
          value={place}
          onChange={(event) => onChange({ ...said, place: event.currentTarget.value })}
        />
      </Group>
      <Checkbox.Group
        label={t('meeting.present')}
        value={present}
        onChange={(ids) => onChange({ ...said, present: ids })}
      >
        <Group mt="xs">
          {members.map(({ judgeId, name, part }) => (
            <Checkbox key={judgeId} value={judgeId} label={`${name || t('nameless')} (${t(`part.${part}`)})`} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t('meeting.guests')}
        autosize
        error={rules.guests}
        value={guests}
        onChange={(event) => onChange({ ...said, guests: event.currentTarget.value })}
      />
    </Stack>
  );
}
