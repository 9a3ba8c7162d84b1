// Somebody else has changed a participant meanwhile: what differs, both ways of going on, and nothing lost.
import { Alert, Button, Group, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { type Participant, type Place, type Said, saidOf } from './said.ts';

type Props = {
  problem: Error | null;
  said: Said;
  place: Place;
  /** Mine on top of theirs, or theirs in the place of mine. */
  onMine: (version: number) => void;
  onTheirs: (row: Participant) => void;
};

/** What the problem says that stands there now; null for any other problem. */
export const theirsIn = (problem: Error | null): Participant | null =>
  problem instanceof Problem && problem.code === 'participant-moved' && problem.extra.theirs
    ? (problem.extra.theirs as Participant)
    : null;

const say = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.values(value).filter(Boolean).join(' · ') : String(value);

export function Moved({ problem, said, place, onMine, onTheirs }: Props) {
  const { t } = useTranslation('delegation');
  const theirs = theirsIn(problem);
  if (theirs === null) return null;
  const now = saidOf(theirs, place);
  const names = Object.keys(said).filter((name): name is keyof Said => name in now);
  const differing = names.filter((name) => say(said[name]) !== say(now[name]));
  return (
    <Alert color="orange" variant="light" role="alert" title={t('moved.title')}>
      <List size="sm">
        {differing.map((name) => (
          <List.Item key={name}>
            {t(`moved.${name}`)}: {say(now[name]) || '–'} ({t('moved.yours', { yours: say(said[name]) || '–' })})
          </List.Item>
        ))}
      </List>
      <Group mt="sm">
        <Button variant="default" onClick={() => onMine(theirs.version)}>
          {t('moved.keep')}
        </Button>
        <Button variant="default" onClick={() => onTheirs(theirs)}>
          {t('moved.take')}
        </Button>
      </Group>
    </Alert>
  );
}
