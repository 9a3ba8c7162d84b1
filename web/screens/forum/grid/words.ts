// Talks, places and clashes in the reader's words.
import { useTranslation } from 'react-i18next';
import type { Clash } from '../../../../domain/forum/clashes.ts';
import { useText } from '../../../parts/texts.ts';
import { clock, type Forum, type Place } from '../places.ts';

export type Words = ReturnType<typeof useWords>;

export function useWords(forum: Forum) {
  const { t } = useTranslation('schedule');
  const text = useText();
  const all = [...forum.placements, ...forum.unplaced].map(({ talk }) => talk);
  const find = (id: string) => all.find(({ laureateId }) => laureateId === id);
  const talk = (id: string) => {
    const found = find(id);
    return found === undefined ? t('unknownTalk') : `${text(found.organisation)} (${found.country})`;
  };
  const person = (id: string) => find(id)?.presenter?.name ?? t('unknownPerson');
  const room = (key: string) => text(forum.plan.rooms.find((one) => one.key === key)?.name) || key;
  const time = ({ block, slot }: Place) => {
    const starts = forum.plan.blocks.find(({ key }) => key === block)?.startsAt ?? 0;
    return clock(starts + slot * forum.plan.slotMinutes);
  };
  const place = (at: Place | null) => (at === null ? t('noPlace') : `${time(at)} ${room(at.room)}`);
  const names = (clash: Clash) => ({
    talk: talk(clash.talk),
    person: person(clash.talk),
    other: clash.other === undefined ? '' : talk(clash.other),
    what: typeof clash.what === 'string' ? clash.what : text(clash.what),
    language: clash.language ?? '',
    from: clock(clash.from ?? 0),
    to: clock(clash.to ?? 0),
  });
  /** A sentence with who and what. */
  const clash = (one: Clash) => t(`clash.${one.rule}`, names(one));
  /** A word or two, for a slot of the grid. */
  const short = (one: Clash) => t(`short.${one.rule}`, names(one));
  return { talk, person, room, time, place, clash, short };
}
