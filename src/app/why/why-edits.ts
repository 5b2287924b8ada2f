import { accountLabels } from '../../core/account/account-labels.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { measureAll } from './why-measure.ts';
import type { Edits } from './why-state.ts';
import { changeWhy, findPieces, refreshWhy } from './why-view.ts';

/** A moment after the last change the distances follow, which take longer than a frame. */
const SETTLE_MS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let counting: Promise<void> | null = null;
let countAgain = false;

/** Changes the label map by these edits, from the map as it was evaluated; every table follows, the latest wish only. */
export async function setEdits(app: App, edits: Edits): Promise<void> {
  changeWhy(app, { edits });
  if (counting) countAgain = true;
  else counting = act(app, () => countLatest(app));
  await counting;
}

async function countLatest(app: App): Promise<void> {
  try {
    do {
      countAgain = false;
      await countEdits(app);
    } while (countAgain);
  } finally {
    counting = null;
  }
  clearTimeout(timer);
  timer = setTimeout(() => void measureAll(app), SETTLE_MS);
}

async function countEdits(app: App): Promise<void> {
  const { store, session } = app;
  const { why: wished } = store.state;
  if (!wished || wished.edits === wished.shown.edits) return;
  const { edits, of } = wished;
  const { result, meaning } = unwrap(await session.countEdits(edits));
  const { why: now } = store.state;
  if (now?.of !== of) return;
  changeWhy(app, {
    shown: { edits, result, meaning, account: accountLabels(result) },
    measures: new Map(),
    measuring: null,
    raw: false,
    lesions: now.lesions && { ...now.lesions, measured: null, chosen: -1 },
  });
  await Promise.all([refreshWhy(app), findPieces(app)]);
}
