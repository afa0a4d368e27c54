import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';

/** What is too long for the trail, or not to be read in it, stands there as this: the SHA-256 of a text, or of the canonical JSON of anything else. */
export function fingerprint(value: unknown): string {
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
