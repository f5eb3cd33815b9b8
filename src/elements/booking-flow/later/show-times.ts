/** Where the times stand below the calendar, a touch on a day brings them into view. */
export function showTimes({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const list = currentTarget.nextElementSibling;
  if (!list || list.getBoundingClientRect().top < currentTarget.getBoundingClientRect().bottom) return;
  // Who chooses by keyboard keeps the focus on the day, and has to see it.
  if (currentTarget.shadowRoot?.querySelector(':focus-visible')) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
}
