import { dateReader } from './cell-dates.ts';
import type { FieldType, SchemaField } from './table-schema.ts';

/** What a cell is worth, so that two can be compared; null when it is not of its type. */
type CellReader = (text: string) => number | string | null;

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const DURATION =
  /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const EMAIL = /^[^\s@"<>]{1,64}@[^\s@"<>]{1,255}\.[^\s@"<>.]{2,63}$/;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

const matching =
  (pattern: RegExp): CellReader =>
  (text) =>
    pattern.test(text) ? text : null;

function stringReader({ format }: SchemaField): CellReader {
  if (format === 'email') return matching(EMAIL);
  if (format === 'uuid') return matching(UUID);
  if (format === 'binary') return matching(BASE64);
  if (format === 'uri')
    return (text) => (/^[a-z][a-z\d+.-]*:\S+$/i.test(text) && URL.canParse(text) ? text : null);
  return (text) => text;
}

function numberReader({ type, decimalChar = '.', groupChar, bareNumber = true }: SchemaField): CellReader {
  const pattern = type === 'integer' ? INTEGER : NUMBER;
  return (given) => {
    let text = given;
    if (!bareNumber) text = text.replace(/^[^\d+.-]+|[^\d.]+$/g, '');
    if (groupChar) text = text.replaceAll(groupChar, '');
    if (decimalChar !== '.' && type === 'number') text = text.replace(decimalChar, '.');
    if (type === 'number' && /^(?:NaN|-?INF)$/.test(text))
      return text === 'NaN' ? text : Number(text.replace('INF', 'Infinity'));
    return pattern.test(text) ? Number(text) : null;
  };
}

function booleanReader({ trueValues, falseValues }: SchemaField): CellReader {
  const truths = new Set(trueValues ?? ['true', 'True', 'TRUE', '1']);
  const lies = new Set(falseValues ?? ['false', 'False', 'FALSE', '0']);
  return (text) => (truths.has(text) ? 'true' : lies.has(text) ? 'false' : null);
}

function isPoint(longitude: unknown, latitude: unknown): boolean {
  const numbers = [longitude, latitude].map((given) =>
    typeof given === 'number'
      ? given
      : typeof given === 'string' && NUMBER.test(given.trim())
        ? Number(given)
        : Number.NaN,
  );
  const [lon = Number.NaN, lat = Number.NaN] = numbers;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function geopointReader({ format }: SchemaField): CellReader {
  return (text) => {
    if (format === 'default') {
      const parts = text.split(',');
      return parts.length === 2 && isPoint(parts[0], parts[1]) ? text : null;
    }
    const value = jsonOf(text);
    const point = Array.isArray(value)
      ? value
      : [(value as { lon?: unknown } | null)?.lon, (value as { lat?: unknown } | null)?.lat];
    return point.length === 2 && isPoint(point[0], point[1]) ? text : null;
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const READERS: Readonly<Record<FieldType, (field: SchemaField) => CellReader>> = {
  string: stringReader,
  number: numberReader,
  integer: numberReader,
  boolean: booleanReader,
  date: ({ format }) => dateReader('date', format),
  datetime: ({ format }) => dateReader('datetime', format),
  time: ({ format }) => dateReader('time', format),
  year: () => (text) => (/^-?\d{4}$/.test(text) ? Number(text) : null),
  yearmonth: () => matching(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  duration: () => matching(DURATION),
  geopoint: geopointReader,
  geojson: () => (text) => {
    const value = jsonOf(text);
    return isObject(value) && typeof (value as { type?: unknown }).type === 'string' ? text : null;
  },
  object: () => (text) => (isObject(jsonOf(text)) ? text : null),
  array: () => (text) => (Array.isArray(jsonOf(text)) ? text : null),
  any: () => (text) => text,
};

/** [DS7] How cells of this field are read. A type that Table Schema does not have is read as any. */
export function cellReader(field: SchemaField): CellReader {
  return (READERS[field.type as FieldType] ?? READERS.any)(field);
}
