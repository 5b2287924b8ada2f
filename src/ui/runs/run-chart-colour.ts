import type { ColourOf } from './run-chart-plot.ts';

/** Colours of the theme for a canvas; those of labels are darker on light ground, as lines need it. */
export function chartColour(element: HTMLElement, theme: string): ColourOf {
  const style = getComputedStyle(element);
  return (token) => {
    const value = style.getPropertyValue(`--${token}`).trim();
    const isLabel = /^l\d/.test(token);
    return isLabel && theme === 'light' ? `color-mix(in srgb, ${value} 68%, black)` : value;
  };
}
