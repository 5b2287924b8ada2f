// What runs within the page of the built app: each function is handed over as its text and must stand alone.

/** The parts of `dl-app` that are watched. */
interface Shell extends Element {
  readonly app: {
    readonly store: {
      readonly state: ShellState;
      listen(listener: (state: ShellState) => void): () => void;
    };
  };
}

interface ShellState {
  readonly opened: unknown;
  readonly planes: { readonly axial: { readonly image: unknown } | null };
  readonly pending: number;
  readonly errors: readonly { readonly error: unknown }[];
}

/** Milliseconds since navigation, or since the files were chosen. */
export interface Milestones {
  numbers: number;
  slices: number;
  rest: number;
  /** The longest task of the page's main thread in that time; 0 where none was above 50 ms. */
  longestTask: number;
}

declare global {
  interface Window {
    benchMilestones: Promise<Milestones>;
    benchInflate: () => Promise<number>;
  }
}

/** Before anything of the page runs: watches the first case open. */
export function watchFirstCase(): void {
  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  window.benchMilestones = new Promise((resolve) => {
    const found: Milestones = { numbers: 0, slices: 0, rest: 0, longestTask: 0 };
    const inserted = new MutationObserver(() => {
      const shell = document.querySelector('dl-app') as Shell | null;
      if (!shell?.app) return;
      inserted.disconnect();
      shell.app.store.listen(({ opened, planes, pending }) => {
        const now = performance.now();
        if (opened && !found.numbers) found.numbers = now;
        if (planes.axial && !found.slices) found.slices = now;
        if (!opened || pending > 0 || found.rest) return;
        found.rest = now;
        setTimeout(() => {
          found.longestTask = Math.max(0, ...tasks.map(({ duration }) => duration));
          resolve(found);
        }, 400);
      });
    });
    inserted.observe(document, { childList: true, subtree: true });
  });
}

/** Chooses files with "Open files", as a user does, and watches the case open. */
export async function openInPage(files: readonly { name: string; url: string }[]): Promise<Milestones> {
  const chosen = new DataTransfer();
  for (const { name, url } of files) {
    chosen.items.add(new File([await (await fetch(url)).arrayBuffer()], name));
  }
  const shell = document.querySelector('dl-app') as Shell;
  const input = shell.shadowRoot?.querySelector('input[type=file]') as HTMLInputElement;
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  await new Promise((resolve) => setTimeout(resolve, 100));

  const before = shell.app.store.state.opened;
  const found: Milestones = { numbers: 0, slices: 0, rest: 0, longestTask: 0 };
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const silence = shell.app.store.listen(({ opened, planes, pending, errors }) => {
      const passed = performance.now() - start;
      if (errors.length > 0) reject(new Error(`the page shows an error: ${String(errors[0].error)}`));
      if (opened !== before && !found.numbers) found.numbers = passed;
      if (found.numbers && planes.axial && !found.slices) found.slices = passed;
      if (!found.numbers || pending > 0) return;
      found.rest = passed;
      silence();
      resolve();
    });
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  found.longestTask = Math.max(0, ...tasks.map(({ duration }) => duration));
  return found;
}

/** Starts a worker that does nothing but inflate with fflate, given as its text, into buffers that are reused. */
export async function prepareInflating({
  fflate,
  files,
}: {
  fflate: string;
  files: readonly { url: string; start: number; end: number; size: number }[];
}): Promise<void> {
  const body = `
    let rooms;
    onmessage = ({ data: { parts, sizes } }) => {
      rooms ??= sizes.map((size) => new Uint8Array(size));
      const start = performance.now();
      parts.forEach((part, i) => fflate.inflateSync(part, { out: rooms[i] }));
      postMessage(performance.now() - start);
    };`;
  const script = new Blob([`${fflate};${body}`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  const parts = await Promise.all(
    files.map(async ({ url, start, end }) =>
      new Uint8Array(await (await fetch(url)).arrayBuffer()).slice(start, end),
    ),
  );
  const sizes = files.map(({ size }) => size);
  window.benchInflate = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ parts, sizes });
    });
}
