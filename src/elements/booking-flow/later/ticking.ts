import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';

/** What is written when so many whole seconds are left. */
type Write = (seconds: number) => string;

/**
 * Text, or an attribute, that follows the seconds left until `endsAt` on the clock of `performance.now()`. It is written anew each
 * second by itself, so nothing around it is drawn again, and nothing is read out.
 */
class Ticking extends AsyncDirective {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private endsAt = 0;
  private write: Write = String;

  render(endsAt: number, write: Write): string {
    this.endsAt = endsAt;
    this.write = write;
    if (this.isConnected) this.wait();
    return write(this.seconds);
  }

  protected override disconnected(): void {
    clearTimeout(this.timer);
  }

  protected override reconnected(): void {
    this.tick();
  }

  private get seconds(): number {
    return Math.max(0, Math.ceil((this.endsAt - performance.now()) / 1000));
  }

  private tick(): void {
    this.setValue(this.write(this.seconds));
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    const left = this.endsAt - performance.now();
    if (left > 0) this.timer = setTimeout(() => this.tick(), left % 1000 || 1000);
  }
}

export const ticking = directive(Ticking);
