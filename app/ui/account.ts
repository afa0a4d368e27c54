import { createContext, useContext } from 'react';

const Account = createContext<string | null>(null);

/** Around every page of the workspace: whose it is. */
export const OfAccount = Account.Provider;

/** The account whose page this is. Throws outside the workspace. */
export function useAccount(): string {
  const account = useContext(Account);
  if (account === null) throw new Error('this page is of nobody');
  return account;
}
