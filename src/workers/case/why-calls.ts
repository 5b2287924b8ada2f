import { transfer } from 'comlink';
import { clampVoxel } from '../../core/volume/slice.ts';
import type { OpenVolumes } from './open-volumes.ts';
import { settle } from '../outcome.ts';
import { WhyLaboratory } from './why-laboratory.ts';
import type { WhySession } from './why-session.ts';

/** The calls of the page that explains the drop, on whatever case is open. */
export function whySession(theOpen: () => { readonly volumes: OpenVolumes }): WhySession {
  let last: WhyLaboratory | null = null;
  const laboratory = () => {
    const { volumes } = theOpen();
    if (last?.open !== volumes) {
      last?.stop(); // its volumes are open no longer
      last = new WhyLaboratory(volumes);
    }
    return last;
  };

  return {
    findWhyContent: async () => laboratory().findContent(),
    countEdits: (edits) => {
      const own = laboratory();
      return settle(own.at(edits).then(({ numbers }) => numbers));
    },
    viewWhy: async (edits, slices) => {
      const own = laboratory();
      const outcome = await settle(
        own.at(edits).then((map) => {
          const voxel = clampVoxel(slices.voxel, own.open.volumes.reference.grid.size);
          return {
            plane: own.readPlane(map, { ...slices, voxel }),
            readout: own.readVoxel(map, voxel, slices.channel),
          };
        }),
      );
      if (!('value' in outcome)) return outcome;
      const { image, reference, predicted, pattern } = outcome.value.plane;
      const arrays = [image?.stored, reference, predicted, pattern];
      const buffers = new Set(arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])));
      return transfer(outcome, [...buffers]);
    },
    readWhyVoxel: (edits, voxel, channel) => {
      const own = laboratory();
      return settle(own.at(edits).then((map) => own.readVoxel(map, voxel, channel)));
    },
    findWhyPieces: (edits, voxels) => {
      const own = laboratory();
      return settle(own.at(edits).then((map) => own.findPieces(map, voxels)));
    },
    measureStructure: (edits, structure, tolerancesMm) => {
      const own = laboratory();
      return settle(own.at(edits).then((map) => own.measure(map, structure, tolerancesMm)));
    },
    measureLesions: (edits, structure, wishes) => {
      const own = laboratory();
      return settle(own.at(edits).then((map) => own.measureLesions(map, structure, wishes)));
    },
    stopMeasuring: () => last?.stop(),
  };
}
