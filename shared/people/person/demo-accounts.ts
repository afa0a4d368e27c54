/** Password of every account of the demonstration, public on purpose. */
export const DEMO_PASSWORD = 'demonstration-2023';

/** An account that the sign-in page of the demonstration offers, with the mark of its organisation. */
export interface DemoAccount {
  readonly email: string;
  readonly letters: string;
  readonly colour: number;
}

/** In the order of the sign-in page (outside contract). Their roles are worded in the catalogue. */
export const DEMO_ACCOUNTS = [
  { email: 'metier.a@demo.example', letters: 'VA', colour: 1 },
  { email: 'donnees.a@demo.example', letters: 'VA', colour: 1 },
  { email: 'metier.b@demo.example', letters: 'SA', colour: 2 },
  { email: 'donnees.b@demo.example', letters: 'SA', colour: 2 },
  { email: 'animation@demo.example', letters: 'OD', colour: 0 },
  { email: 'relecture@demo.example', letters: 'BT', colour: 0 },
  { email: 'conseil@demo.example', letters: 'CM', colour: 6 },
  { email: 'atd@demo.example', letters: 'AT', colour: 5 },
  { email: 'ville@demo.example', letters: 'CL', colour: 4 },
  { email: 'admin@demo.example', letters: 'AD', colour: 0 },
] as const satisfies readonly DemoAccount[];

export type DemoEmail = (typeof DEMO_ACCOUNTS)[number]['email'];
