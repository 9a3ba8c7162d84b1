// What rules ask of an award definition.
import { describe, expect, it } from 'vitest';
import {
  attachmentsOf,
  countryRunPhases,
  fieldsOf,
  findCountry,
  groupOf,
  quotaOf,
  rubricOf,
} from '../../domain/definition-queries.ts';
import { loadDefinitions } from '../../files/definitions.ts';

const definitions = await loadDefinitions();
const definitionOf = (key: string) => {
  const installed = definitions.get(key);
  if (installed === undefined) throw new Error(`There is no definition ${key}.`);
  return installed.definition;
};
const rdpe = definitionOf('rdpe');
const sample = definitionOf('sample-regional');

describe('quotaOf', () => {
  it("is the award's, unless the category has its own, unless the country has its own", () => {
    expect(quotaOf(rdpe, 'TH', 'ngo-cso')).toBe(3);
    expect(quotaOf(sample, 'VN', 'community')).toBe(2);
    expect(quotaOf(sample, 'VN', 'enterprise')).toBe(1);
    expect(quotaOf(sample, 'TH', 'community')).toBe(3);
  });
});

describe('groupOf', () => {
  it('is the category where judging is regional, the country and the category where it is national', () => {
    expect(groupOf(rdpe, 'TH', 'ngo-cso')).toBe('TH-ngo-cso');
    expect(groupOf(sample, 'TH', 'community')).toBe('community');
  });
});

describe('countryRunPhases', () => {
  it('are all up to the decision where judging is national, else those before judging', () => {
    expect(countryRunPhases(rdpe)).toEqual(['nomination', 'screening', 'judging', 'decision']);
    expect(countryRunPhases(sample)).toEqual(['nomination', 'screening']);
  });
});

describe('fieldsOf and attachmentsOf', () => {
  it('leave out what belongs to other categories', () => {
    const keys = (items: { key: string }[]) => items.map(({ key }) => key);
    expect(keys(fieldsOf(rdpe, 'private-sector'))).toContain('business');
    expect(keys(fieldsOf(rdpe, 'ngo-cso'))).not.toContain('business');
    expect(keys(attachmentsOf(rdpe, 'ngo-cso'))).toContain('constitution');
    expect(keys(attachmentsOf(rdpe, 'private-sector'))).not.toContain('constitution');
  });
});

describe('rubricOf and findCountry', () => {
  it('find what the definition has', () => {
    expect(rubricOf(rdpe, 'private-sector').criteria).toHaveLength(7);
    expect(findCountry(rdpe, 'MM')?.zone).toBe('Asia/Yangon');
    expect(findCountry(rdpe, 'FR')).toBeUndefined();
    expect(() => rubricOf(rdpe, 'youth')).toThrow('youth');
  });
});
