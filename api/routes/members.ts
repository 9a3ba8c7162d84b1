// Members: who holds which role, given and ended by those who may.
import { z } from 'zod';
import { findDeskRoles } from '../../db/draft-editors.ts';
import { moveDrafts } from '../../db/drafts.ts';
import { execute } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { findPerson } from '../../db/people.ts';
import { findGrantId, findMembers, findScope, getRole } from '../../db/read-models/member-views.ts';
import { findZones } from '../../db/read-models/member-zones.ts';
import { member } from '../../domain/member/decider.ts';
import { GrantRole, HandOverRole, type MemberCommand, RevokeRole, type Scope } from '../../domain/member/messages.ts';
import { memberStream } from '../../domain/member/state.ts';
import { Iso2, Key } from '../../domain/messages.ts';
import { requireOutsideDesk } from '../../domain/nomination/editing.ts';
import { grantableRoles, isOffice } from '../../domain/roles.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { findInvitee, Invitee, inviteToAccount } from '../invite.ts';
import { follows } from '../meta.ts';
import { notFound } from '../problem.ts';
import { languageOf, Reading } from '../reader.ts';
import { type Context, get, post } from '../route.ts';
import { scopeTarget, type Target } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { MemberView } from '../views/members.ts';

type Asked = Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta'>;
const Granting = GrantRole.omit({ personId: true });
const Granted = CommandDone.extend({ personId: z.string(), grantId: z.string() });

const scopeOf = ({ db }: Services, _params: object, { scope }: { scope: Scope }) => scopeTarget(db, scope);

async function tell({ db, meta }: Asked, personId: string, command: MemberCommand) {
  return done(personId, await execute(db, member, memberStream(personId), command, meta));
}

/** @returns with the id of the grant by which the person holds the role, which may be an earlier one. */
async function give(context: Asked, personId: string, granting: z.infer<typeof Granting>) {
  const grantId = idOf(context.meta.commandId);
  const reply = await tell(context, personId, { type: 'GrantRole', data: { ...granting, personId, grantId } });
  const held = await findGrantId(context.db, personId, granting.role, granting.scope, grantId);
  return { ...reply, body: { ...reply.body, personId, grantId: held } };
}

/** With an applicant's role come the forms that the applicant has not submitted. */
async function requireNoDesk(db: Services['db'], successor: string, { award = '', country = '' }: Scope) {
  requireOutsideDesk(await findDeskRoles(db, successor, award, country));
}

/** The award and country asked for, else the viewer's own; an administrator may list all. */
export function listed(
  viewer: Viewer | null,
  query: { award?: string | undefined; country?: string | undefined },
): Target {
  const roles = viewer?.roles ?? [];
  const desk = roles.find(({ role }) => isOffice(role) || role === 'auditor');
  const focal = roles.find(({ role }) => role === 'focal-point');
  if (roles.some(({ role }) => role === 'administrator')) return targetOf(query.award, query.country);
  if (desk !== undefined) return targetOf(query.award ?? desk.award, query.country);
  return targetOf(query.award ?? focal?.award, query.country ?? focal?.country);
}

const targetOf = (award: string | null | undefined, country: string | null | undefined): Target => ({
  ...(award !== null && award !== undefined && { award }),
  country: country ?? null,
});

const standingOf = (begun: boolean, until: string | null) => {
  if (!begun) return 'to-come' as const;
  return until === null ? ('holder' as const) : ('acting' as const);
};

const Filter = Paging.extend({
  award: Key.optional(),
  country: Iso2.optional(),
  role: z.enum(grantableRoles).optional(),
  ...Reading,
});

export const memberRoutes = [
  post({
    path: '/members/invite',
    operation: 'GrantRole',
    summary: 'Give a role to a person by mail address; one without an account gets a link to it',
    body: Granting.extend(Invitee.shape),
    response: Granted,
    status: 201,
    target: scopeOf,
    run: async (context) => {
      const { email, mailbox, name, language, ...granting } = context.body;
      const personId = await findInvitee(context, { email, mailbox, name, language });
      const reply = await give(context, personId, granting);
      const { country = null } = granting.scope;
      await inviteToAccount(context, personId, { role: granting.role, country });
      return reply;
    },
  }),
  post({
    path: '/members/:personId/grants',
    operation: 'GrantRole',
    summary: 'Give a further role to a person who is known; with `until` it is an acting deputy',
    body: Granting,
    response: Granted,
    status: 201,
    target: scopeOf,
    run: async (context) => {
      const { db, params, body } = context;
      if ((await findPerson(db, params.personId)) === undefined) throw notFound();
      return give(context, params.personId, body);
    },
  }),
  post({
    path: '/members/:personId/grants/:grantId/revoke',
    operation: 'RevokeRole',
    summary: 'End a role',
    body: RevokeRole.omit({ grantId: true }),
    response: CommandDone,
    target: async ({ db }, { personId, grantId }) => {
      const scope = await findScope(db, personId, grantId);
      if (scope === undefined) throw notFound();
      return scopeTarget(db, scope);
    },
    run: (context) => {
      const data = { ...context.params, ...context.body };
      return tell(context, context.params.personId, { type: 'RevokeRole', data });
    },
  }),
  post({
    path: '/members/:personId/grants/:grantId/hand-over',
    operation: 'HandOverRole',
    summary:
      'Hand a role over: another person has it from now on with the open drafts, and it ends here, at once or on a date',
    body: HandOverRole.extend({ to: Invitee }),
    response: Granted,
    target: async ({ db }, { personId, grantId }) => {
      const scope = await findScope(db, personId, grantId);
      if (scope === undefined) throw notFound();
      return { ...(await scopeTarget(db, scope)), scope, role: await getRole(db, grantId) };
    },
    run: async (context) => {
      const { db, meta, params, target } = context;
      const { to, ...body } = context.body;
      const successor = await findInvitee(context, to);
      if (target.role === 'applicant') await requireNoDesk(db, successor, target.scope);
      await tell(context, params.personId, { type: 'HandOverRole', data: { ...params, ...body, to: successor } });
      // Its second half, on the other one's stream: a retry of the first does both again, and each only once.
      const second = follows(meta, 'take-over');
      const grantId = idOf(second.commandId);
      const taking = { personId: successor, grantId, fromPerson: params.personId, fromGrantId: params.grantId };
      const reply = await tell({ db, meta: second }, successor, { type: 'TakeOverRole', data: taking });
      await moveDrafts(db, target, params.personId, successor);
      await inviteToAccount(context, successor, { role: target.role, country: target.scope.country ?? null });
      return { ...reply, body: { ...reply.body, personId: successor, grantId } };
    },
  }),
  get({
    path: '/members',
    operation: 'ListMembers',
    summary: 'Who holds which role where, by name; a focal point sees the own country',
    query: Filter,
    response: page(MemberView),
    target: (_services, _params, _body, viewer, query) => listed(viewer, query),
    run: async ({ db, query, role, target, viewer }) => {
      const language = await languageOf({ db }, viewer, query.language);
      const rows = await findMembers(db, {
        ...{ award: target.award ?? null, country: target.country ?? null, role: query.role ?? null, personId: null },
        ...{
          addresses: role !== 'auditor',
          language,
          limit: query.limit + 1,
          after: cursorKey(query.cursor, ['text', 'uuid']),
        },
      });
      const zoneOf = await findZones(
        db,
        rows.map((row) => row.scope),
      );
      return {
        body: paged(
          rows,
          query.limit,
          (row) => [row.name, row.grantId],
          ({ begun, ...row }) => ({ ...row, zone: zoneOf(row.scope), standing: standingOf(begun, row.until) }),
        ),
      };
    },
  }),
];
