import { inFrench } from '../../kernel/text/order.ts';
import type {
  AccessReason,
  AccessStatus,
  Frequency,
  Licence,
  ProducerKind,
} from '../../library/dataset/dataset.ts';
import type { Importance } from '../../library/need/data-need.ts';
import type { ThemeKey } from '../../people/group/theme.ts';
import type { DataUse, ServiceKind, SizeClass } from './use-case-sheet.ts';

/** A place of the web where open data can be had. */
export interface SheetLink {
  readonly name: string;
  /** http or https. */
  readonly url: string;
  readonly format: string;
}

/** A commune of a sheet, as the register of territories has it. */
export interface SheetPlace {
  /** Of Insee. */
  readonly code: string;
  readonly name: string;
  readonly department: { readonly code: string; readonly name: string };
}

/** Data that a use case needs, as the public reads it: no contact, no note, no id. */
export interface SheetNeed {
  readonly name: string;
  readonly importance: Importance;
  readonly producerKind: ProducerKind;
  readonly producerName: string;
  readonly status: AccessStatus;
  readonly reason: AccessReason | null;
  readonly schemaName: string;
  readonly frequency: Frequency;
  readonly licence: Licence;
  /** Where the data set that answers it is open; absent from what was frozen before links were told. */
  readonly links?: readonly SheetLink[];
}

/** [US4] What the programme's data say of a sheet: read from its experiments, frozen with what is published. */
export interface SheetFacts {
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  /** The one that leads first. */
  readonly cities: readonly string[];
  /** Those of them that are communes of the register; absent from what was frozen before places were told. */
  readonly places?: readonly SheetPlace[];
  readonly size: SizeClass | null;
  readonly serviceKind: ServiceKind | null;
  readonly uses: readonly DataUse[];
  readonly needs: readonly SheetNeed[];
  /** Days of agents, whole euros beside them. */
  readonly effort: { readonly days: number; readonly cost: number };
  /** First and last day of the experiments, ISO; null where none is set. */
  readonly period: { readonly startsOn: string | null; readonly endsOn: string | null };
}

/** [US4] The needs of several experiments: each data set once, as the most demanding says it, the essential ones first. */
export function mergeNeeds(needs: readonly SheetNeed[]): SheetNeed[] {
  const merged = new Map<string, SheetNeed>();
  for (const need of needs) {
    const known = merged.get(need.name);
    if (!known || (known.importance === 'useful' && need.importance === 'essential'))
      merged.set(need.name, need);
  }
  return [...merged.values()].sort(
    (a, b) => a.importance.localeCompare(b.importance) || inFrench(a.name, b.name),
  );
}
