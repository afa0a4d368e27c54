/** The process: plain Node, creates every live thing once, serves, and stops without losing anything received. */

import { sayWhy } from './kernel/start-refusal.ts';
import { serve } from './serve.ts';

try {
  await serve();
} catch (error) {
  sayWhy(error);
  process.exit(1);
}
