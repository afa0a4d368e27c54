import { createContext, useContext } from 'react';

const OpenCard = createContext<string | null>(null);

export const OpenCardProvider = OpenCard.Provider;

/** Id of the card whose panel is open. Apart from the rest of the board's world: it changes often and concerns few. */
export const useOpenCardId = () => useContext(OpenCard);
