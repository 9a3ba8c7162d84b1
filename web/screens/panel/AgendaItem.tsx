// One item of a meeting: who must leave, what the board flags and how it was answered, what was said.
import { Anchor, Badge, Button, Card, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../../parts/texts.ts';
import type { MeetingOf } from './Meeting.tsx';
import { Motions } from './Motions.tsx';

type Item = MeetingOf['items'][number];
type Props = {
  meeting: MeetingOf;
  item: Item;
  at: number;
  of: number;
  /** Missing where it is only read. */
  onChange?: (item: Item) => void;
  onMove?: (to: number) => void;
  onRemove?: () => void;
};

export function AgendaItem({ meeting, item, at, of, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const { nominationId, organisation, title, flags, mustLeave } = item;
  const name = organisation === null ? title : text(organisation);
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-start">
        <Text fw={600} component="div">
          {at + 1}.{' '}
          {nominationId === null ? (
            name
          ) : (
            <Anchor component={Link} to={`/panels/${meeting.id}/entries/${nominationId}`}>
              {name}
            </Anchor>
          )}
        </Text>
        {onMove !== undefined && (
          <Group gap={4}>
            <Move label={t('meeting.up', { name })} disabled={at === 0} act={() => onMove(at - 1)} sign="↑" />
            <Move label={t('meeting.down', { name })} disabled={at === of - 1} act={() => onMove(at + 1)} sign="↓" />
            {nominationId === null && (
              <Button variant="subtle" size="compact-sm" mih={28} onClick={onRemove}>
                {t('meeting.remove')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {flags.length > 0 && (
        <Group gap={4} mt={4}>
          {flags.map((flag) => (
            <Badge key={flag} color={flag === 'tie' || flag === 'conflict' ? 'red' : 'orange'}>
              {t(`meeting.flag.${flag}`)}
            </Badge>
          ))}
        </Group>
      )}
      {mustLeave.length > 0 && (
        <Text size="sm" c="red.8" mt={4}>
          {t('meeting.mustLeave', {
            names: mustLeave.map((one) => `${one.name || t('nameless')} (${t(`leave.${one.because}`)})`).join(', '),
          })}
        </Text>
      )}
      <Motions meeting={meeting} item={item} takes={onChange !== undefined && meeting.version > 0} />
      {onChange === undefined ? <Said item={item} /> : <Course {...{ meeting, item, name, onChange }} />}
    </Card>
  );
}

type MoveProps = { label: string; disabled: boolean; act: () => void; sign: string };

const Move = ({ label, disabled, act, sign }: MoveProps) => (
  <Button variant="default" size="compact-sm" mih={28} aria-label={label} disabled={disabled} onClick={act}>
    {sign}
  </Button>
);

const Said = ({ item: { said } }: { item: Item }) =>
  said === '' ? null : (
    <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
      {said}
    </Text>
  );

type CourseProps = { meeting: MeetingOf; item: Item; name: string; onChange: (item: Item) => void };

/** How it went; closed until somebody writes it down. */
function Course({ meeting, item, name, onChange }: CourseProps) {
  const { t } = useTranslation('panel');
  const { said, left, flags, answers, notes, noted, nominationId } = item;
  const answer = (flag: string, text: string) =>
    onChange({ ...item, answers: [...answers.filter((one) => one.flag !== flag), { flag, text }] });
  return (
    <details>
      <summary>{t('meeting.course')}</summary>
      <Stack gap="sm" mt="xs">
        {flags.map((flag) => (
          <Textarea
            key={flag}
            label={t('meeting.answer', { flag: t(`meeting.flag.${flag}`) })}
            autosize
            value={answers.find((one) => one.flag === flag)?.text ?? ''}
            onChange={(event) => answer(flag, event.currentTarget.value)}
          />
        ))}
        <Textarea
          label={t('meeting.said')}
          aria-label={`${t('meeting.said')}: ${name}`}
          autosize
          minRows={2}
          value={said}
          onChange={(event) => onChange({ ...item, said: event.currentTarget.value })}
        />
        {nominationId !== null && (
          <Checkbox.Group label={t('meeting.left')} value={left} onChange={(ids) => onChange({ ...item, left: ids })}>
            <Group mt="xs">
              {meeting.members.map((member) => (
                <Checkbox key={member.judgeId} value={member.judgeId} label={member.name || t('nameless')} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        {noted.length > 0 && (
          <Checkbox.Group
            label={t('meeting.notes')}
            description={t('meeting.notesMean')}
            value={notes}
            onChange={(ids) => onChange({ ...item, notes: ids })}
          >
            <Stack gap="xs" mt="xs">
              {noted.map((note) => (
                <Checkbox key={note.noteId} value={note.noteId} label={`${note.name || t('nameless')}: ${note.text}`} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Stack>
    </details>
  );
}
