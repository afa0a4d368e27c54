import { CircleAlert, CircleCheck, Clock, KeyRound, Lock, type LucideIcon } from 'lucide-react';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import type { AccessStatus } from '#shared/library/dataset/dataset.ts';

const KINDS: Readonly<Record<AccessStatus, string>> = {
  open: 'success',
  candidate: 'info',
  closed_unjustified: 'danger',
  closed_justified: '',
  other: 'warning',
};

/** The sign of each status: where there is no room for words, a legend gives them. */
export const STATUS_ICONS: Readonly<Record<AccessStatus, LucideIcon>> = {
  open: CircleCheck,
  candidate: Clock,
  closed_unjustified: CircleAlert,
  closed_justified: Lock,
  other: KeyRound,
};

/** How one gets at the data: a sign and two words. */
export function NeedStatus({ status }: { status: AccessStatus }) {
  const Icon = STATUS_ICONS[status];
  return (
    <span className={`badge ${KINDS[status]}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.accessShort[status]}
    </span>
  );
}
