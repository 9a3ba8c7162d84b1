// The shape of a forum's plan in answers, with the people who help there.
import { z } from 'zod';
import { PlanForum, PlanOptions, Room } from '../../domain/forum/messages.ts';
import { forumRoles } from '../../domain/roles.ts';
import { TextsView } from './views.ts';

const interpretation = PlanOptions.shape.interpretation.unwrap().required();
const points = PlanOptions.shape.points.unwrap().required();
/** A plan that says it all. */
export const PlanView = PlanForum.required()
  .extend({ purpose: TextsView.nullable(), rooms: z.array(Room.required()), interpretation, points })
  .meta({ id: 'ForumPlan' });

export const StaffView = z
  .object({
    personId: z.string(),
    grantId: z.string(),
    name: z.string(),
    role: z.enum(forumRoles),
    from: z.string(),
    until: z.string().nullable(),
  })
  .meta({ id: 'ForumStaff' });

export const ForumPlanView = z
  .object({
    forumId: z.string(),
    cycleId: z.string().nullable(),
    award: z.string().nullable(),
    version: z.int().describe('For If-Match'),
    releases: z.int().describe('How many releases the schedule has had: from the first on most of the plan stands'),
    plan: PlanView,
    countries: z.array(
      z.object({ iso2: z.string(), names: TextsView, zone: z.string(), languages: z.array(z.string()) }),
    ),
    staff: z.array(StaffView),
  })
  .meta({ id: 'ForumWithPlan' });
