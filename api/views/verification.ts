// The shapes of what can be checked: heads, previews, publications, keys.
import { z } from 'zod';
import { Bundle, Head } from '../../domain/verify/messages.ts';
import { TextsView } from './views.ts';

export const PublicationView = z
  .object({
    audience: z.enum(['country', 'nominee', 'public']),
    number: z.int().describe('Of the decision'),
    hash: z.string(),
    publishedAt: z.string(),
    publishedBy: z.string().describe('Empty once the person was erased'),
    withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Publication' });

export const VerificationView = z
  .object({
    status: z.string().describe('Of the panel'),
    country: z.string().nullable().describe('Whose own panel it is; null where one panel judges for all'),
    leaves: z.int().describe('Of the record as it stands now'),
    rules: z.string().describe('SHA-256 of the frozen rule set, the first leaf'),
    heads: z.array(Head),
    differs: z.boolean().describe('What the log holds is no longer what was signed'),
    key: z.string().describe('The public key that signs here now'),
    signed: z.boolean().describe('A decision is signed: there is something to publish'),
    announced: z.boolean().describe('The laureates are public: what is for everybody may be published'),
    published: z.array(PublicationView),
  })
  .meta({ id: 'Verification' });

export const PreviewView = z
  .object({
    hash: z.string().describe('What a publication has to name'),
    bundles: z.array(
      z.object({
        nominationId: z.string().nullable().describe('Whose it is, where it is for nominees'),
        bundle: Bundle,
      }),
    ),
    report: z
      .object({
        ok: z.boolean(),
        steps: z.array(
          z.object({
            step: z.string(),
            outcome: z.enum(['passed', 'failed', 'unchecked']),
            because: z.string(),
            says: z.string().describe('In the language that was asked for'),
          }),
        ),
      })
      .describe('What anybody would find of the first'),
  })
  .meta({ id: 'BundlePreview' });

export const PublicBundleView = z
  .object({
    cycle: TextsView.describe('Its title'),
    group: z.string(),
    number: z.int().describe('Of the decision'),
    hash: z.string(),
    publishedAt: z.string(),
    size: z.int().describe('In bytes'),
  })
  .meta({ id: 'PublicBundle' });

export const SigningKeyView = z
  .object({ key: z.string().describe('Ed25519, 32 bytes in hexadecimal'), since: z.string() })
  .meta({ id: 'SigningKey' });

export const JudgeNameView = z
  .object({
    judge: z.string().describe('The pseudonym'),
    name: z.string().nullable().describe('Null once the person was erased'),
    salt: z.string().nullable(),
    commitment: z.string().describe('SHA-256 of the canonical JSON of salt and name'),
  })
  .meta({ id: 'JudgeName' });
