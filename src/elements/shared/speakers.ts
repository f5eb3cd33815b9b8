import type { ReactiveControllerHost } from 'lit';

/** The elements on the page that show words. */
export const speakers = new Set<ReactiveControllerHost>();

/** Draws them anew, as their words may be others now. */
export function speakAnew(): void {
  speakers.forEach((speaker) => speaker.requestUpdate());
}
