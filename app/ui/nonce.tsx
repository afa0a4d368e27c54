import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

/** The nonce of this answer while rendering on the server; undefined in the browser, which hides it. */
export const NonceProvider = NonceContext.Provider;
export const useNonce = () => useContext(NonceContext);
