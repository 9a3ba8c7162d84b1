// How names are strung together on the pages.
import { describe, expect, it } from 'vitest';
import { inARow } from '../../web/parts/lists.ts';

describe('names in a row', () => {
  it.each([
    ['en', ['Rice Bank', 'Diggers', 'Weavers'], 'Rice Bank, Diggers and Weavers'],
    ['th', ['Rice Bank', 'Diggers'], 'Rice Bank และ Diggers'],
    ['th', ['Rice Bank', 'Diggers', 'Weavers'], 'Rice Bank, Diggers และ Weavers'],
    ['th', ['Rice Bank'], 'Rice Bank'],
  ])('%s: %j', (language, names, said) => {
    expect(inARow(names, language === 'en' ? 'en-GB' : language)).toEqual(said);
  });
  it('are a choice where one asks for that', () => {
    expect(inARow(['PDF', 'PPTX'], 'th', 'disjunction')).toEqual('PDF หรือ PPTX');
  });
});
