// One talk in the hand at a time: picked up, put down, taken off, held in its place, and all of it taken back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clash } from '../../../../domain/forum/clashes.ts';
import { useAct } from '../../../api/query.ts';
import { type Forum, keyOf, type Place } from '../places.ts';
import { boardOf, placeOf, talkAt, tryPlace } from './trying.ts';
import { useWords } from './words.ts';

/** A move that waits for its reason. */
export type Waiting = { talk: string; to: Place; swapsWith: string | undefined; clashes: Clash[] };
export type Arranging = ReturnType<typeof useArranging>;

export function useArranging(forum: Forum) {
  const { t } = useTranslation('schedule');
  const words = useWords(forum);
  const { forumId, undo: undoStep, redo: redoStep } = forum;
  const board = boardOf(forum);
  const [held, setHeld] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [said, setSaid] = useState('');
  const move = useAct('post', '/forums/:forumId/schedule/move');
  const swap = useAct('post', '/forums/:forumId/schedule/swap');
  const pin = useAct('post', '/forums/:forumId/schedule/pin');
  const unpin = useAct('post', '/forums/:forumId/schedule/unpin');
  const undo = useAct('post', '/forums/:forumId/schedule/undo');
  const redo = useAct('post', '/forums/:forumId/schedule/redo');
  const acts = [move, swap, pin, unpin, undo, redo];
  const params = { forumId };
  const done = (sentence: string) => ({
    onSuccess: () => setSaid(sentence),
    onError: () => setSaid(t('said.refused')),
  });
  const isPinned = (talk: string) =>
    forum.placements.some((placed) => placed.talk.laureateId === talk && placed.pinned);

  const forget = () => {
    for (const act of acts) act.reset();
  };
  const pickUp = (talk: string) => {
    forget();
    if (isPinned(talk)) return setSaid(t('said.pinned', { talk: words.talk(talk) }));
    setHeld(talk);
    setSaid(t('said.picked', { talk: words.talk(talk), from: words.place(placeOf(board, talk)) }));
  };
  const putBack = () => {
    if (held !== null) setSaid(t('said.back', { talk: words.talk(held) }));
    setHeld(null);
  };
  const send = async ({ talk, to, swapsWith }: Omit<Waiting, 'clashes'>, reason?: string) => {
    const why = reason === undefined ? {} : { reason };
    const place = words.place(to);
    if (swapsWith === undefined) {
      const sentence = t('said.moved', { talk: words.talk(talk), place });
      return move.mutateAsync({ params, body: { talk, place: to, ...why } }, done(sentence));
    }
    const sentence = t('said.swapped', { talk: words.talk(talk), other: words.talk(swapsWith), place });
    return swap.mutateAsync({ params, body: { talk, with: swapsWith, ...why } }, done(sentence));
  };
  const drop = (talk: string, to: Place) => {
    const { swapsWith, clashes, verdict } = tryPlace(board, talk, to);
    if (verdict === 'same') return putBack();
    if (swapsWith !== undefined && isPinned(swapsWith))
      return setSaid(t('said.pinned', { talk: words.talk(swapsWith) }));
    if (verdict === 'never')
      return setSaid(
        clashes
          .filter(({ weight }) => weight === 'never')
          .map(words.clash)
          .join(' '),
      );
    setHeld(null);
    if (verdict === 'reason') return setWaiting({ talk, to, swapsWith, clashes });
    // What goes wrong is shown where the acts of the grid are.
    send({ talk, to, swapsWith }).catch(() => {});
  };
  const takeOff = (talk: string) => {
    forget();
    setHeld(null);
    if (isPinned(talk)) return setSaid(t('said.pinned', { talk: words.talk(talk) }));
    if (placeOf(board, talk) === null) return;
    move.mutate({ params, body: { talk, place: null } }, done(t('said.off', { talk: words.talk(talk) })));
  };
  const togglePin = (talk: string) => {
    forget();
    setHeld(null);
    const place = placeOf(board, talk);
    if (place === null) return;
    if (isPinned(talk)) unpin.mutate({ params, body: { talk } }, done(t('said.unpinned', { talk: words.talk(talk) })));
    else
      pin.mutate(
        { params, body: { talk, place, reason: reasonOf(forum, talk) } },
        done(t('said.nowPinned', { talk: words.talk(talk) })),
      );
  };
  const takeBack = () => {
    forget();
    if (undoStep !== null) undo.mutate({ params, body: { step: undoStep } }, done(t('said.undone')));
  };
  const doAgain = () => {
    forget();
    if (redoStep !== null) redo.mutate({ params, body: { step: redoStep } }, done(t('said.redone')));
  };
  const look = (at: Place) => {
    if (held === null) return;
    const { verdict, clashes, swapsWith } = tryPlace(board, held, at);
    const there = swapsWith === undefined ? t('said.free') : t('said.swap', { other: words.talk(swapsWith) });
    const against = clashes.map(words.clash).join(' ');
    setSaid(`${words.place(at)}: ${verdict === 'same' ? t('said.own') : there} ${against}`);
  };
  return {
    ...{ forum, board, words, held, waiting, said, pickUp, putBack, drop, takeOff, togglePin, takeBack, doAgain, look },
    ...{ send, isPinned, setSaid },
    endWaiting: () => setWaiting(null),
    /** Leaves what was said last standing. */
    letGo: () => setHeld(null),
    isBusy: acts.some(({ isPending }) => isPending),
    problem: acts.find(({ error }) => error !== null)?.error ?? null,
    talkAt: (at: Place) => talkAt(board, at),
    isOwn: (at: Place) => {
      const own = held === null ? null : placeOf(board, held);
      return own !== null && keyOf(own) === keyOf(at);
    },
  };
}

/** Whoever holds a talk where something was set aside for it holds it for the same reason. */
const reasonOf = ({ overrides }: Forum, talk: string): string | undefined =>
  overrides.find((one) => one.talk === talk)?.reason;
