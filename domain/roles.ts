// The roles of architecture.md §1, and where each one holds.

/** In this order: who holds several acts in the first of them that an operation is for. */
export const roles = [
  'administrator',
  'secretariat',
  'standby',
  'focal-point',
  'applicant',
  'screener',
  'approver',
  'chair',
  'deputy-chair',
  'judge',
  'endorser',
  'laureate-contact',
  'nominee',
  'referee',
  'presenter',
  'participant',
  'forum-staff',
  'host',
  'moderator',
  'rapporteur',
  'interpreter',
  'delegate',
  'auditor',
  'public',
  'process',
] as const;
export type Role = (typeof roles)[number];

/** Roles a grant can give. Judges, chairs and presenters hold theirs by the panel's or talk's own events, nominees, referees and participants by a link. */
export const grantableRoles = [
  'administrator',
  'secretariat',
  'standby',
  'focal-point',
  'applicant',
  'screener',
  'approver',
  'endorser',
  'laureate-contact',
  'forum-staff',
  'host',
  'moderator',
  'rapporteur',
  'interpreter',
  'delegate',
  'auditor',
] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

/** The roles that each role gives and ends. */
export const givable: { [role in Role]?: readonly GrantableRole[] } = {
  administrator: grantableRoles,
  secretariat: grantableRoles.filter((role) => role !== 'administrator' && role !== 'secretariat'),
  standby: grantableRoles.filter((role) => !['administrator', 'secretariat', 'standby'].includes(role)),
  'focal-point': ['applicant', 'screener', 'approver', 'delegate'],
};

/** Who helps at one forum: the host with all of it, the others with their own sessions. */
export const forumRoles = ['forum-staff', 'host', 'moderator', 'rapporteur', 'interpreter'] as const;

/** Who has sessions of their own there. */
export const isHelping = (role: string): boolean => ['moderator', 'rapporteur', 'interpreter'].includes(role);

/** Who works on a country's nominations. */
export const deskRoles = ['focal-point', 'screener', 'approver'] as const satisfies readonly Role[];
export const isDesk = (role: string): boolean => deskRoles.some((one) => one === role);

/** Who sees a nomination to judge it: without what judges must not see, in the version that they are given. */
export const isJudging = (role: Role): boolean => role === 'judge' || role === 'chair' || role === 'deputy-chair';

/** What a standby of the secretariat may be given to do. */
export const powers = [
  'deadlines',
  'people',
  'verification',
  'endorsement',
  'announcement',
  'forum',
  'conflicted-files',
] as const;
export type Power = (typeof powers)[number];

/** The secretariat, or who stands in for it. */
export const isOffice = (role: string): boolean => role === 'secretariat' || role === 'standby';
