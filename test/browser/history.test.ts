// The history of anything in the browser: a cycle's, a nomination's, and a nomination as it stood at a date.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { history } from '../../db/read-models/history.ts';
import { nominate } from '../support/desk.ts';
import { findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playNominations, playScreening } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;
let growers: string;

beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  growers = await nominate(played, played.people.focalPoint, 'Sample growers');
  await playScreening(played, [growers]);
  await waitFor(pages.api.db, [history.name], await lastPlace(pages.api.db), 20_000);
});
afterAll(() => pages.close());

describe('the history of a cycle', () => {
  it('says who did what when, with before and after, and has no barriers', async () => {
    const page = await pages.open(played.people.auditor, `/cycles/${played.cycleId}/history`);
    await page.getByText('Forwarding signed').first().waitFor();
    const line = page.getByRole('listitem').filter({ hasText: 'Forwarded to the panel' }).first();
    await line.getByRole('cell', { name: 'forwarded' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the history of a nomination', () => {
  it('shows it as it stood at a date, by keyboard', async () => {
    const { screener } = played.people;
    const path = `/nominations/${growers}/history`;
    type Lines = { items: { type: string; at: string }[] };
    const { items } = (await screener.get<Lines>(`${path}?limit=200`)).body;
    const at = items.findLast(({ type }) => type === 'NominationSubmitted')?.at ?? '';
    const page = await pages.open(screener, path, { zone: 'Asia/Singapore' });
    await page.getByText('Forwarded to the panel').waitFor();
    await page.getByRole('button', { name: 'Show as of a date' }).press('Enter');
    await page.getByLabel('Show as of').fill(inSingapore(at));
    await page.getByLabel('Show as of').press('Enter');
    const stood = page.getByRole('region', { name: /Sample/ });
    await stood.getByText('submitted', { exact: true }).waitFor();
    await stood.getByText(/^Checks: 0 passed/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'nomination-as-of');
    await page.context().close();
  });
});

/** The second after, by the clock there. */
const inSingapore = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 23);
