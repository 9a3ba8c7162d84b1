// The first screen of everybody: what is due, in one's own language, by keyboard, on a phone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { password, type TestClient } from '../support/api.ts';
import { findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;
let screener: TestClient;

beforeAll(async () => {
  pages = await openPages();
  played = await playNominations(pages.api);
  const data = { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await played.acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
  screener = played.people.screener;
});
afterAll(() => pages.close());

describe('what is due', () => {
  it('lists the tasks of every role with their instants, and has no barriers', async () => {
    const page = await pages.open(screener, '/');
    await page.getByRole('heading', { level: 1, name: 'What is due' }).waitFor();
    await page
      .getByRole('link', { name: /Screen nominations/ })
      .first()
      .waitFor();
    await page
      .getByText(/· SG · (Non-governmental organisations|Private sector)/)
      .first()
      .waitFor();
    expect(await page.locator('time').count()).toBeGreaterThan(0);
    await shoot(page, 'home');
    await page.context().close();
  });
});

describe('what others do', () => {
  it('changes what is on the screen, untouched: a nomination is withdrawn, and waits for nobody', async () => {
    const page = await pages.open(screener, '/');
    const tasks = page.getByRole('link', { name: /Screen nominations/ });
    await expect.poll(() => tasks.count(), { timeout: 20_000 }).toEqual(2);
    const data = { nominationId: played.firm, reason: 'The firm has closed.' };
    await played.acts.nomination({ type: 'WithdrawNomination', data }, by('applicant'));
    await expect.poll(() => tasks.count(), { timeout: 20_000 }).toEqual(1);
    await page.context().close();
  });

  it('is heard, too, where it comes between what is read first and the opening of the stream', async () => {
    const page = await pages.open(screener, '/');
    const late = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    await page.route('**/api/v1/changes**', async (route) => {
      asked.resolve();
      await late.promise;
      await route.fallback();
    });
    await page.reload();
    const tasks = page.getByRole('link', { name: /Screen nominations/ });
    await asked.promise;
    await expect.poll(() => tasks.count(), { timeout: 20_000 }).toEqual(1);
    const data = { nominationId: played.ngo, reason: 'The growers have parted.' };
    const { place } = await played.acts.nomination({ type: 'WithdrawNomination', data }, by('applicant'));
    const after = `${place.tx}.${place.position}`;
    await expect
      .poll(async () => (await screener.get(`/me/tasks?after=${after}`)).status, { timeout: 20_000 })
      .toEqual(200);
    late.resolve();
    await expect.poll(() => tasks.count(), { timeout: 20_000 }).toEqual(0);
    await page.context().close();
  });
});

describe('one without a role', () => {
  it('is told so, instead of being asked to sign in again', async () => {
    const page = await pages.open(pages.api.as(await pages.api.person()), '/');
    await page.getByText('You are signed in and hold no role here now.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe('signing in', () => {
  it('asks whoever is not signed in, says what is wrong, and goes on to where they wanted', async () => {
    const { email, personId } = await pages.api.account();
    await pages.api.grant('applicant', { award: pages.api.definition.key, country: 'SG' }, personId);
    const page = await pages.open(null, '/');
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel(/^Password/).fill('a wrong password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').getByText('Address or password is wrong').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'sign-in-refused');
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'What is due' }).waitFor();
    await page.context().close();
  });
});
