/** How much the adversaries do in one round. */
export interface Strength {
  readonly documents: number;
  readonly elements: number;
  readonly updates: number;
  readonly comparisons: number;
  readonly files: number;
  readonly pages: number;
  readonly images: number;
  readonly checks: number;
  readonly lines: number;
  readonly idle: number;
  readonly bodies: number;
}

/** What was found to stop others, each as it was found. */
export const FULL: Strength = {
  documents: 12,
  elements: 250_000,
  updates: 40,
  comparisons: 80,
  files: 41,
  pages: 150,
  images: 6,
  checks: 6,
  lines: 300_000,
  idle: 1_100,
  bodies: 40,
};
