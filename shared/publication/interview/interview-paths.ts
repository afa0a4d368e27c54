import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of published interviews, inside and outside. */
export const interviewPaths = {
  /** The page of a document that makes it a published interview. */
  interview: (document: Titled) => `/documents/${segment(document)}/entretien`,
  publicInterviews: (page = 1) => `/entretiens${query({ page: page > 1 ? page : undefined })}`,
  publicInterview: (address: string) => `/entretiens/${address}`,
} as const;
