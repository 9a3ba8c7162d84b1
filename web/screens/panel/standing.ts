// How the reader stands to a panel: who leads it, who runs it, who signs. The API decides; this only leaves out what would be refused.
import { type Me, useMe } from '../../app/session.ts';

type Panel = { cycleId: string; group: string; country: string | null };
export type Standing = {
  /** Chair or deputy. */
  leads: boolean;
  /** Forms it and has it assigned: the country's focal point, else the secretariat. */
  runs: boolean;
  signs: boolean;
  seesBoard: boolean;
  seesDecision: boolean;
  /** What is said of single judges: not for who judges in the group and does not lead it. */
  seesReliability: boolean;
  /** All versions of a sheet. */
  readsSheets: boolean;
  isMember: boolean;
  isFocal: boolean;
};

export function useStanding(panel: Panel): Standing {
  const me = useMe();
  return standingOf(me, panel);
}

function standingOf(me: Me | null | undefined, { cycleId, group, country }: Panel): Standing {
  const roles = me?.roles ?? [];
  const here = (...names: string[]) =>
    roles.some((one) => names.includes(one.role) && one.cycleId === cycleId && one.group === group);
  const office = (...names: string[]) => roles.some(({ role }) => names.includes(role));
  const desk = (role: string) => country !== null && roles.some((one) => one.role === role && one.country === country);
  const leads = here('chair', 'deputy-chair');
  return {
    leads,
    runs: office('secretariat') || desk('focal-point'),
    signs: leads || office('secretariat') || desk('approver'),
    seesBoard: leads || office('secretariat', 'auditor'),
    seesDecision: leads || office('secretariat', 'auditor') || desk('focal-point') || desk('approver'),
    seesReliability: leads || (office('secretariat') && !here('judge')),
    readsSheets: leads || (office('secretariat', 'auditor') && !here('judge')),
    isMember: leads || here('judge'),
    isFocal: desk('focal-point'),
  };
}
