/** Slices a second of a film. */
const RATE = 12;

/** What kind of WebM this browser records; null for none. */
export function filmType(): string | null {
  const types = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
  if (typeof MediaRecorder === 'undefined') return null;
  return types.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/**
 * Records pictures as a WebM, twelve a second in real time. `draw` gives the picture of a step, null to end there;
 * all pictures take the size of the first.
 */
export async function recordFilm(
  type: string,
  steps: number,
  draw: (step: number) => Promise<HTMLCanvasElement | null>,
): Promise<Blob | null> {
  const first = await draw(0);
  if (!first) return null;
  const canvas = document.createElement('canvas');
  canvas.width = first.width;
  canvas.height = first.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  context.drawImage(first, 0, 0);
  const recorder = new MediaRecorder(canvas.captureStream(RATE), { mimeType: type, videoBitsPerSecond: 8e6 });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
  recorder.start();
  for (let step = 1; step < steps; step++) {
    await new Promise((resolve) => setTimeout(resolve, 1000 / RATE));
    const picture = await draw(step);
    if (!picture) break;
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000 / RATE)); // the last one too lasts its time
  recorder.stop();
  await ended;
  return new Blob(parts, { type: 'video/webm' });
}
