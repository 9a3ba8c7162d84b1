// The shapes of the register of organisations and of what the record says of a nominee.
import { z } from 'zod';
import { Registration } from '../../domain/organisation/messages.ts';
import { CommandDone } from '../answer.ts';
import { TextsView } from './views.ts';

export const OrganisationRow = z
  .object({
    organisationId: z.string(),
    names: TextsView,
    country: z.string(),
    registration: Registration.nullable(),
    awards: z.int().describe('Awards on the public record'),
  })
  .meta({ id: 'OrganisationRow' });

export const MatchView = z
  .object({
    organisationId: z.string(),
    names: TextsView,
    country: z.string(),
    certainty: z.enum(['sure', 'likely', 'possible']),
    because: z.enum(['registration', 'name']),
    score: z.number(),
  })
  .meta({ id: 'OrganisationMatch' });

export const AwardView = z
  .object({
    award: z.string(),
    edition: z.int().nullable().describe('Null where no source states it'),
    year: z.int().nullable(),
    country: z.string(),
    category: z.string(),
    basis: z
      .enum(['published', 'stated', 'inferred'])
      .describe(
        'Of the category: published by this system, stated by the source, or concluded; the note says from what',
      ),
    names: TextsView,
    note: z.string().nullable(),
    sources: z.array(z.string()),
    revoked: z.boolean(),
  })
  .meta({ id: 'AwardOnRecord' });

const Nominated = z.object({
  nominationId: z.string(),
  country: z.string(),
  category: z.string(),
  status: z.string(),
});

export const OrganisationView = z
  .object({
    organisationId: z.string().describe('The entry that stands for the id asked for'),
    names: TextsView,
    former: z.array(z.object({ names: TextsView, until: z.string().nullable() })),
    country: z.string(),
    registration: Registration.nullable(),
    merged: z.array(z.object({ organisationId: z.string(), names: TextsView })),
    awards: z.array(AwardView),
    nominations: z.array(Nominated.extend({ cycleId: z.string() })),
  })
  .meta({ id: 'Organisation' });

export const NomineeView = z
  .object({
    organisationId: z.string().nullable().describe('Null before the nomination is submitted'),
    names: TextsView,
    earlier: z.array(AwardView).describe('Awards of earlier editions'),
    waiting: z.object({
      status: z.enum(['free', 'within', 'unclear']),
      editions: z.int(),
      freeFrom: z.int().nullable().describe('The first edition in which it may be honoured again'),
    }),
    proposal: z
      .object({ item: z.string(), outcome: z.literal('failed'), reason: z.string() })
      .nullable()
      .describe('What the record proposes for the checklist; a person decides'),
    matches: z.array(MatchView).describe('Organisations that may be the same: answer with sameAs or notTheSame'),
    also: z.array(Nominated).describe('Other nominations of it in this cycle that you may see'),
  })
  .meta({ id: 'Nominee' });

export const RepeatedView = z
  .object({ organisationId: z.string(), names: TextsView, nominations: z.array(Nominated) })
  .meta({ id: 'RepeatedOrganisation' });

/** It is received whatever the matches: they are a question. */
export const Received = CommandDone.extend({
  matches: z.array(MatchView).describe('Organisations that this one may be: say so at /nominations/{id}/organisation'),
});

export const QuestionView = z
  .object({
    nominationId: z.string(),
    country: z.string(),
    category: z.string(),
    organisationId: z.string(),
    names: TextsView,
    matches: z.array(MatchView),
  })
  .meta({ id: 'OrganisationQuestion' });
