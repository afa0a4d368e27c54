/** A commune that answers name, or that has a convention. */
export interface KnownMunicipality {
  readonly code: string;
  readonly name: string;
  readonly siren: string | null;
  readonly agreementId: string | null;
  readonly intermunicipalitySiren: string | null;
  /** The commune that it was merged into. */
  readonly replacedBy: { readonly code: string; readonly name: string } | null;
}

/** What checks of answers must know of the world; whoever calls loads it, so that the same checks run in the browser. */
export interface FormWorld {
  readonly municipalities: readonly KnownMunicipality[];
  readonly agreements: readonly {
    readonly id: string;
    readonly name: string;
    readonly isInProgramme: boolean;
  }[];
  readonly intermunicipalities: readonly { readonly siren: string; readonly name: string }[];
  /** Conventions for which another application of the season was already submitted. */
  readonly takenAgreementIds: readonly string[];
  /** A coordinator exempted the applicant from the rule of conventions. */
  readonly hasDerogation: boolean;
}
