import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import type { AccessStatus } from '#shared/library/dataset/dataset.ts';

const KINDS: Readonly<Record<AccessStatus, string>> = {
  open: 'success',
  candidate: 'info',
  closed_unjustified: 'danger',
  closed_justified: '',
  other: 'warning',
};

/** How one gets at the data, in two words. */
export function AccessBadge({ status }: { status: AccessStatus }) {
  return <span className={`badge ${KINDS[status]}`}>{words.accessShort[status]}</span>;
}
