// The register's rules: entered, renamed, numbered, told apart, merged and separated, and awards from before.
import { describe, it } from 'vitest';
import type { EventOf } from '../../../domain/events.ts';
import { organisation } from '../../../domain/organisation/decider.ts';
import type { OrganisationCommand, OrganisationEvent } from '../../../domain/organisation/messages.ts';
import { given } from '../../support/given.ts';
import { historicLaureate, registered } from '../../support/register-samples.ts';
import { ids } from '../../support/samples.ts';

const [organisationId, other, third] = [ids.organisation(1), ids.organisation(2), ids.organisation(3)];
const by = ids.person(1);
const reason = 'As its statutes say.';
const known = { ...registered, data: { ...registered.data, by } };
const { by: _by, ...entering } = registered.data;
const register = (changes: object = {}): OrganisationCommand => ({
  type: 'RegisterOrganisation',
  data: { ...entering, ...changes },
});
const nominated = (nominationId: string): EventOf<'OrganisationRegistered'> => ({
  ...known,
  data: { ...known.data, nominationId },
});
const merge = (into = other, nominationId: string | null = null): OrganisationCommand => ({
  type: 'MergeOrganisations',
  data: { organisationId, into, reason, nominationId },
});
const separate = (nominationId: string | null = null): OrganisationCommand => ({
  type: 'SeparateOrganisation',
  data: { organisationId, reason, nominationId },
});
const merged = (into = other): OrganisationEvent => ({
  type: 'OrganisationMerged',
  data: { organisationId, into, reason, by },
});
const separated: OrganisationEvent = {
  type: 'OrganisationSeparated',
  data: { organisationId, from: other, reason, by },
};
const otherKnown: OrganisationEvent = { ...known, data: { ...known.data, organisationId: other } };
const renamed: OrganisationEvent = {
  type: 'OrganisationRenamed',
  data: { organisationId, names: { en: 'New name' }, former: known.data.names, since: '2020-01-01', reason, by },
};
const rename = (names: { [language: string]: string }): OrganisationCommand => ({
  type: 'RenameOrganisation',
  data: { organisationId, names, since: '2020-01-01', reason },
});

describe('RegisterOrganisation', () => {
  it('enters an organisation once', () => {
    given(organisation).when(register()).then(known);
    given(organisation, known).when(register()).nothing();
  });

  it('is refused for another organisation under the same id', () => {
    const allowed = { organisationId };
    given(organisation, known)
      .when(register({ names: { en: 'Another' } }))
      .refused('organisation-exists', allowed);
    given(organisation, known)
      .when(register({ country: 'SG' }))
      .refused('organisation-exists', allowed);
  });

  it('follows the nomination that it came by, until it is known from elsewhere', () => {
    const nominationId = ids.nomination(1);
    const again = register({ names: { en: 'Spelt right' }, nominationId });
    const follows = { ...known, data: { ...known.data, names: { en: 'Spelt right' }, nominationId } };
    given(organisation, nominated(nominationId)).when(again).then(follows);
    given(organisation, nominated(ids.nomination(2)))
      .when(again)
      .refused('organisation-exists');
    given(organisation, nominated(nominationId), renamed).when(again).refused('organisation-exists');
    given(organisation, nominated(nominationId), historicLaureate).when(again).refused('organisation-exists');
  });
});

describe('RenameOrganisation', () => {
  it('keeps the former name in the event', () => {
    given(organisation, known)
      .when(rename({ en: 'New name' }))
      .then(renamed);
  });

  it('does nothing for the same name', () => {
    given(organisation, known).when(rename(known.data.names)).nothing();
    given(organisation, known, renamed)
      .when(rename({ en: 'New name' }))
      .nothing();
  });

  it('is refused for one that is not there, or is part of another', () => {
    given(organisation)
      .when(rename({ en: 'New name' }))
      .refused('organisation-unknown');
    given(organisation, known, merged())
      .when(rename({ en: 'New name' }))
      .refused('organisation-merged', { into: other });
  });
});

describe('RecordRegistration', () => {
  const registration = { number: '12-34', registrar: 'Registry of Societies', country: 'TH' };
  const record: OrganisationCommand = { type: 'RecordRegistration', data: { organisationId, registration } };
  const recorded: OrganisationEvent = { type: 'RegistrationRecorded', data: { organisationId, registration, by } };

  it('records the number once, and another one again', () => {
    given(organisation, known).when(record).then(recorded);
    given(organisation, known, recorded).when(record).nothing();
    const moved = { ...registration, number: '56' };
    given(organisation, known, recorded)
      .when({ ...record, data: { organisationId, registration: moved } })
      .then({ ...recorded, data: { organisationId, registration: moved, by } });
  });
});

describe('DistinguishOrganisation', () => {
  const distinguish = (...notTheSame: string[]): OrganisationCommand => ({
    type: 'DistinguishOrganisation',
    data: { organisationId, notTheSame },
  });
  const told = (...notTheSame: string[]): OrganisationEvent => ({
    type: 'OrganisationDistinguished',
    data: { organisationId, notTheSame, by },
  });

  it('is recorded once for each of the others', () => {
    given(organisation, known).when(distinguish(other)).then(told(other));
    given(organisation, known, told(other)).when(distinguish(other, third)).then(told(third));
    given(organisation, known, told(other)).when(distinguish(other)).nothing();
  });

  it('is refused for itself', () => {
    given(organisation, known).when(distinguish(organisationId)).refused('same-organisation');
  });
});

describe('MergeOrganisations', () => {
  it('points at the entry that stays', () => {
    given(organisation, known).guard('into', otherKnown).when(merge()).then(merged());
    given(organisation, known, merged()).guard('into', otherKnown).when(merge()).nothing();
  });

  it('is refused with itself, with what is not there, and with what is part of another', () => {
    given(organisation, known).when(merge(organisationId)).refused('same-organisation');
    given(organisation, known).when(merge()).refused('organisation-unknown');
    const joined: OrganisationEvent = {
      type: 'OrganisationMerged',
      data: { organisationId: other, into: third, reason, by },
    };
    given(organisation, known)
      .guard('into', otherKnown, joined)
      .when(merge())
      .refused('organisation-merged', { into: third });
  });

  it('is refused for an entry that is merged already, until it is separated', () => {
    given(organisation, known, merged(third))
      .guard('into', otherKnown)
      .when(merge())
      .refused('organisation-merged', { into: third });
    given(organisation, known, merged(third), separated).guard('into', otherKnown).when(merge()).then(merged());
  });

  it('is for those who nominate while the entry is their nomination’s alone', () => {
    const nominationId = ids.nomination(1);
    const ours = merge(other, nominationId);
    const applicant = { role: 'applicant' } as const;
    given(organisation, nominated(nominationId)).guard('into', otherKnown).when(ours, applicant).then(merged());
    given(organisation, known).guard('into', otherKnown).when(ours, applicant).refused('organisation-established');
    given(organisation, nominated(nominationId))
      .guard('into', otherKnown)
      .when(merge(), applicant)
      .refused('organisation-established');
    given(organisation, nominated(nominationId), historicLaureate)
      .guard('into', otherKnown)
      .when(ours, applicant)
      .refused('organisation-established');
  });
});

describe('SeparateOrganisation', () => {
  it('takes a merging back', () => {
    given(organisation, known, merged()).when(separate()).then(separated);
    given(organisation, known).when(separate()).nothing();
    given(organisation, known, merged(), separated).when(separate()).nothing();
  });

  it('is for those who nominate while the entry is their nomination’s alone', () => {
    const nominationId = ids.nomination(1);
    const focalPoint = { role: 'focal-point' } as const;
    given(organisation, nominated(nominationId), merged()).when(separate(nominationId), focalPoint).then(separated);
    given(organisation, known, merged()).when(separate(nominationId), focalPoint).refused('organisation-established');
  });
});

describe('RecordHistoricLaureate', () => {
  const { names: _names, by: _who, ...award } = historicLaureate.data;
  const record = (changes: object = {}): OrganisationCommand => ({
    type: 'RecordHistoricLaureate',
    data: { ...award, ...changes },
  });
  const recorded = (changes: object = {}): OrganisationEvent => ({
    ...historicLaureate,
    data: { ...historicLaureate.data, by, ...changes },
  });

  it('records an award with the name of then', () => {
    given(organisation, known).when(record()).then(recorded());
    given(organisation, known, historicLaureate).when(record()).nothing();
  });

  it('is recorded anew when more is known', () => {
    given(organisation, known, historicLaureate)
      .when(record({ basis: 'stated', note: null }))
      .then(recorded({ basis: 'stated', note: null }));
  });

  it('takes several awards of one organisation', () => {
    given(organisation, known, historicLaureate)
      .when(record({ edition: 6, year: 2023 }))
      .then(recorded({ edition: 6, year: 2023 }));
    given(organisation, known, historicLaureate)
      .when(record({ edition: null, year: null }))
      .accepted();
  });
});
