const collator = new Intl.Collator('fr', { numeric: true });

/** [W3] The order of names in French: accents and case count last, figures by their value (« Lot 9 » before « Lot 10 »). */
export const inFrench: (one: string, other: string) => number = collator.compare;
