import type { DisplayWindow } from './display-window.ts';

/** Usual windows of computed tomography, in Hounsfield units. */
export const CT_WINDOWS = {
  brain: { level: 40, width: 80 },
  softTissue: { level: 50, width: 400 },
  lung: { level: -600, width: 1500 },
  bone: { level: 500, width: 2000 },
} as const satisfies Record<string, DisplayWindow>;

/** The window that a drag of so many screen pixels leaves: to the right wider, downwards a higher level (darker). */
export function dragWindow({ width, level }: DisplayWindow, right: number, down: number): DisplayWindow {
  const step = Math.abs(width) / 250;
  return { width: Math.max(width + right * step, Math.abs(width) / 100), level: level + down * step };
}
