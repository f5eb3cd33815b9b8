/** How many popups hold the page still. */
let holders = 0;
let release: () => void = () => undefined;

/** Keeps the page behind a popup from scrolling, and from jumping as its scrollbar goes. Answers the way to let it go. */
export function holdPage(page: Document): () => void {
  if (!holders++) release = lock(page);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    if (!--holders) release();
  };
}

function lock({ documentElement: root, body, defaultView: view }: Document): () => void {
  const overflowOf = (element: Element) => view?.getComputedStyle(element).overflowY ?? 'visible';
  // The window takes its scrolling from the body where the root says nothing. Said at the root, the body would become a
  // box of its own that scrolls, from its top.
  const speaker = overflowOf(root) === 'visible' && overflowOf(body) !== 'visible' ? body : root;
  const { overflow } = speaker.style;
  const { scrollbarGutter } = root.style;
  if (view && view.innerWidth > root.clientWidth) root.style.scrollbarGutter = 'stable';
  speaker.style.overflow = 'hidden';
  return () => {
    speaker.style.overflow = overflow;
    root.style.scrollbarGutter = scrollbarGutter;
  };
}
