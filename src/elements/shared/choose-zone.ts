import { speakAnew } from './speakers.js';
import { visitor } from './visitor-zone.js';

/**
 * A visitor chose a zone in `element`, which keeps it whatever is chosen elsewhere. All other elements on the page, and those
 * that come to it later, follow where neither the page nor the visitor gave them one of their own.
 */
export function chooseZone(element: { timeZone: string }, zone: string): void {
  element.timeZone = zone;
  visitor.zone = zone;
  speakAnew();
}
