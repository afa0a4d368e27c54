/** Who asks where it does not matter who does. */
export const ANYBODY = { by: { server: 'tests' } } as const;
