import * as Y from 'yjs';
import { writeField } from '../card/card-doc.ts';
import { byOrder, lineUp, type Ordered, readOrder } from '../order.ts';
import { fitLine, type Line } from '../text.ts';
import { FIELD_KINDS, type Field, type FieldKind, type FieldOption, type FieldValue } from './field.ts';
import { readDay } from './stored-value.ts';

/*
 * A field of a board in the document: a Y.Map in the root map `fields`, under its id.
 *
 *   name, kind, order   string; the kind is written once
 *   face                true, or absent
 *   removed             true, or absent: a field is never deleted, so that what cards hold in it comes back with it
 *   option:<id>         Y.Map { name, order, removed }   one value of a choice, under an id that is new each time
 *
 * What a card holds in it stands in the card, under `field:<id>`, see card-doc.ts.
 */
const FIELD = { name: 'name', kind: 'kind', order: 'order', face: 'face', removed: 'removed' } as const;
const OPTION = { name: 'name', order: 'order', removed: 'removed' } as const;
const OPTION_PREFIX = 'option:';

/** A field as it is stored, to be put into the map of fields. */
export function newField(name: Line, kind: FieldKind, order: string): Y.Map<unknown> {
  return new Y.Map<unknown>([
    [FIELD.name, name],
    [FIELD.kind, kind],
    [FIELD.order, order],
  ]);
}

/** Writes what changes of a field; what is absent stays. */
export function writeFieldSettings(
  map: Y.Map<unknown>,
  {
    name,
    order,
    onFace,
    removed,
  }: {
    readonly name?: Line;
    readonly order?: string;
    readonly onFace?: boolean;
    readonly removed?: boolean;
  },
): void {
  if (name !== undefined) writeField(map, FIELD.name, name);
  if (order !== undefined) writeField(map, FIELD.order, order);
  if (onFace !== undefined) writeField(map, FIELD.face, onFace || null);
  if (removed !== undefined) writeField(map, FIELD.removed, removed || null);
}

/** One option of a field, or null when the field has none by this id. */
export function findOption(field: Y.Map<unknown>, optionId: string): Y.Map<unknown> | null {
  const option = field.get(OPTION_PREFIX + optionId);
  return option instanceof Y.Map ? option : null;
}

/** Puts a new option into a field. */
export function putOption(field: Y.Map<unknown>, optionId: string, name: Line, order: string): void {
  const entries: [string, string][] = [
    [OPTION.name, name],
    [OPTION.order, order],
  ];
  field.set(OPTION_PREFIX + optionId, new Y.Map(entries));
}

/** Puts a field into those of a board with all its options, names cut where they are too long. */
export function putField(
  fields: Y.Map<unknown>,
  { id, name, kind, onFace, options, removedOptions }: Field,
  { order, removed }: { readonly order: string; readonly removed: boolean },
): void {
  const field = newField(fitLine(name), kind, order);
  fields.set(id, field);
  writeFieldSettings(field, { onFace, removed });
  for (const [option, rank] of lineUp([...options, ...removedOptions]))
    putOption(field, option.id, fitLine(option.name), rank);
  for (const { id: optionId } of removedOptions) {
    const option = findOption(field, optionId);
    if (option) writeOption(option, { removed: true });
  }
}

/** Writes what changes of an option; what is absent stays. */
export function writeOption(
  option: Y.Map<unknown>,
  { name, order, removed }: { readonly name?: Line; readonly order?: string; readonly removed?: boolean },
): void {
  if (name !== undefined) writeField(option, OPTION.name, name);
  if (order !== undefined) writeField(option, OPTION.order, order);
  if (removed !== undefined) writeField(option, OPTION.removed, removed || null);
}

/** A field with its key among the others and those of its options. */
export interface StoredField extends Field, Ordered {
  readonly isRemoved: boolean;
  readonly options: readonly StoredOption[];
  readonly removedOptions: readonly StoredOption[];
}

type StoredOption = FieldOption & Ordered;

/** What a stored field says; null for a kind that this version does not know. Total. */
export function readField(id: string, map: Y.Map<unknown>): StoredField | null {
  const kind = FIELD_KINDS.find((known) => known === map.get(FIELD.kind));
  if (!kind) return null;
  const options = kind === 'choice' ? readOptions(map) : [];
  return {
    id,
    name: nameIn(map),
    kind,
    order: readOrder(map.get(FIELD.order)),
    onFace: map.get(FIELD.face) === true,
    isRemoved: map.get(FIELD.removed) === true,
    options: options.filter(({ isRemoved }) => !isRemoved),
    removedOptions: options.filter(({ isRemoved }) => isRemoved),
  };
}

function readOptions(field: Y.Map<unknown>): (StoredOption & { readonly isRemoved: boolean })[] {
  const options: (StoredOption & { isRemoved: boolean })[] = [];
  field.forEach((option, key) => {
    if (!key.startsWith(OPTION_PREFIX) || !(option instanceof Y.Map)) return;
    options.push({
      id: key.slice(OPTION_PREFIX.length),
      name: nameIn(option),
      order: readOrder(option.get(OPTION.order)),
      isRemoved: option.get(OPTION.removed) === true,
    });
  });
  return options.sort(byOrder);
}

function nameIn(map: Y.Map<unknown>): string {
  const name = map.get(FIELD.name);
  return typeof name === 'string' ? name : '';
}

/** A field as people see it, without the keys that order it. */
export function shownField({ id, name, kind, onFace, ...field }: StoredField): Field {
  const bare = (options: readonly StoredOption[]) => options.map(({ id, name }) => ({ id, name }));
  return {
    id,
    name,
    kind,
    onFace,
    options: bare(field.options),
    removedOptions: bare(field.removedOptions),
  };
}

/**
 * [B42] What a card holds in a field, or null when that does not read as this kind: another type, a day that does not
 * exist, an option that the board no longer shows. Total.
 */
export function readFieldValue({ kind, options }: Field, value: unknown): FieldValue | null {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value === '') return null;
  if (kind === 'date') return readDay(value);
  if (kind === 'choice') return options.some(({ id }) => id === value) ? value : null;
  return value;
}
