import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** Which lines of the audit trail a page shows. */
export interface AuditAddress {
  readonly action?: string | undefined;
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  readonly person?: string | undefined;
  readonly day?: string | undefined;
  readonly page?: number;
}

const auditQuery = ({ action, kind, subject, person, day, page }: AuditAddress) =>
  query({ action, nature: kind, objet: subject, personne: person, jour: day, page });

/** Of assessment, committees and the audit trail; part of `programmePaths`. */
export const assessmentPaths = {
  assigned: () => '/instruction',
  assessment: (application: Titled) => `/candidatures/${segment(application)}/instruction`,
  announcedDecision: (application: Titled) => `/candidatures/${segment(application)}/decision`,
  committee: (call: Titled, order?: string) => `/comite/${segment(call)}${query({ tri: order })}`,
  committeeMinutes: (call: Titled, format: 'odt' | 'pdf') =>
    `/comite/${segment(call)}/proces-verbal/${format}`,
  administrationAudit: (asked: AuditAddress = {}) => `/administration/journal${auditQuery(asked)}`,
  administrationAuditCsv: (asked: AuditAddress = {}) => `/administration/journal.csv${auditQuery(asked)}`,
} as const;
