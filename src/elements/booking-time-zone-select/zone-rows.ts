/** Rows that are drawn to each side of those in view: hundreds would take longer than a key press may. */
const AROUND = 14;

/** How far a list moves so that the active row is seen: just so, to the middle, or not at all. */
export type Reveal = 'nearest' | 'center' | 'none';

/** A long list of rows of one height, of which only those around the view are drawn. */
export class ZoneRows {
  /** The active row. */
  active = 0;
  count = 0;
  /** Pixels; 0 while it is not known. */
  private height = 0;
  /** The row that the drawn ones lie around. */
  private middle = 0;

  /** Another list, with one of its rows active. */
  reset(count: number, active: number): void {
    this.count = count;
    this.active = this.middle = active;
  }

  /** The rows that are drawn, from the first up to the one before the last. */
  get drawn(): [number, number] {
    return [Math.max(0, this.middle - AROUND), Math.min(this.count, this.middle + AROUND + 1)];
  }

  /** Measures the rows that are drawn. */
  measure(list: HTMLElement | null): void {
    this.height = list?.querySelector('li')?.offsetHeight ?? 0;
  }

  /** Single steps go round, longer ones stop at the ends. */
  move(step: number): void {
    const last = this.count - 1;
    const next = this.active + step;
    if (Math.abs(step) === 1) this.active = next < 0 ? last : next > last ? 0 : next;
    else this.active = Math.max(0, Math.min(last, next));
    this.middle = this.active;
  }

  /** Scrolls only the list: `scrollIntoView` would move the page too. Space stands for the rows that are not drawn. */
  reveal(list: HTMLElement | null, how: Reveal): void {
    if (!list) return;
    const { height, drawn } = this;
    list.style.setProperty('--_before', `${drawn[0] * height}px`);
    list.style.setProperty('--_after', `${(this.count - drawn[1]) * height}px`);
    const top = this.active * height;
    const bottom = top + height;
    const seen = list.clientHeight;
    if (how === 'center') list.scrollTop = (top + bottom - seen) / 2;
    else if (how === 'nearest') list.scrollTop = Math.max(bottom - seen, Math.min(top, list.scrollTop));
  }

  /** The list was scrolled: answers whether other rows have to be drawn. */
  follow(list: HTMLElement | null): boolean {
    if (!list || !this.height) return false;
    const middle = Math.round((list.scrollTop + list.clientHeight / 2) / this.height);
    if (Math.abs(middle - this.middle) < AROUND / 2) return false;
    this.middle = middle;
    return true;
  }
}
