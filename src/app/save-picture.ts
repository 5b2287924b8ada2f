import { saveFile } from './save-file.ts';

/** Two pixels a CSS pixel, for slides and papers. */
const SCALE = 2;

/** Saves an SVG document as a PNG of twice its size. */
export async function savePicture(name: string, svg: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width * SCALE, image.height * SCALE);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    saveFile(name, await canvas.convertToBlob({ type: 'image/png' }), 'image/png');
  } finally {
    URL.revokeObjectURL(url);
  }
}
