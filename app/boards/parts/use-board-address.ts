import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/**
 * What the board's address says beside the board and its card, and a way to change it. A change takes the place of the
 * address before: « back » leaves the board, it does not go through every sort and every month.
 */
export function useBoardAddress(): {
  readonly params: URLSearchParams;
  readonly change: (next: URLSearchParams) => void;
} {
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const change = useCallback(
    (next: URLSearchParams) =>
      void navigate({ pathname, search: next.toString() }, { replace: true, preventScrollReset: true }),
    [navigate, pathname],
  );
  return { params, change };
}
