import { segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of published interviews, inside and outside. */
export const interviewPaths = {
  /** The page of a document that makes it a published interview. */
  interview: (document: Titled) => `/documents/${segment(document)}/entretien`,
  publicInterviews: () => '/entretiens',
  publicInterview: (address: string) => `/entretiens/${address}`,
} as const;
