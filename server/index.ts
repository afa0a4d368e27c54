/** The process: plain Node, creates every live thing once, serves, and stops without losing anything received. */

import { StartRefusal } from './kernel/start-refusal.ts';
import { serve } from './serve.ts';

try {
  await serve();
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  for (const sentence of error.sentences) console.error(sentence);
  process.exit(1);
}
