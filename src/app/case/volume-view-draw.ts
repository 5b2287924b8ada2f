import type { SurfaceGrid } from '../../core/volume/smooth-surface.ts';
import { orientationOf } from '../../core/volume/orientation.ts';
import type { OpenedCase } from '../../workers/case/case-session.ts';
import { VolumeViewWorker } from '../../workers/case/volume-view-worker.ts';
import type {
  PictureWish,
  SurfaceWish,
  VolumePicture,
  VoxelSeen,
} from '../../workers/case/volume-view-session.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';

export type { PictureWish, SurfaceWish, VolumePicture, VoxelSeen };

/** What is ready to be looked at. */
export interface DrawnVolume {
  /** Null until it is read, and where there is no voxel of it. */
  readonly grid: SurfaceGrid | null;
  readonly isCoarse: boolean;
  readonly isRead: boolean;
  readonly picture: VolumePicture | null;
}

/** A view of these many screen pixels, `ratio` device pixels each. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** How the view is wished. */
export interface ViewWish extends Omit<PictureWish, 'size'> {
  readonly view: ViewSize;
}

const NOTHING: DrawnVolume = { grid: null, isCoarse: false, isRead: false, picture: null };
/** Time that a picture may take while the view is moved, and when it stands still. */
const [MOVING_MS, STILL_MS] = [45, 2500];
/** Rays across a pixel of a picture that stands still: edges are smooth. */
const STILL_SAMPLES = 2;
/** A view that has not moved for so long stands still. */
const REST_MS = 140;
/** Of what a picture takes whatever its size. */
const OVERHEAD_MS = 6;
const LEAST_SCALE = 0.25;
/** A guess until the first picture has been drawn. */
const FIRST_MS_PER_RAY = 0.0004;

/**
 * Draws one 3D view: the latest wish only, coarser while it moves as far as its machine is slow. To be closed.
 * What is new is told to `changed`.
 */
export class VolumeViewDrawing {
  readonly #worker = new VolumeViewWorker();
  #drawn = NOTHING;
  #read = '';
  #of: OpenedCase | null = null;
  #wish: ViewWish | null = null;
  #isDrawing = false;
  #isAskedAgain = false;
  #rest = 0;
  #endMove: (() => void) | null = null;
  #msPerRay = FIRST_MS_PER_RAY;
  #last: PictureWish | null = null;
  #isClosed = false;
  /** A worker that is closed never answers: whoever waits for it is let go by this. */
  readonly #closed = Promise.withResolvers<null>();

  constructor(
    readonly app: App,
    readonly changed: (drawn: DrawnVolume) => void,
  ) {}

  /** Reads the surface of a case, once until another is wished. */
  show(opened: OpenedCase, wish: SurfaceWish): void {
    const key = JSON.stringify(wish);
    if (this.#of === opened && this.#read === key) return;
    [this.#of, this.#read] = [opened, key];
    void act(this.app, async () => {
      const surface = await this.app.session.readSurface(wish);
      if (this.#isClosed || this.#of !== opened || this.#read !== key) return;
      const drawn = { ...NOTHING, isRead: true };
      this.#drawn = surface
        ? {
            ...drawn,
            grid: { ...surface, words: undefined } as SurfaceGrid,
            isCoarse: surface.isCoarse,
            picture: this.#drawn.picture,
          }
        : drawn;
      const orientation = orientationOf(opened.result.grid.affine);
      const held = this.#worker.session.holdSurface(surface, orientation, this.app.store.state.engine);
      await Promise.race([held, this.#worker.ended, this.#closed.promise]);
      if (this.#isClosed) return;
      this.changed(this.#drawn);
      await this.#drawStill();
    });
  }

  /** Draws the view so; while it moves coarsely at first. */
  draw(wish: ViewWish, isMoving: boolean): void {
    this.#wish = wish;
    if (!this.#drawn.grid) return;
    clearTimeout(this.#rest);
    if (!isMoving) {
      if (this.#endMove) this.#endMove();
      else void act(this.app, () => this.#drawStill());
      return;
    }
    this.#endMove ??= this.#beBusy();
    this.#rest = window.setTimeout(() => this.#endMove?.(), REST_MS);
    void this.#drawMoving();
  }

  /** What is under a place of the view, in its pixels. */
  async findVoxel(x: number, y: number): Promise<VoxelSeen | null> {
    if (!this.#last || !this.#wish) return null;
    const { size } = this.#last;
    const { view } = this.#wish;
    const pixel = [
      Math.floor((x / view.width) * size.width),
      Math.floor((y / view.height) * size.height),
    ] as const;
    const found = this.#worker.session.findVoxel(this.#last, pixel);
    return Promise.race([found, this.#worker.ended, this.#closed.promise]);
  }

  close(): void {
    this.#isClosed = true;
    this.#closed.resolve(null);
    clearTimeout(this.#rest);
    this.#endMove?.();
    this.#worker.close();
  }

  /** The page is busy until a view that moves stands still and is drawn; to be told by the result. */
  #beBusy(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    void act(this.app, async () => {
      await promise;
      await this.#drawStill();
    });
    return () => {
      this.#endMove = null;
      resolve();
    };
  }

  async #drawMoving(): Promise<void> {
    this.#isAskedAgain = true;
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    try {
      while (this.#isAskedAgain) {
        this.#isAskedAgain = false;
        await this.#drawWithin(MOVING_MS, 1);
      }
    } catch (error) {
      void act(this.app, () => Promise.reject(error as Error));
    } finally {
      this.#isDrawing = false;
    }
  }

  async #drawStill(): Promise<void> {
    clearTimeout(this.#rest);
    await this.#drawWithin(STILL_MS, STILL_SAMPLES);
  }

  /** Draws with as many rays as that time allows. */
  async #drawWithin(milliseconds: number, samples: number): Promise<void> {
    const wish = this.#wish;
    if (this.#isClosed || !wish || wish.view.width < 1 || wish.view.height < 1) return;
    const { width, height, ratio } = wish.view;
    const rays = milliseconds / this.#msPerRay;
    const fits = (across: number) => width * height * ratio ** 2 * across ** 2 <= rays;
    const across = fits(samples) ? samples : 1;
    const least = samples === STILL_SAMPLES ? 1 : LEAST_SCALE; // what stands still is drawn in full, however long
    const scale = Math.min(1, Math.max(least, Math.sqrt(rays / (width * height * ratio ** 2))));
    const size = {
      width: Math.max(1, Math.round(width * ratio * scale)),
      height: Math.max(1, Math.round(height * ratio * scale)),
      samples: across,
    };
    const asked: PictureWish = { camera: wish.camera, clip: wish.clip, size };
    const drawing = this.#worker.session.draw(asked);
    const picture = await Promise.race([drawing, this.#worker.ended, this.#closed.promise]);
    if (this.#isClosed || !picture) return;
    const spent = Math.max(0.5, picture.milliseconds - OVERHEAD_MS);
    this.#msPerRay = spent / (size.width * size.height * across ** 2);
    if (this.#wish?.camera !== wish.camera && samples === STILL_SAMPLES) return; // moved on meanwhile
    this.#last = asked;
    this.#drawn = { ...this.#drawn, picture };
    this.changed(this.#drawn);
  }
}
