/**
 * The process: plain Node, creates every live thing once, serves, and stops without losing anything received. What can refuse a start comes
 * first, and is little; all that serves is read while the database opens.
 */
import { begin } from './begin.ts';
import { sayWhy } from './kernel/start-refusal.ts';

try {
  const loaded = Promise.withResolvers<typeof import('./serve.ts')>();
  const begun = await begin(() => import('./serve.ts').then(loaded.resolve, loaded.reject));
  const { serve } = await loaded.promise;
  await serve(begun);
} catch (error) {
  sayWhy(error);
  process.exit(1);
}
