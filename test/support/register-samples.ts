// A sample of every event of the register, of earlier editions and of ceremonies.
import type { EventOf, EventType } from '../../domain/events.ts';
import { ids } from './samples.ts';

const by = ids.person(9);
const reason = 'As agreed.';
const organisationId = ids.organisation(1);
const other = ids.organisation(2);
const ofLaureate = {
  ...{ cycleId: ids.cycle, laureateId: ids.nomination(1), group: 'TH-ngo' },
  ...{ country: 'TH', category: 'ngo' },
};
const startsAt = '2025-08-01T05:00:00.000Z';

export const registered: EventOf<'OrganisationRegistered'> = {
  type: 'OrganisationRegistered',
  data: {
    ...{ organisationId, award: 'sample', nominationId: null, country: 'TH', by },
    names: { en: 'Sample organisation 1', th: 'องค์กรตัวอย่าง 1' },
    registration: null,
  },
};
export const historicLaureate: EventOf<'HistoricLaureateRecorded'> = {
  type: 'HistoricLaureateRecorded',
  data: {
    ...{ organisationId, award: 'sample', edition: 4, year: 2019, country: 'TH', category: 'ngo', basis: 'inferred' },
    ...{ printed: null, note: 'By its legal form.', sources: ['Sample source'], names: registered.data.names, by },
  },
};
export const historicEdition: EventOf<'HistoricEditionRecorded'> = {
  type: 'HistoricEditionRecorded',
  data: {
    ...{ award: 'sample', number: 1, year: 2013, ceremonyDate: null, ceremonyTime: null, zone: null, host: 'ID', by },
    ...{ place: 'Sample town', venue: null, mode: 'in-person', categories: ['ngo'], laureateCount: 9, theme: null },
    ...{ nonNominating: ['MM'], sources: ['Sample source'], note: null },
  },
};
export const ceremonyPlanned: EventOf<'CeremonyPlanned'> = {
  type: 'CeremonyPlanned',
  data: {
    ...{
      cycleId: ids.cycle,
      startsAt,
      zone: 'Asia/Singapore',
      venue: { en: 'Sample hall' },
      mode: 'hybrid',
      first: true,
    },
    order: [ids.nomination(1)],
  },
};
export const receiverNamed: EventOf<'ReceiverNamed'> = {
  type: 'ReceiverNamed',
  data: {
    ...ofLaureate,
    ...{ how: 'in-person', personId: ids.person(1), office: 'President', startsAt, zone: 'Asia/Singapore' },
  },
};
export const awardConferred: EventOf<'AwardConferred'> = {
  type: 'AwardConferred',
  data: { ...ofLaureate, at: startsAt, how: 'in-person' },
};

type OfRegister = Extract<
  EventType,
  | `Organisation${string}`
  | 'RegistrationRecorded'
  | `Historic${string}`
  | 'CeremonyPlanned'
  | 'ReceiverNamed'
  | 'AwardConferred'
>;
export const registerData: { [Type in OfRegister]: EventOf<Type>['data'] } = {
  OrganisationRegistered: registered.data,
  RegistrationRecorded: { organisationId, registration: { number: '1', registrar: null, country: 'TH' }, by },
  OrganisationRenamed: {
    organisationId,
    names: { en: 'New name' },
    former: registered.data.names,
    since: null,
    reason,
    by,
  },
  OrganisationMerged: { organisationId, into: other, reason, by },
  OrganisationSeparated: { organisationId, from: other, reason, by },
  OrganisationDistinguished: { organisationId, notTheSame: [other], by },
  HistoricLaureateRecorded: historicLaureate.data,
  HistoricEditionRecorded: historicEdition.data,
  CeremonyPlanned: ceremonyPlanned.data,
  ReceiverNamed: receiverNamed.data,
  AwardConferred: awardConferred.data,
};
