// The last act by hand, whose it was, and the way back and forth; all acts since the last proposal on wish.
import { Button, Collapse, Group, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { When } from '../../../parts/When.tsx';
import type { Forum } from '../places.ts';
import { sessionSaid } from './Moderators.tsx';
import type { Arranging } from './useArranging.ts';

type Move = Forum['moves'][number];

export function MovesBar({ arranging }: { arranging: Arranging }) {
  const { t } = useTranslation('schedule');
  const { forum, problem, isBusy } = arranging;
  const [isOpen, { toggle }] = useDisclosure(false);
  const [last] = forum.moves;
  return (
    <div>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          disabled={forum.undo === null || isBusy}
          onClick={arranging.takeBack}
        >
          {t('undo')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowForwardUp size={18} aria-hidden />}
          disabled={forum.redo === null || isBusy}
          onClick={arranging.doAgain}
        >
          {t('redo')}
        </Button>
        {forum.moves.length > 1 && (
          <Button variant="subtle" aria-expanded={isOpen} onClick={toggle}>
            {t('allMoves', { count: forum.moves.length })}
          </Button>
        )}
      </Group>
      {last === undefined ? (
        <Text size="sm" mt={4}>
          {t('noMoves')}
        </Text>
      ) : (
        <Text size="sm" mt={4} component="div">
          <Line move={last} arranging={arranging} />
        </Text>
      )}
      <Collapse expanded={isOpen}>
        <List size="sm" mt="xs">
          {forum.moves.slice(1).map((move) => (
            <List.Item key={`${move.at} ${move.act} ${move.of} ${move.step} ${move.changes[0]?.talk}`}>
              <Line move={move} arranging={arranging} />
            </List.Item>
          ))}
        </List>
      </Collapse>
      <ProblemAlert problem={problem} />
    </div>
  );
}

function Line({ move, arranging }: { move: Move; arranging: Arranging }) {
  const { t } = useTranslation('schedule');
  const { words, forum } = arranging;
  const { act, changes, by, at, of, reason } = move;
  const [first] = changes;
  const held = heldSaid(move, arranging, t);
  const what =
    act === 'restore'
      ? t('did.restore', { release: of, count: changes.length })
      : first === undefined
        ? { move: held, undo: t('did.undone', { what: held }), redo: t('did.redone', { what: held }) }[act]
        : changes.length > 1
          ? t(`did.${act}Swap`, { talk: words.talk(first.talk), other: words.talk(changes[1]?.talk ?? '') })
          : t(`did.${act}`, {
              ...{ talk: words.talk(first.talk), from: words.place(first.from), to: words.place(first.to) },
            });
  return (
    <>
      {what} {reason !== null && t('setAside', { reason })} {by ?? t('erased')} ·{' '}
      <When at={at} zone={forum.plan.zone} />
    </>
  );
}

/** Of an act that moved no talk: what it held or let go. */
function heldSaid({ pins, moderators }: Move, { words, forum }: Arranging, t: TFunction<'schedule'>): string {
  return [
    ...pins.map(({ talk, held }) => t(held ? 'did.pin' : 'did.unpin', { talk: words.talk(talk) })),
    ...moderators.map(({ block, room, name, held }) =>
      t(held ? 'did.chair' : 'did.chairFree', {
        session: sessionSaid(forum, words.room(room), block),
        name: name ?? t('moderators.nobody'),
      }),
    ),
  ].join(' ');
}
