// What judges read of a reference entry: the words of a sample, or the form of an earlier entry without what judges never see.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { findDossier } from '../db/drafts.ts';
import { findEarlier, type ReferenceContent } from '../db/read-models/calibration-views.ts';
import { getDefinition } from '../db/read-models/cycle-views.ts';
import { hiddenFromJudges } from '../db/read-models/nomination-versions.ts';
import type { AwardDefinition, FormField } from '../domain/award-definition.ts';
import { sectionsOf } from '../domain/definition-queries.ts';
import { Texts } from '../domain/messages.ts';
import type { AddReference } from '../domain/panel/messages.ts';
import { notFound } from './problem.ts';

type Body = z.infer<typeof AddReference>;
type Content = z.infer<typeof ReferenceContent>;
type Panel = { cycleId: string; country: string | null; category: string };

/** @throws HttpProblem 404 for an earlier entry that is none of the award's, or not for these eyes */
export async function referenceContent(db: Db, panel: Panel, body: Body, viewer: string | null): Promise<Content> {
  const reasons = Object.fromEntries(body.scores.map(({ criterion, comment }) => [criterion, comment]));
  if (body.source === 'sample')
    return { title: body.title, sections: [{ title: null, fields: [{ label: null, text: body.text }] }], reasons };
  const [[found], { definition }] = await Promise.all([
    findEarlier(db, panel, viewer, body.nominationId),
    getDefinition(db, panel.cycleId),
  ]);
  const stored = found && (await findDossier(db, found.dossier));
  if (found === undefined || stored === undefined) throw notFound();
  // As blind as today's judging is, whatever that of its own edition was.
  const form = { ...found.form, judging: { ...found.form.judging, blind: definition.judging.blind } };
  const content = (stored.content ?? {}) as Record<string, unknown>;
  return { title: found.title, sections: sectionsIn(form, panel.category, content), reasons };
}

function sectionsIn(form: AwardDefinition, category: string, content: Record<string, unknown>): Content['sections'] {
  const hidden = hiddenFromJudges(form);
  return sectionsOf(form, category)
    .map(({ title, fields }) => ({
      title,
      fields: fields.flatMap((field) => {
        const text = hidden.has(field.key) ? null : answerIn(field, content[field.key]);
        return text === null ? [] : [{ label: field.label, text }];
      }),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** In words; null where nothing was answered. */
function answerIn({ kind, choices = [] }: FormField, answer: unknown): string | Texts | null {
  if (answer === undefined || answer === null || answer === '') return null;
  if (kind === 'choice') return choices.find(({ key }) => key === answer)?.label ?? String(answer);
  const texts = Texts.safeParse(answer);
  if (texts.success) return texts.data;
  return typeof answer === 'object' ? null : String(answer);
}
