/** More would leave too few of the six connections that a browser opens to one site over HTTP/1.1. */
const MANY = 3;
const NAME = 'cordee:line';

/** Counts a line over HTTP among those of all tabs of this browser, until the returned function is called. */
export function holdLine(): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Locks need a secure page; without them nothing is counted.
  navigator.locks?.request(NAME, { mode: 'shared' }, () => released).catch(() => undefined);
  return release;
}

/** Does this tab, which nobody looks at, hold a connection that another may need? Where none are counted it may be so. */
export async function shouldLetGo(): Promise<boolean> {
  if (typeof document === 'undefined' || !document.hidden) return false;
  const { held } = (await navigator.locks?.query()) ?? {};
  return !held || held.filter(({ name }) => name === NAME).length > MANY;
}
