/** Requests since load. */
export interface RequestCount {
  /** To the host that the page came from. */
  readonly own: number;
  /** To any other host. */
  readonly foreign: number;
}

/**
 * Counts one more request: to `origin` or to another host. Addresses that leave no machine (`blob:`, `data:`) are not
 * counted, nor is text that is no address.
 */
export function addRequest(count: RequestCount, address: string, origin: string): RequestCount {
  const [scheme, host] = /^([a-z]+):\/\/([^/?#]*)/i.exec(address)?.slice(1) ?? [];
  if (scheme === undefined || !/^(https?|wss?)$/i.test(scheme)) return count;
  const isOwn = `${scheme}://${host}`.toLowerCase() === origin.toLowerCase();
  return isOwn ? { ...count, own: count.own + 1 } : { ...count, foreign: count.foreign + 1 };
}
