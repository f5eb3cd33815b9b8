import type { KeyInput, Page } from 'puppeteer-core';
import { AxTree, spoken } from './ax-tree.js';

/** Somebody who uses a page by keyboard and hears what a screen reader would say, in order. */
export class Visitor {
  /** What was heard: what came under the focus, and what live regions said (`» …`). */
  readonly heard: string[] = [];
  /** Each place at which the focus stopped. */
  readonly stops: { readonly said: string; readonly hidden: number; readonly ring: number }[] = [];
  private last = '';

  private constructor(
    readonly page: Page,
    readonly tree: AxTree,
  ) {}

  static async at(page: Page): Promise<Visitor> {
    return new Visitor(page, await AxTree.of(page));
  }

  /** Presses a key and listens. */
  async press(key: KeyInput): Promise<void> {
    await this.page.keyboard.press(key);
    await this.listen();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.listen();
  }

  /** Presses Tab until what has the focus is called so. */
  async tabTo(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 40; presses++) {
      await this.press('Tab');
      if (name.test(this.last)) return;
      passed.push(this.last);
    }
    throw new Error(`Tab does not lead to ${String(name)}: ${passed.slice(-12).join(' → ')}`);
  }

  /** Waits until something of that kind has been heard since `from`. */
  async hears(what: RegExp, from = 0): Promise<void> {
    const end = Date.now() + 8_000;
    while (!this.heard.slice(from).some((line) => what.test(line))) {
      if (Date.now() > end) throw new Error(`never heard ${String(what)}, but: ${this.heard.slice(from).join(' | ')}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await this.listen();
    }
  }

  /** Takes in what the page says, and where the focus is. */
  async listen(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const news = await this.page.evaluate(() => window.probe.heard());
    const focused = await this.tree.focused();
    const said = focused ? spoken(focused) : '';
    // In the order in which it happened: what comes after the focus moved is heard after its new place.
    const moved = news.includes(null) ? news.lastIndexOf(null) : news.length;
    const lines = (part: typeof news) => part.flatMap((line) => (line === null ? [] : [`» ${line}`]));
    this.heard.push(...lines(news.slice(0, moved)));
    const after = lines(news.slice(moved));
    if (said === this.last) {
      this.heard.push(...after);
      return;
    }
    this.last = said;
    if (said) this.heard.push(said);
    this.heard.push(...after);
    if (!said) return;
    const stop = await this.page.evaluate(() => window.probe.stop());
    if (stop) this.stops.push({ said, hidden: stop.hidden, ring: stop.ring });
  }
}

/** Books an hour with Ada by keyboard alone, in the story of the first step, with one error on the way. */
export async function bookByKeyboard(visitor: Visitor): Promise<void> {
  await visitor.tabTo(/^radio “60 min/);
  await visitor.press('ArrowDown');
  await visitor.press('ArrowUp');
  await visitor.tabTo(/See times”/);
  await visitor.press('Enter');
  await visitor.hears(/^heading “Pick a day and time”/);
  await visitor.hears(/» .*times available/);
  await visitor.tabTo(/^gridcell/);
  await visitor.press('ArrowRight');
  await visitor.press('Enter');
  await visitor.hears(/» Tuesday/);
  await visitor.tabTo(/^button “.*Continue”/);
  const early = visitor.heard.length;
  await visitor.press('Enter');
  await visitor.hears(/^» /, early);
  await visitor.page.keyboard.down('Shift');
  await visitor.tabTo(/^radio “\d+:\d\d/);
  await visitor.page.keyboard.up('Shift');
  await visitor.press('Space');
  await visitor.press('ArrowDown');
  await visitor.tabTo(/^button “.*Continue”/);
  await visitor.press('Enter');
  await visitor.hears(/^heading “Your details”/);
  await visitor.tabTo(/^textbox “Name”/);
  await visitor.type('Jordan Reyes');
  await visitor.tabTo(/^textbox “Email”/);
  await visitor.type('jordan@northwind');
  const wrong = visitor.heard.length;
  await visitor.press('Enter');
  await visitor.hears(/invalid/, wrong);
  await visitor.type('.co');
  await visitor.tabTo(/^textbox “What/);
  await visitor.type('A reset.');
  await visitor.tabTo(/^button “.*Book for/);
  await visitor.press('Enter');
  await visitor.hears(/^heading “See you on/);
  await visitor.tabTo(/^button “Download/);
  await visitor.tabTo(/^button “Book another/);
}
