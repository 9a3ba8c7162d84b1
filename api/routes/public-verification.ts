// What everybody may check without signing in: published bundles, and the keys that sign here.
import { z } from 'zod';
import { findPublicBundles, findPublished } from '../../db/read-models/bundle-views.ts';
import { findSigningKeys } from '../../db/read-models/panel-records.ts';
import { Bundle } from '../../domain/verify/messages.ts';
import { page } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { PublicBundleView, SigningKeyView } from '../views/verification.ts';
import { published } from './verification.ts';

export const publicVerificationRoutes = [
  get({
    path: '/public/cycles/:slug/bundles',
    operation: 'ListPublicBundles',
    summary: 'What was published of a cycle, by its slug or id, for everybody to check',
    response: page(PublicBundleView),
    run: async ({ db, params }) => {
      const items = await findPublicBundles(db, params.slug);
      if (items === null) throw notFound();
      return { body: { items, next: null } };
    },
  }),
  get({
    path: '/public/bundles/:hash',
    operation: 'ViewPublicBundle',
    summary: 'A published bundle: check it with verify.mjs, or on the page /verify',
    response: Bundle,
    run: async ({ db, params }) => {
      return { body: published(await findPublished(db, 'public', { hash: params.hash })) };
    },
  }),
  get({
    path: '/public/signing-keys',
    operation: 'ListSigningKeys',
    summary: 'The public keys that this installation has signed with, oldest first',
    response: page(SigningKeyView),
    query: z.strictObject({}),
    run: async ({ db }) => ({ body: { items: await findSigningKeys(db), next: null } }),
  }),
];
