/** Somebody present in a room, as the server stamps them on their awareness. */
export interface PersonHere {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  /** 0 to 6, the colour of their city's marks. */
  readonly colour: number;
}

const COLOURS = 7;

/** The person of an awareness state, or null. Total: takes whatever stands there. */
export function readPerson(state: unknown): PersonHere | null {
  const user = field(state, 'user');
  const id = field(user, 'id');
  const name = field(user, 'name');
  const organisation = field(user, 'organisation');
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  const colour = Number(field(user, 'colour'));
  return {
    id,
    name,
    organisation: typeof organisation === 'string' && organisation !== '' ? organisation : null,
    colour: Number.isInteger(colour) && colour >= 0 && colour < COLOURS ? colour : 0,
  };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}
