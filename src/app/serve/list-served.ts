import { DiceLensError } from '../../core/errors.ts';
import { LISTING_ADDRESS, type ServedListing } from '../../core/serve/served-listing.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';

/** Asks the server that the page comes from what it has; the panel that offers it is drawn from then on. */
export function listServed(app: App): Promise<void> {
  return act(app, async () => {
    const response = await fetch(new URL(LISTING_ADDRESS, document.baseURI)).catch(() => null);
    if (response?.status === 403) throw new DiceLensError('servedForbidden', undefined);
    const listing = response?.ok ? await response.json().catch(() => null) : null;
    if (!isListing(listing)) throw new DiceLensError('servedMissing', undefined);
    app.store.change({ served: listing });
  });
}

/** Any other server answers with a page, or with nothing. */
function isListing(value: unknown): value is ServedListing {
  return (
    typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'dicelens/served@1'
  );
}
