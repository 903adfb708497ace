import { useCallback, useState } from "react";
import type { TrustedDocument } from "./query.ts";
import { useQuery } from "./useQuery.ts";

/** A query that is asked again when the revision goes up, and when the reader has changed something. */
export function useReread<R, V>(document: TrustedDocument<R, V>, given: V, revision: string | number) {
  const [asked, setAsked] = useState(0);
  const [remote, retry] = useQuery(document, given, `${revision} ${asked}`);
  const reread = useCallback(() => setAsked((count) => count + 1), []);
  return [remote, retry, reread] as const;
}
