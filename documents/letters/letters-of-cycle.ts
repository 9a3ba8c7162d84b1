// Letters about a cycle as a whole, about a country's part in it, and about endorsement and announcement.

import { findCountry } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import { type Phase, phases, type Stage } from '../../domain/phases.ts';
import { deskRoles } from '../../domain/roles.ts';
import { phaseWords, type Words } from '../mail-words.ts';
import {
  type CycleFacts,
  findDesks,
  findJudges,
  findLaureate,
  findLaureateContacts,
  findOpenEditors,
  findPresenters,
  findSecretariat,
  findWorkers,
  getCycleFacts,
} from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';

export const cycleUrl = ({ publicUrl }: Desk, cycle: CycleFacts) => `${publicUrl}/cycles/${cycle.cycle_id}`;
export const countryName = ({ definition }: CycleFacts, iso2: string): Texts =>
  findCountry(definition, iso2)?.names ?? { en: iso2 };

export async function lettersOfCycle(
  desk: Desk,
  event: Told<
    | 'CyclePlanned'
    | 'PhaseOpened'
    | 'PhaseClosed'
    | 'DeadlineMoved'
    | 'CycleSuspended'
    | 'CycleResumed'
    | 'CycleCancelled'
    | 'CycleArchived'
  >,
): Promise<Draft[]> {
  const { db } = desk;
  const cycle = event.type === 'CyclePlanned' ? factsOfPlan(event) : await getCycleFacts(db, event.data.cycleId);
  const { zone } = cycle;
  const facts = { cycle: cycle.title, url: cycleUrl(desk, cycle) };
  switch (event.type) {
    case 'CyclePlanned': {
      const { opensAt, closesAt } = event.data.timetable.nomination;
      const to = await findDesks(db, cycle, ['focal-point']);
      return [
        {
          kind: 'cycle-planned',
          to,
          facts: { ...facts, opening: { at: opensAt, zone }, deadline: { at: closesAt, zone } },
        },
      ];
    }
    case 'PhaseOpened': {
      const { phase, closesAt } = event.data;
      // The endorsers get the request itself.
      if (phase === 'endorsement') return [];
      const to = await findWorkers(db, cycle, phase);
      if (closesAt === null) return [{ kind: 'phase-begun', to, facts: { ...facts, phase: phaseWords[phase] } }];
      const kind = phase === 'nomination' ? 'nominations-open' : 'phase-opened';
      return [{ kind, to, facts: { ...facts, phase: phaseWords[phase], deadline: { at: closesAt, zone } } }];
    }
    case 'PhaseClosed':
      return [
        {
          kind: 'phase-closed',
          to: await findSecretariat(db, cycle),
          facts: { ...facts, phase: phaseWords[event.data.phase] },
        },
      ];
    case 'DeadlineMoved': {
      const { phase, closesAt, reason } = event.data;
      const editors = phase === 'nomination' ? await findOpenEditors(db, cycle) : [];
      const to = [...(await findWorkers(db, cycle, phase)), ...(await findSecretariat(db, cycle)), ...editors];
      return [
        {
          kind: 'deadline-moved',
          to,
          facts: { ...facts, phase: phaseWords[phase], reason, deadline: { at: closesAt, zone } },
        },
      ];
    }
    case 'CycleSuspended': {
      const { reason, at } = event.data;
      const to = await findConcerned(desk, cycle);
      return [{ kind: 'cycle-suspended', to, facts: { ...facts, reason, since: { at, zone } } }];
    }
    case 'CycleResumed': {
      const { reason, resumedAt, moves } = event.data;
      const deadlines = linesOf(Object.fromEntries(moves.map(({ phase, closesAt }) => [phase, closesAt])), zone);
      const to = await findConcerned(desk, cycle);
      return [{ kind: 'cycle-resumed', to, facts: { ...facts, reason, since: { at: resumedAt, zone }, deadlines } }];
    }
    case 'CycleCancelled': {
      const to = await findConcerned(desk, cycle);
      return [{ kind: 'cycle-cancelled', to, facts: { ...facts, reason: event.data.reason } }];
    }
    case 'CycleArchived':
      return [{ kind: 'cycle-archived', to: await findEveryone(desk, cycle), facts }];
  }
}

/** As the plan has it, which is told of before its cycle is there when it is tried. */
function factsOfPlan({ data }: Told<'CyclePlanned'>): CycleFacts {
  const { cycleId, title, zone, countries, definition } = data;
  const { scope } = definition.judging;
  return { cycle_id: cycleId, award: definition.key, title, zone, countries, scope, definition };
}

/** Instants by the phase that ends then, each a line of its own. */
export const linesOf = (instants: { [phase in Phase]?: string | undefined }, zone: string) => ({
  lines: phases.flatMap((phase) => {
    const at = instants[phase];
    return at === undefined ? [] : [{ what: phaseWords[phase], moment: { at, zone } }];
  }),
});

/** All who have work open in the cycle: by their role, as judges, with a nomination, or with a talk to give. */
async function findConcerned(desk: Desk, cycle: CycleFacts): Promise<string[]> {
  const { db } = desk;
  const found = await Promise.all([findEveryone(desk, cycle), findOpenEditors(db, cycle), findPresenters(db, cycle)]);
  return found.flat();
}

/** All who have a part in the cycle by their role or as judges. */
async function findEveryone({ db }: Desk, cycle: CycleFacts): Promise<string[]> {
  const found = await Promise.all([
    findSecretariat(db, cycle),
    findDesks(db, cycle, [...deskRoles, 'endorser']),
    findJudges(db, cycle),
  ]);
  return found.flat();
}

export async function lettersOfEndorsement(
  desk: Desk,
  event: Told<
    'EndorsementRequested' | 'ResultObjected' | 'ObjectionSettled' | 'EndorsementConcluded' | 'StagePublished'
  >,
): Promise<Draft[]> {
  const { db } = desk;
  const cycle = await getCycleFacts(db, event.data.cycleId);
  const facts = { cycle: cycle.title, url: cycleUrl(desk, cycle) };
  switch (event.type) {
    case 'EndorsementRequested': {
      const deadline = { at: event.data.closesAt, zone: cycle.zone };
      const to = await findDesks(db, cycle, ['endorser']);
      const url = `${cycleUrl(desk, cycle)}/endorse`;
      return [{ kind: 'endorsement-requested', to, facts: { ...facts, deadline, url } }];
    }
    case 'ResultObjected': {
      const laureate = await findLaureate(db, event.data.laureateId);
      if (laureate === undefined) return [];
      const { country } = laureate;
      const to = [...(await findDesks(db, cycle, ['focal-point'], country)), ...(await findSecretariat(db, cycle))];
      return [{ kind: 'result-objected', to, facts: { ...facts, country: countryName(cycle, country) }, country }];
    }
    case 'ObjectionSettled': {
      const { country, laureateId, outcome, reason } = event.data;
      const home = (await findLaureate(db, laureateId))?.country;
      const to = [
        ...(await findDesks(db, cycle, ['endorser'], country)),
        ...(home === undefined ? [] : await findDesks(db, cycle, ['focal-point'], home)),
        ...(outcome === 'withdrawn' ? await findSecretariat(db, cycle) : []),
      ];
      const said = { country: countryName(cycle, country), what: outcomes[outcome], reason };
      return [{ kind: 'objection-settled', to, facts: { ...facts, ...said }, country: home ?? null }];
    }
    case 'EndorsementConcluded':
      return [{ kind: 'endorsement-concluded', to: await findDesks(db, cycle, ['focal-point']), facts }];
    case 'StagePublished': {
      const { stage, laureates } = event.data;
      const to = await findAudience(
        desk,
        cycle,
        stage,
        laureates.map(({ laureateId }) => laureateId),
      );
      return [{ kind: 'stage-published', to, facts: { ...facts, ...stageWords[stage] } }];
    }
  }
}

const outcomes = {
  upheld: { en: 'it is upheld, and the panel decides again', th: 'ข้อคัดค้านฟังขึ้น คณะกรรมการจะพิจารณาใหม่' },
  dismissed: {
    en: 'it is dismissed, and the laureate is maintained',
    th: 'ยกข้อคัดค้าน และคงผู้ได้รับรางวัลไว้ตามเดิม',
  },
  withdrawn: { en: 'the country has withdrawn it', th: 'ประเทศได้ถอนข้อคัดค้านแล้ว' },
};

const confidential = {
  en: 'Please keep them to yourself until the public stage.',
  th: 'โปรดรักษาเป็นความลับจนกว่าจะประกาศต่อสาธารณชน',
};
const stageWords: { [name in Stage]: { stage: Words; embargo: Words } } = {
  country: { stage: { en: 'to the countries', th: 'ต่อประเทศสมาชิก' }, embargo: confidential },
  laureate: { stage: { en: 'to the laureates', th: 'ต่อองค์กรที่ได้รับรางวัล' }, embargo: confidential },
  press: {
    stage: { en: 'to the press', th: 'ต่อสื่อมวลชน' },
    embargo: {
      en: 'They are under embargo until the public stage.',
      th: 'ห้ามเผยแพร่ก่อนการประกาศต่อสาธารณชน',
    },
  },
  public: {
    stage: { en: 'to the public', th: 'ต่อสาธารณชน' },
    embargo: { en: 'Everyone may speak of them now.', th: 'ทุกคนกล่าวถึงผลได้แล้ว' },
  },
};

/** Each stage reaches those it is for; the press and the public read it where it is published, and the desks hear of it. */
async function findAudience({ db }: Desk, cycle: CycleFacts, stage: Stage, laureates: string[]): Promise<string[]> {
  if (stage === 'country') return findDesks(db, cycle, ['focal-point', 'endorser']);
  if (stage === 'laureate') return findLaureateContacts(db, laureates);
  return [...(await findDesks(db, cycle, ['focal-point'])), ...(await findSecretariat(db, cycle))];
}
