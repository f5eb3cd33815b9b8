import { computePosition, flip, shift, size } from '@floating-ui/dom';

/** Pixels between a popup and its button, and the edge of the window. */
const GAP = 6;
const EDGE = 8;
/** A popup is never lower than that, even where the window is. */
const LEAST_HEIGHT = 200;

/** Puts a popup of the top layer below its button, or above it where there is more room, within the window. */
export async function placePopup(anchor: HTMLElement, popup: HTMLElement): Promise<void> {
  const padding = EDGE + GAP;
  const { x, y, placement } = await computePosition(anchor, popup, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      flip({ padding }),
      shift({ padding: EDGE }),
      size({
        padding,
        apply: ({ availableHeight }) => {
          popup.style.maxBlockSize = `${Math.max(availableHeight, LEAST_HEIGHT)}px`;
        },
      }),
    ],
  });
  popup.style.left = `${x}px`;
  popup.style.top = `${y + (placement.startsWith('top') ? -GAP : GAP)}px`;
}

/** Calls when the button may have moved, until the signal. */
export function whenMoved(anchor: HTMLElement, signal: AbortSignal, move: () => void): void {
  for (const scroller of [window, ...rootsAround(anchor)]) {
    scroller.addEventListener('scroll', move, { capture: true, passive: true, signal });
  }
  window.addEventListener('resize', move, { signal });
  window.visualViewport?.addEventListener('resize', move, { signal });
}

/** The shadow roots around the anchor's own: word of scrolling does not leave them. */
function rootsAround(anchor: HTMLElement): ShadowRoot[] {
  const own = anchor.getRootNode();
  const outer = own instanceof ShadowRoot ? own.host.getRootNode() : null;
  return outer instanceof ShadowRoot && own instanceof ShadowRoot
    ? [outer, ...rootsAround(own.host as HTMLElement)]
    : [];
}
