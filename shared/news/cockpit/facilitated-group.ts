/** A group as whoever facilitates it looks after it. */
export interface FacilitatedGroup {
  readonly id: string;
  readonly name: string;
  readonly cities: number;
  /** When it meets next; null when nothing is planned. */
  readonly nextAt: Date | null;
  /** Open cards past their day. */
  readonly late: number;
  /** Names of the cities that nobody heard for weeks. */
  readonly silent: readonly string[];
}
