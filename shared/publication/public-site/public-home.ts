import type { CallLaureates } from '../../programme/call/laureate.ts';
import type { SheetFacts } from '../sheet/sheet-facts.ts';
import type { SheetPhoto } from '../sheet/sheet-photo.ts';

/** What the public home tells as news, by kind. */
export type NewsKind = 'call' | 'sheet' | 'interview' | 'dossier' | 'guide' | 'synthesis' | 'bulletin';

/** [PS10] What the public home shows; what there is none of is null or empty. */
export interface PublicHome {
  /** The open call that closes first, or else the one that opens first. */
  readonly call: {
    readonly id: string;
    readonly title: string;
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly part: 'open' | 'coming';
    /** Until it closes, on the calendar of Paris. */
    readonly daysLeft: number;
    /** How many more there are of its part. */
    readonly others: number;
  } | null;
  readonly sheets: readonly {
    readonly address: string;
    readonly title: string;
    readonly hook: string;
    readonly facts: SheetFacts;
    readonly photo: SheetPhoto | null;
  }[];
  readonly sheetCount: number;
  readonly laureates: {
    readonly call: { readonly id: string; readonly title: string };
    readonly laureates: CallLaureates;
  } | null;
  readonly guides: readonly {
    readonly address: string;
    readonly title: string;
    readonly writers: readonly string[];
    readonly publishedAt: Date;
  }[];
  readonly guideCount: number;
  readonly synthesis: {
    readonly season: { readonly number: number; readonly name: string };
    readonly publishedAt: Date;
    readonly chapters: readonly string[];
  } | null;
  readonly figures: {
    readonly season: string | null;
    readonly experiments: number;
    readonly cities: number;
    readonly sheets: number;
    readonly repeating: number;
  };
  readonly coming: readonly {
    readonly address: string;
    readonly title: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly place: string;
  }[];
  readonly news: readonly {
    readonly kind: NewsKind;
    readonly title: string;
    readonly at: Date;
    readonly href: string;
  }[];
}
