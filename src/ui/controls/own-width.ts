import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width of an element's content box in whole CSS px, 0 until it is known; a change draws the element anew. */
export class OwnWidth implements ReactiveController {
  value = 0;
  readonly #observer: ResizeObserver;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width === this.value) return;
      this.value = width;
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
