// The agenda of a panel's meeting: its order, what follows the panel, and what cannot be kept.
import { describe, expect, it } from 'vitest';
import { agendaOf, itemOf, type MeetingContent, orderToTalk, wrongIn } from '../../domain/panel/agenda.ts';

const entry = (nominationId: string, ...flags: string[]) => ({ nominationId, flags });
const other = { ...itemOf('o'), nominationId: null, title: 'Welcome' };
const ids = (items: { nominationId: string | null }[]) => items.map(({ nominationId }) => nominationId);
const meeting = (some: Partial<MeetingContent>): MeetingContent => ({
  ...{ heldAt: null, zone: 'Asia/Bangkok', place: '', present: [], guests: '', items: [] },
  ...some,
});

describe('the order to talk in', () => {
  it('has what is flagged first, then what stands equal, then the rest, each as it came', () => {
    const entries = [
      entry('a'),
      entry('b', 'tie'),
      entry('c', 'wide-spread'),
      entry('d', 'tie', 'conflict'),
      entry('e'),
    ];
    expect(ids(orderToTalk([...entries, entry('f', 'conflict')]))).toEqual(['c', 'f', 'b', 'd', 'a', 'e']);
  });
});

describe('the agenda', () => {
  it('stays as it was kept, without entries that have left and with those that came', () => {
    const kept = [itemOf('b'), other, itemOf('gone'), itemOf('a')];
    expect(ids(agendaOf(kept, [entry('a'), entry('b'), entry('c', 'tie')]))).toEqual(['b', null, 'a', 'c']);
  });
  it('keeps what was said of an entry that did not go on from an earlier round', () => {
    const kept = [itemOf('a'), itemOf('out'), itemOf('gone')];
    expect(ids(agendaOf(kept, [entry('a')], ['out', 'never discussed']))).toEqual(['a', 'out']);
  });
  it('takes no stranger, no entry of elsewhere, no item twice and none without a title', () => {
    const items = [
      { ...itemOf('a'), left: ['m', 'x'] },
      itemOf('z'),
      other,
      other,
      { ...other, itemId: 'p', title: '' },
    ];
    expect(wrongIn(meeting({ present: ['m', 'y'], items }), ['m'], ['a']).map(({ field }) => field)).toEqual([
      ...['present.1', 'items.0.left.1', 'items.1.nominationId', 'items.3.itemId', 'items.4.title'],
    ]);
    expect(wrongIn(meeting({ present: ['m'], items: [itemOf('a'), other] }), ['m'], ['a'])).toEqual([]);
  });
});
