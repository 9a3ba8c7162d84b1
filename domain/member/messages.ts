// What is asked of a person's roles, and what happened to them.
import { z } from 'zod';
import { Id, Instant, Iso2, Key, type Message, Reason } from '../messages.ts';
import { grantableRoles, type Power, powers } from '../roles.ts';

/** Where a role holds; what is left out is not limited. */
export const Scope = z.strictObject({
  award: Key.optional(),
  country: Iso2.optional(),
  forum: Id.optional(),
  nomination: Id.optional(),
  laureate: Id.optional(),
});
export const GrantRole = z.strictObject({
  personId: Id,
  role: z.enum(grantableRoles),
  scope: Scope.default({}),
  from: Instant.optional(),
  until: Instant.optional(),
  /** Of a standby, and of no other role. */
  powers: z.array(z.enum(powers)).min(1).optional(),
});
/** With an organisation that is put forward, or those behind it. */
export const DeclareOfficerConflict = z.strictObject({
  kind: z.enum(['own-body', 'nominator', 'family', 'financial', 'adviser', 'other']),
  reason: Reason,
});
/** `endsAt` left out: the holder's role ends at once. */
export const HandOverRole = z.strictObject({ endsAt: Instant.optional(), reason: Reason });
export const RevokeRole = z.strictObject({ grantId: Id, reason: Reason });

/** Who comes by the open call, or by an editor's invitation, and for which country of which cycle. */
type Applicant = { personId: string; cycleId: string; country: string; grantId: string };

type Conflict = z.infer<typeof DeclareOfficerConflict> & {
  personId: string;
  nominationId: string;
  cycleId: string;
  country: string;
};

export type Scope = z.infer<typeof Scope>;
export type MemberCommand =
  | Message<'GrantRole', z.infer<typeof GrantRole> & { grantId: string }>
  | Message<'RegisterApplicant', Applicant>
  | Message<'JoinEditors', Applicant>
  | Message<'RevokeRole', z.infer<typeof RevokeRole> & { personId: string }>
  | Message<'HandOverRole', z.infer<typeof HandOverRole> & { personId: string; grantId: string; to: string }>
  | Message<'TakeOverRole', { personId: string; grantId: string; fromPerson: string; fromGrantId: string }>
  | Message<'DeclareOfficerConflict', Conflict>;
export type MemberEvent =
  | Message<
      'RoleGranted',
      {
        personId: string;
        grantId: string;
        role: z.infer<typeof GrantRole>['role'];
        scope: Scope;
        from: string;
        until: string | null;
        by: string;
        /** Of a standby alone. */
        powers?: Power[];
        /** The grant that it follows, of another person. */
        handedOver?: string;
      }
    >
  | Message<
      'RoleHandedOver',
      {
        personId: string;
        grantId: string;
        role: z.infer<typeof GrantRole>['role'];
        scope: Scope;
        to: string;
        until: string;
        reason: string;
        by: string;
      }
    >
  | Message<'OfficerConflictDeclared', Conflict>
  | Message<
      'RoleRevoked',
      {
        personId: string;
        grantId: string;
        role: z.infer<typeof GrantRole>['role'];
        scope: Scope;
        reason: string;
        by: string;
      }
    >;
