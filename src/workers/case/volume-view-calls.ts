import { transfer } from 'comlink';
import { classPairs } from '../../core/volume/smooth-classes.ts';
import { smoothSurface } from '../../core/volume/smooth-surface.ts';
import type { OpenVolumes } from './open-volumes.ts';
import type { SurfaceSession } from './volume-view-session.ts';

/** The calls of the 3D view, on whatever case is open. */
export function surfaceSession(theOpen: () => { readonly volumes: OpenVolumes }): SurfaceSession {
  return {
    readSurface: ({ structure, of }) => {
      const { meaning, predicted, volumes } = theOpen().volumes;
      const { codes, grid } = volumes.reference;
      const hasPrediction = predicted.length > 0;
      const pairs = hasPrediction
        ? classPairs(structure, of, meaning)
        : classPairs(structure, of, { ...meaning, predicted: [0] });
      const surface = smoothSurface(
        { reference: codes, predicted: hasPrediction ? predicted : null, ...pairs },
        grid,
      );
      return surface && transfer(surface, [surface.words.buffer]);
    },
  };
}
