import { pictureWords } from '../../core/messages/pictures.ts';
import { say } from '../../core/messages/say.ts';
import { spoken } from '../controls/dl-element.ts';
import { rulerMm } from '../controls/plane-fit.ts';
import { DlSlice } from '../viewer/dl-slice.ts';
import type { LegendLine } from './legend-lines.ts';

const GROUND = '#3a4148';

/** Every slice that the viewer shows, of a lightbox too. */
export function slicesIn(root: Element | ShadowRoot): DlSlice[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element instanceof DlSlice) return element.checkVisibility() ? [element] : [];
    return element.shadowRoot ? slicesIn(element.shadowRoot) : [];
  });
}

/**
 * The viewer as it stands, every slice drawn anew `scale` times as fine as on screen, with titles, a scale bar and the
 * legend; sizes are those of the viewer on screen times `scale`. Null where it shows no slice.
 */
export function pictureOfViewer(
  viewer: HTMLElement,
  scale: number,
  legend: readonly LegendLine[],
): HTMLCanvasElement | null {
  const box = viewer.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round(box.height * scale);
  const context = canvas.getContext('2d', { alpha: false });
  const root = viewer.shadowRoot;
  if (!context || !root) return null;
  context.fillStyle = GROUND;
  context.fillRect(0, 0, canvas.width, canvas.height);
  let hasLegend = false;
  let drawn = 0;
  for (const slice of slicesIn(root)) {
    const picture = slice.picture(scale);
    if (!picture) continue;
    drawn++;
    const place = slice.getBoundingClientRect();
    const [left, top] = [(place.left - box.left) * scale, (place.top - box.top) * scale];
    context.save();
    context.translate(Math.round(left), Math.round(top));
    context.drawImage(picture.canvas, 0, 0);
    context.scale(scale, scale);
    drawTitle(context, picture.title);
    if (picture.large || !hasLegend) {
      drawRuler(context, picture.pixelsPerMm / scale, place);
      if (!hasLegend) drawLegend(context, legend, place.height);
      hasLegend = true;
    }
    context.restore();
  }
  return drawn > 0 ? canvas : null;
}

function drawTitle(context: CanvasRenderingContext2D, title: string): void {
  context.font = '600 12px Inter, system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const { width } = context.measureText(title);
  context.fillStyle = 'rgb(15 17 19 / 68%)';
  context.fillRect(4, 4, width + 12, 20);
  context.fillStyle = '#fff';
  context.fillText(title, 10, 14);
}

function drawRuler(context: CanvasRenderingContext2D, perMm: number, place: DOMRect): void {
  const mm = rulerMm(perMm, Math.min(90, place.width / 6));
  const [right, bottom] = [place.width - 12, place.height - 24];
  context.strokeStyle = '#fff';
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(right - mm * perMm, bottom - 5);
  context.lineTo(right - mm * perMm, bottom);
  context.lineTo(right, bottom);
  context.lineTo(right, bottom - 5);
  context.stroke();
  context.fillStyle = '#fff';
  context.font = '400 12px Inter, system-ui, sans-serif';
  context.textAlign = 'center';
  context.fillText(say(pictureWords.mm, spoken(), { mm }), right - (mm * perMm) / 2, bottom + 11);
}

function drawLegend(context: CanvasRenderingContext2D, legend: readonly LegendLine[], height: number): void {
  if (legend.length === 0) return;
  context.font = '400 12px Inter, system-ui, sans-serif';
  context.textAlign = 'left';
  const width = Math.max(...legend.map(({ text }) => context.measureText(text).width)) + 34;
  const top = height - legend.length * 18 - 16;
  context.fillStyle = 'rgb(15 17 19 / 68%)';
  context.fillRect(0, top, width, legend.length * 18 + 8);
  legend.forEach(({ swatch, colour, text }, i) => {
    const middle = top + 4 + 18 * (i + 0.5);
    context.fillStyle = context.strokeStyle = colour;
    context.setLineDash(swatch === 'dashed' ? [2, 2] : []);
    if (swatch === 'dot') {
      context.beginPath();
      context.arc(15, middle, 4, 0, 2 * Math.PI);
      context.fill();
    } else if (swatch === 'outline' || swatch === 'dashed') context.strokeRect(11.5, middle - 3.5, 7, 7);
    else if (swatch !== 'none') context.fillRect(11, middle - 4, 8, 8);
    context.setLineDash([]);
    context.fillStyle = '#fff';
    context.fillText(text, 26, middle + 0.5);
  });
}
