// Editions from before this system: recorded with their sources, and again when more is known.
import { describe, it } from 'vitest';
import { edition } from '../../domain/edition/decider.ts';
import { given } from '../support/given.ts';
import { historicEdition } from '../support/register-samples.ts';
import { ids } from '../support/samples.ts';

const { by: _by, ...facts } = historicEdition.data;
const record = (changes: object = {}) => ({ type: 'RecordHistoricEdition' as const, data: { ...facts, ...changes } });
const recorded = (changes: object = {}) => ({
  ...historicEdition,
  data: { ...historicEdition.data, by: ids.person(1), ...changes },
});

describe('RecordHistoricEdition', () => {
  it('records what is known, once', () => {
    given(edition).when(record()).then(recorded());
    given(edition, recorded()).when(record()).nothing();
  });

  it('does not mind in which order the facts are told', () => {
    const turned = Object.fromEntries(Object.entries(facts).reverse()) as typeof facts;
    given(edition, recorded()).when({ type: 'RecordHistoricEdition', data: turned }).nothing();
  });

  it('records anew what differs: the last one counts', () => {
    given(edition, recorded())
      .when(record({ laureateCount: 10 }))
      .then(recorded({ laureateCount: 10 }));
    given(edition, recorded(), recorded({ laureateCount: 10 }))
      .when(record())
      .then(recorded());
  });
});
