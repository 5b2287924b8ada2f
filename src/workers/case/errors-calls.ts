import { proxy, transfer, wrap } from 'comlink';
import { gzipSync } from 'fflate';
import { DiceLensError } from '../../core/errors.ts';
import { mapErrors } from '../../core/errors-of-case/error-map.ts';
import { cutPicture } from '../../core/errors-of-case/error-picture.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import { formatNifti } from '../../io/volumes/write-nifti.ts';
import { formatItkSnapLabels } from '../../io/volumes/write-label-tables.ts';
import { errorVolumesOf } from '../../tasks/cohort/case-errors.ts';
import { settle, unwrap } from '../outcome.ts';
import type { ErrorFinder, FoundErrors } from './errors.worker.ts';
import type { ErrorsSession } from './errors-session.ts';
import type { OpenVolumes } from './open-volumes.ts';

/** The calls of the navigator of errors, on whatever case is open. */
export function errorsSession(theOpen: () => { readonly volumes: OpenVolumes }): ErrorsSession {
  let found: (FoundErrors & { readonly of: OpenVolumes }) | null = null;
  let stop: (() => void) | null = null;
  const theFound = (): FoundErrors => (found?.of === theOpen().volumes ? found : { errors: [], members: [] });

  return {
    findErrors: (layerMm, progress) => {
      const { volumes } = theOpen();
      stop?.();
      const finding = findApart(volumes, layerMm, (doneBytes, totalBytes) =>
        progress({ file: volumes.result.name, doneBytes, totalBytes }),
      );
      ({ stop } = finding);
      return settle(
        finding.result.then((result) => {
          found = { ...result, of: volumes };
          return result.errors;
        }),
      );
    },
    stopFindingErrors: () => stop?.(),
    readErrorPictures: async ({ ranks, channel, window }) => {
      const { volumes } = theOpen();
      const { errors, members } = theFound();
      const image = channel === null ? undefined : volumes.images.get(channel);
      const geometry = sliceGeometry(volumes.volumes.reference.grid, 'axial');
      const maps = errorVolumesOf(mapsOf(volumes), volumes.result.scheme);
      const pictures = ranks
        .filter((rank) => rank < errors.length)
        .map((rank) =>
          cutPicture(maps, geometry, errors[rank].anchor, members[rank], image ? { image, window } : null),
        );
      const buffers = pictures.flatMap(({ pixels, grey }) => (grey ? [pixels, grey] : [pixels]));
      return transfer(
        pictures,
        buffers.map(({ buffer }) => buffer as ArrayBuffer),
      );
    },
    writeErrorMap: () =>
      settle(
        (async () => {
          const { grid } = theOpen().volumes.volumes.reference;
          const file = formatNifti(grid, mapErrors(grid.size, theFound().members));
          const packed = gzipSync(file, { level: 6 }) as Uint8Array<ArrayBuffer>;
          return transfer(packed, [packed.buffer]);
        })(),
      ),
    formatErrorTable: async (colours) => formatItkSnapLabels(colours),
  };
}

function mapsOf({ volumes, predicted, patterns, meaning }: OpenVolumes) {
  const { grid, codes: reference } = volumes.reference;
  return { grid, reference, predicted, patterns, meaning };
}

/** Finds the errors in a worker of their own, which is given copies of the maps and ends with the work. */
function findApart(
  open: OpenVolumes,
  layerMm: number,
  progress: (done: number, total: number) => void,
): { readonly result: Promise<FoundErrors>; readonly stop: () => void } {
  const worker = new Worker(new URL('./errors.worker.ts', import.meta.url), { type: 'module' });
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(new DOMException('Finding errors was stopped.', 'AbortError'));
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // else it ends the thread that holds the volumes too
      reject(new DiceLensError('measurerEnded', undefined));
    });
  });
  const asked = wrap<ErrorFinder>(worker).find(mapsOf(open), open.result.scheme, layerMm, proxy(progress));
  const result = Promise.race([asked, ended])
    .then(unwrap)
    .finally(() => worker.terminate());
  return { result, stop };
}
