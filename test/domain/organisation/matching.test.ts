// Names that may be one organisation's, in several scripts: what is alike, what is sure, and what is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Known, keysOf, likenessOf, partsOf, wordsOf } from '../../../domain/organisation/matching.ts';

const known = (name: string, registration: Known['registration'] = null): Known => ({
  names: [{ und: name }],
  registration,
});
const like = (a: string, b: string) => likenessOf(known(a), known(b));
const numbered = (number: string, country: string) => ({ number, registrar: null, country });

describe('names', () => {
  it.each([
    ['case, spaces and punctuation', 'Bank  Simpanan-Nasional', 'bank simpanan nasional'],
    ['accents of Latin letters', 'Viện Nghiên cứu Ngành nghề', 'Vien Nghien cuu Nganh nghe'],
    ['the letter đ', 'Đồng Tháp Xanh', 'Dong Thap Xanh'],
    ['a legal form', 'Mangrove Society Ltd.', 'Mangrove'],
    ['a legal form in Thai', 'มูลนิธิหมู่บ้านโคมไฟ', 'สมาคมหมู่บ้านโคมไฟ'],
    ['what stands in brackets', 'BUMDes Sambimulyo (Sambirejo village)', 'BUMDes Sambimulyo'],
    ['full width letters', 'ＡＢＣ Ｒｕｒａｌ Works', 'ABC Rural Works'],
  ])('are alike but for %s', (_what, a, b) => {
    expect(like(a, b)).toEqual({ certainty: 'likely', because: 'name', score: 1 });
  });

  it('are found by their abbreviation in brackets', () => {
    expect(like('Yayasan Kajian dan Pembangunan Masyarakat (YKPM)', 'YKPM')).toMatchObject({ score: 1 });
  });

  it('keep the signs of scripts that need them: other vowels are other names', () => {
    expect(keysOf([{ th: 'สมาคมป่า' }])).not.toEqual(keysOf([{ th: 'สมาคมปู' }]));
  });

  it('that differ by a letter are likely the same, those that share a part are possibly', () => {
    expect(like('Highland Water League', 'Highland Waters League')).toMatchObject({ certainty: 'likely' });
    expect(like('Highland Water League', 'Highland Water Users')).toMatchObject({ certainty: 'possible' });
  });

  it('that have nothing in common are no match', () => {
    expect(like('BUMDes Panggung Lestari', 'BUMDes Sambimulyo')).toEqual(null);
  });

  it('of nothing but legal forms are compared as they stand', () => {
    expect(like('The Foundation', 'The Association')).toEqual(null);
    expect(like('The Foundation', 'the foundation')).toMatchObject({ score: 1 });
  });

  it('are compared in every language that either has', () => {
    const one: Known = { names: [{ en: 'Population Association', th: 'สมาคมพัฒนาประชากร' }], registration: null };
    expect(
      likenessOf(one, { names: [{ th: 'สมาคมพัฒนาประชากร', en: 'Quite another one' }], registration: null }),
    ).toMatchObject({
      score: 1,
    });
  });
});

describe('a registration number', () => {
  it.each(['Sample: not stated', 'n/a', '—'])('is none where it says %s', (said) => {
    const registration = numbered(said, 'ID');
    expect(likenessOf(known('Bank of the Hills', registration), known('Sea Farmers', registration))).toEqual(null);
  });
  it('of the same country makes it sure, however it is written', () => {
    const likeness = likenessOf(known('One', numbered('ab-12 3', 'TH')), known('Other', numbered('AB123', 'TH')));
    expect(likeness).toEqual({ certainty: 'sure', because: 'registration', score: 1 });
  });

  it('of another country says nothing', () => {
    expect(likenessOf(known('One', numbered('123', 'TH')), known('Other', numbered('123', 'SG')))).toEqual(null);
  });
});

describe('any two names', () => {
  const name = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }));

  it('are as alike one way round as the other', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(like(a, b)).toEqual(like(b, a));
      }),
    );
  });

  it('are alike where they are the same, if there is a letter or a digit in them', () => {
    fc.assert(
      fc.property(name, (a) => {
        if (keysOf([{ und: a }]).length > 0) expect(like(a, a)).toMatchObject({ score: 1 });
      }),
    );
  });

  it('share a part that the index knows, where they differ by their case and punctuation alone', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 1, maxLength: 5 }), (words) => {
        const parts = partsOf(keysOf([{ und: words.join(' ') }]));
        const others = partsOf(keysOf([{ und: words.join('-').toUpperCase() }]));
        expect(parts).toEqual(others);
      }),
    );
  });
});

describe('what is looked for', () => {
  it('is the beginning of each word, and in Thai any run of four letters', () => {
    expect(wordsOf(keysOf([{ und: 'Simpanan Nas' }]))).toEqual(['simp', 'nas']);
    expect(partsOf(keysOf([{ th: 'เครือข่ายป่าชุมชน' }]))).toEqual(
      expect.arrayContaining(wordsOf(keysOf([{ th: 'ป่าชุม' }]))),
    );
  });
});
