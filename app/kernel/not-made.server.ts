import { data } from 'react-router';
import type { ConversionError, ImportError } from '#shared/errors.ts';
import { fr } from '#shared/words.fr.ts';

/** In seconds: what of somebody's own is before takes that long at most, most of the time much less. */
const COME_BACK = 60;

/** Why no file was made, in words: 503 and when to come back while others of one's own wait ([X21]), otherwise 422. */
export function notMade(error: ConversionError | ImportError) {
  const isBusy = error === 'conversion.busy';
  return data(
    fr.errors[error],
    isBusy ? { status: 503, headers: { 'Retry-After': String(COME_BACK) } } : { status: 422 },
  );
}
