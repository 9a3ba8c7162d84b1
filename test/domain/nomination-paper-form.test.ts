// A form filled in outside the browser, held against the draft.
import { describe, expect, it } from 'vitest';
import {
  compareForm,
  type FilledForm,
  markOf,
  savedText,
  slotsOf,
  takeLines,
} from '../../domain/nomination/paper-form.ts';
import { answerOf } from '../../domain/nomination/typed-answers.ts';
import { everyKind } from '../support/form-samples.ts';

type Content = { [field: string]: unknown };
const languages = ['en', 'th'];
const slotsFor = (content: Content) => slotsOf(everyKind, 'ngo', languages, content);

/** A form that was made from `made`, with some places changed. */
function filled(made: Content, changes: { [ref: string]: string | string[] | undefined }): FilledForm {
  const there = slotsFor(made).map((slot): [string, string] => [slot.ref, savedText(slot, made)]);
  const texts = new Map(there.map(([ref, text]) => [ref, [text]]));
  for (const [ref, text] of Object.entries(changes))
    if (text === undefined) texts.delete(ref);
    else texts.set(ref, [text].flat());
  return { texts, marks: new Map(there.map(([ref, text]) => [ref, markOf(ref, text)])) };
}

function compared(now: Content, form: FilledForm, ...taking: string[]) {
  const lines = compareForm(everyKind, slotsFor(now), now, form, new Set(taking));
  const told = lines.filter(({ outcome }) => outcome !== 'unchanged');
  return {
    outcomes: told.map(({ ref, outcome }) => `${ref} ${outcome}`),
    content: takeLines(slotsFor(now), now, lines),
    lines,
  };
}

const made = { name: { en: 'Sample', th: 'ตัวอย่าง' }, summary: 'It began well.', members: 12, agreed: true };

describe('a filled form', () => {
  it('changes nothing where nothing was changed, also after others have saved', () => {
    const now = { ...made, summary: 'It goes on.', since: '2020-01-31' };
    expect(compared(now, filled(made, {}))).toMatchObject({ outcomes: [], content: now });
  });
  it('is taken place by place, each language apart', () => {
    const form = filled(made, { 'name.th': 'ตัวอย่างใหม่', members: '๑๒๐', agreed: 'No / ไม่ใช่', area: 'ภูเขา' });
    expect(compared(made, form)).toMatchObject({
      outcomes: ['name.th taken', 'members taken', 'agreed taken', 'area taken'],
      content: { ...made, name: { en: 'Sample', th: 'ตัวอย่างใหม่' }, members: 120, agreed: false, area: 'hills' },
    });
  });
  it('is in conflict where the draft was changed since, and overwrites nothing unless asked', () => {
    const now = { ...made, summary: 'Others wrote.' };
    const form = filled(made, { summary: 'I wrote.' });
    expect(compared(now, form)).toMatchObject({ outcomes: ['summary conflict'], content: now });
    expect(compared(now, form, 'summary').content).toEqual({ ...now, summary: 'I wrote.' });
  });
  it('leaves what was emptied in the file, unless asked', () => {
    const form = filled(made, { 'name.th': '', summary: '' });
    expect(compared(made, form)).toMatchObject({ outcomes: ['name.th emptied', 'summary emptied'], content: made });
    expect(compared(made, form, 'name.th', 'summary').content).toEqual({
      ...{ name: { en: 'Sample' }, members: 12, agreed: true },
    });
  });
  it.each([
    ['members', 'many', 'type'],
    ['since', '31 January 2020', 'date'],
    ['agreed', 'perhaps', 'type'],
    ['area', 'Moon', 'choice'],
    ['phone', '12', 'phone'],
  ])('is refused for %s, which no asking changes', (ref, text, rule) => {
    const { lines, content } = compared(made, filled(made, { [ref]: text }), ref);
    expect(lines.find((line) => line.ref === ref)).toMatchObject({ outcome: 'refused', text, faults: [{ rule }] });
    expect(content).toEqual(made);
  });
  it.each([
    ['a b c d e f g', 'Has 7 words; at most 6 are accepted.'],
    ['โครงการน้ำสะอาดเพื่อชุมชน', 'Has 20 characters; at most 12 are accepted.'],
    ['សហគមន៍ជនបទទឹកស្អាតសម្រាប់ភូមិ', 'Has 18 characters; at most 12 are accepted.'],
  ])('is refused for a text above its limit, by the count of the form itself: %s', (text, message) => {
    const form = filled(made, { summary: text });
    expect(compared(made, form).lines.find(({ ref }) => ref === 'summary')).toMatchObject({
      ...{ outcome: 'refused', mayBeTaken: true, faults: [{ rule: 'limit', message }] },
    });
    expect(compared(made, form, 'summary').content).toEqual({ ...made, summary: text });
  });
  it('tells of places that the file has lost, has twice, or has beside the form', () => {
    const form = filled(made, { summary: undefined, members: ['1', '2'], shop: 'Sample shop', 'colour.th': ' ' });
    expect(compared(made, form)).toMatchObject({
      outcomes: ['members refused', 'summary missing', 'shop unknown'],
      content: made,
    });
  });
  it('that has lost its marks fills empty places, and asks about all others', () => {
    const form = { ...filled(made, { summary: 'Mine.', since: '2020-01-31', 'name.th': '' }), marks: new Map() };
    expect(compared(made, form).outcomes).toEqual(['since taken', 'summary conflict']);
  });
  it('says what the draft will ask about it', () => {
    const { lines } = compared(made, filled(made, { since: '2563-01-31' }));
    expect(lines.find(({ ref }) => ref === 'since')?.questions).toEqual([
      'Is 2563-01-31 a date or year of the Buddhist Era? Then it is 2020-01-31: say which one is meant.',
    ]);
  });
  it('has a place for each language that is written in already', () => {
    expect(
      slotsFor({ name: { vi: 'Mẫu' } })
        .filter(({ field }) => field.key === 'name')
        .map(({ ref }) => ref),
    ).toEqual(['name.en', 'name.th', 'name.vi']);
  });
});

describe('a typed answer', () => {
  const field = (key: string) => {
    const found = slotsFor({}).find((slot) => slot.field.key === key);
    if (found === undefined) throw new Error(key);
    return found.field;
  };
  it.each([
    ['area', 'Hills & valleys / ภูเขา', 'hills'],
    ['area', 'coast', 'coast'],
    ['area', 'Coast / ภูเขา', 'Coast / ภูเขา'],
    ['agreed', 'ใช่', true],
    ['agreed', 'NO', false],
    ['agreed', 'Yes / No', 'Yes / No'],
    ['members', '1 200', '1 200'],
  ])('for %s, %s, is read as %s', (key, text, answer) => {
    expect(answerOf(field(key), text)).toEqual(answer);
  });
});
