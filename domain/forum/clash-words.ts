// Clashes in words, for refusals: by country, room and hour, for the record of a forum knows nobody's name.
import { textOf } from '../localized-text.ts';
import type { Clash, ClashForum } from './clashes.ts';

const clock = (minute = 0): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function sayClash(forum: ClashForum, clash: Clash): string {
  const { rule, other, from, to, what, language = '' } = clash;
  const countryOf = (talk: string) => forum.talks.find((one) => one.talk === talk)?.country ?? 'no country';
  const own = `The talk of ${countryOf(clash.talk)}`;
  const time = `${clock(from)} to ${clock(to)}`;
  const met = `the talk of ${countryOf(other ?? '')} from ${time}`;
  const said = what === undefined ? '' : typeof what === 'string' ? what : textOf(what, 'en');
  switch (rule) {
    case 'not-in-programme':
      return `${own} would stand where the programme has no slot.`;
    case 'protected':
      return `${own} would lie in a time when nobody speaks: ${said}, ${time}.`;
    case 'taken':
      return `${own} would stand where another stands: ${met}.`;
    case 'speaks-elsewhere':
      return `${own}: its presenter also gives ${met}, at the same time.`;
    case 'moderates-elsewhere':
      return `${own}: its presenter moderates in ${said} from ${time}.`;
    case 'too-far':
      return `${own}: its presenter also gives ${met}, and cannot walk over in time.`;
    case 'unavailable':
      return `${own} is outside the times its presenter can speak.`;
    case 'busy':
      return `${own}: its presenter is in another meeting from ${time}${said === '' ? '' : ` (${said})`}.`;
    case 'remote-hours':
      return `${own} would be given from ${time} by its presenter's own clock (${said}).`;
    case 'delegation-parallel':
      return `${own} is at the same time as ${met}: their delegation cannot hear both.`;
    case 'delegation-adjacent':
      return `${own} is right beside ${met}.`;
    case 'no-booth':
      return `${own} needs interpretation from ${language}, and the room has no booth left for it.`;
    case 'no-team':
      return `${own} needs interpretation from ${language}, and no interpreters are left at that time.`;
    case 'gap':
      return `${own} would leave an empty slot before it.`;
    case 'other-theme':
      return `${own} would stand under a theme that does not suit it fully.`;
    case 'other-part':
      return `${own} would be at another part of the day than its presenter wished for.`;
  }
}
