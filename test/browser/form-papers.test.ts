// The form in Word in the browser: downloaded, filled in, and taken back place by place without losing what others have saved.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../support/api.ts';
import { must, save } from '../support/desk.ts';
import { editDocx, everyKind, fillPlace, runs } from '../support/form-samples.ts';
import { expectNoSideways, findBarriers, openPages, type Pages, shoot } from '../support/pages.ts';
import { draftBy, type Played, playNominations } from '../support/played-cycle.ts';

let pages: Pages;
let played: Played;
let applicant: TestClient;
beforeAll(async () => {
  pages = await openPages(everyKind);
  played = await playNominations(pages.api);
  applicant = played.people.applicant;
});
afterAll(() => pages.close());

const content = { name: { en: 'Sample growers' }, summary: 'It began in one village.', members: 12 };
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const draftOf = async (id: string) =>
  must(await applicant.get<{ content: object }>(`/drafts/nomination/${id}`)).body.content;

describe('the form in Word', () => {
  it('comes back with what was changed; a conflict shows both texts, and is taken only when chosen', async () => {
    const id = await draftBy(played, applicant, 'ngo');
    await save(applicant, id, content);
    const page = await pages.open(applicant, `/nominations/${id}/papers`);
    const href = await page.getByRole('link', { name: 'Word document' }).getAttribute('href');
    const file = await fetch(`${pages.api.url}${href}`, { headers: { 'x-person': applicant.personId ?? '' } });
    const bytes = Buffer.from(await file.arrayBuffer());
    const buffer = editDocx(bytes, (xml) =>
      Object.entries({
        'name.en': 'Sample growers of the hills',
        summary: 'Mine.',
        members: 'many',
        area: 'Coast',
      }).reduce((now, [ref, text]) => fillPlace(now, ref, runs(text)), xml),
    );
    await save(applicant, id, { ...content, summary: 'Theirs.' });
    await page.locator('input[type=file]').setInputFiles({ name: 'form.docx', mimeType: docx, buffer });
    await page.getByRole('heading', { name: 'What form.docx would change' }).waitFor();
    await page.getByText('Theirs.', { exact: true }).waitFor();
    await page.getByText('Must be a number.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'form-papers');
    await page.getByLabel('Take what the file says all the same').check();
    await page.getByRole('button', { name: 'Take 3 places into the draft' }).click();
    await page.getByText('3 places were taken from the file.').waitFor();
    expect(await draftOf(id)).toEqual({
      ...{ ...content, name: { en: 'Sample growers of the hills' }, summary: 'Mine.', area: 'coast' },
    });
    await page.context().close();
  });
  it('says what is wrong with a file that is none, on a phone and in Thai', async () => {
    const id = await draftBy(played, applicant, 'ngo');
    const page = await pages.open(applicant, `/nominations/${id}/papers`, {
      width: 360,
      language: 'th',
      scheme: 'dark',
    });
    const buffer = Buffer.from('%PDF-1.7 Sample');
    await page.locator('input[type=file]').setInputFiles({ name: 'form.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('alert').waitFor();
    await expectNoSideways(page);
    expect(await findBarriers(page, 'colours')).toEqual([]);
    await shoot(page, 'form-papers-th-phone');
    await page.context().close();
  });
});
