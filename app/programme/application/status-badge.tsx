import { application as words } from '#shared/programme/application/application.fr.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';

const LOOKS: Readonly<Record<ApplicationStatus, string>> = {
  draft: 'badge',
  submitted: 'badge success',
  correction: 'badge warning',
  withdrawn: 'badge',
  decided: 'badge info',
};

/** Where an application stands, in a word. */
export function StatusBadge({ status }: { status: ApplicationStatus }) {
  return <span className={LOOKS[status]}>{words.statuses[status]}</span>;
}
