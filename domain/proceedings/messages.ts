// What is asked of the proceedings of a forum's session, and what happened to them. What they say stands elsewhere, by its hash.
import { z } from 'zod';
import { Id, Key, Language, type Message, Reason } from '../messages.ts';

const Lines = z.array(z.string().trim().min(1).max(1000)).max(100);
const InLanguages = <Schema extends z.ZodType>(schema: Schema) => z.record(Language, schema);
export const ProceedingsContent = z.strictObject({
  summary: InLanguages(z.string().trim().max(10_000)).default({}),
  points: InLanguages(Lines).default({}),
  recommendations: InLanguages(Lines).default({}),
  pictures: z
    .array(
      z.strictObject({
        fileId: Id,
        caption: InLanguages(z.string().trim().max(500)).default({}),
        credit: z.string().trim().max(200).default(''),
      }),
    )
    .max(50)
    .default([]),
});
export const RecordProceedings = z.strictObject({
  /** The version of the draft that was read. */
  draft: z.int().min(1),
});
export const PublishProceedings = z.strictObject({ version: z.int().min(1) });
export const WithdrawProceedings = z.strictObject({ reason: Reason });
export const Session = z.strictObject({ block: Key, room: Key });

/** Stands where a file names the country that it is of: proceedings are of none. */
export const noCountry = '';
export type ProceedingsContent = z.infer<typeof ProceedingsContent>;
export type Session = z.infer<typeof Session>;
type Ids = Session & { forumId: string };
export type ProceedingsCommand =
  | Message<'RecordProceedings', Ids & { hash: string }>
  /** The cycle whose laureates they may name. */
  | Message<'PublishProceedings', Ids & z.infer<typeof PublishProceedings> & { cycleId: string | null }>
  | Message<'WithdrawProceedings', Ids & z.infer<typeof WithdrawProceedings>>;

type In<Data> = Data & Ids & { cycleId: string | null };
export type ProceedingsEvent =
  | Message<'ProceedingsRecorded', In<{ version: number; hash: string }>>
  | Message<'ProceedingsPublished', In<{ version: number; hash: string }>>
  | Message<'ProceedingsWithdrawn', In<{ version: number; reason: string }>>;
