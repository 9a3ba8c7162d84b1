// Where the page goes after sign-in: only ever within the application.
import { expect, it } from 'vitest';
import { placeAfter } from '../../web/app/place-after.ts';

it.each(['/', '/judging/1~2~main?x=1', '/nominations#top'])('%s is gone to', (back) => {
  expect(placeAfter(back)).toEqual(back);
});
it.each([
  ...['//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/x\n', 'https://evil.example'],
  ...['javascript:alert(1)', '', '/sign-in?back=/', 'judging'],
])('%j leads to the beginning', (back) => {
  expect(placeAfter(back)).toEqual('/');
});
it('nothing said leads to the beginning', () => {
  expect(placeAfter(undefined)).toEqual('/');
});
