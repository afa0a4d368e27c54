/** [EP3] What a figure calls for. `unknown`: it could not be had. */
export type Level = 'fine' | 'watch' | 'unknown';

/** [EP2] What one look gave: a value; or that it took too long, or failed, without a word of why that could hold a secret. */
export type Probe<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: WhyNot };
export type WhyNot = 'slow' | 'failed';

/** Nightly backups, and one that was missed: beyond, somebody must look. */
export const BACKUP_LATE_DAYS = 2;
/** Of a disk, what must stay free. */
export const FREE_SHARE = 0.15;
/** Beyond, people feel that the process is busy; the alarm of `docs/metrics.md`. */
export const SLOW_LOOP_MS = 200;

const DAY_MS = 86_400_000;

/** Is there room left on a disk? */
export function levelOfSpace({ free, total }: { readonly free: number; readonly total: number }): Level {
  if (total <= 0) return 'unknown';
  return free / total < FREE_SHARE ? 'watch' : 'fine';
}

/** Is the last backup of these days? None at all is one to make. */
export function levelOfBackup(at: Date | null, now: Date): Level {
  return at === null || now.getTime() - at.getTime() > BACKUP_LATE_DAYS * DAY_MS ? 'watch' : 'fine';
}

/** Is the process quick to answer? */
export function levelOfLoop(delayMs: number | null): Level {
  if (delayMs === null) return 'unknown';
  return delayMs > SLOW_LOOP_MS ? 'watch' : 'fine';
}

/** Why a job failed, as far as it can be told without quoting it: an error may hold addresses and words of people. */
export const JOB_FAULTS = [
  'unreachable',
  'refusedSignIn',
  'refusedRecipient',
  'askedLater',
  'noAnswer',
  'certificate',
  'tooLong',
  'diskFull',
  'noRight',
  'missing',
  'stopped',
  'other',
] as const;
export type JobFault = (typeof JOB_FAULTS)[number];

const BY_CODE: Readonly<Record<string, JobFault>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EPIPE: 'unreachable',
  ETLS: 'unreachable',
  ENOANSWER: 'noAnswer',
  EAUTH: 'refusedSignIn',
  EENVELOPE: 'refusedRecipient',
  EMESSAGE: 'refusedRecipient',
  ETIMEDOUT: 'tooLong',
  ETIME: 'tooLong',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'noRight',
  EPERM: 'noRight',
  EROFS: 'noRight',
  ENOENT: 'missing',
};

/** How Node calls a certificate that is over, of another host or of nobody known. */
const CERTIFICATE = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** What the queue kept of an error, read without trusting its shape. */
export function faultOf(output: unknown): JobFault {
  for (let error = output, depth = 0; typeof error === 'object' && error !== null && depth < 4; depth++) {
    const { code, message, cause, responseCode, originalCode } = error as Readonly<Record<string, unknown>>;
    // A mail server that answers 4xx wants to be asked again; one whose certificate is not valid was reached.
    if (typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500) return 'askedLater';
    if ([code, originalCode].some((one) => typeof one === 'string' && CERTIFICATE.test(one)))
      return 'certificate';
    if (typeof code === 'string' && Object.hasOwn(BY_CODE, code)) return BY_CODE[code] ?? 'other';
    if (typeof message === 'string' && /^job (timed out|expired)|heartbeat/i.test(message)) return 'tooLong';
    if (typeof message === 'string' && /shut ?down|abort/i.test(message)) return 'stopped';
    error = cause;
  }
  return 'other';
}
