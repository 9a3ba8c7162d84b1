// The phases of a cycle and the stages of its announcement, in their order.

export const phases = [
  'nomination',
  'screening',
  'judging',
  'decision',
  'endorsement',
  'announcement',
  'forum',
] as const;
export type Phase = (typeof phases)[number];

/** The phases that a country may run by itself: the last two only where judging is national. */
export const countryPhases = ['nomination', 'screening', 'judging', 'decision'] as const;
export type CountryPhase = (typeof countryPhases)[number];

export const stages = ['country', 'laureate', 'press', 'public'] as const;
export type Stage = (typeof stages)[number];
