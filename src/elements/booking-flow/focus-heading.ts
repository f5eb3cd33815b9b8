import { LitElement } from 'lit';

/** Takes the focus to the beginning of the step, once it is drawn. */
export async function focusHeading(flow: LitElement): Promise<void> {
  await flow.updateComplete;
  const target = flow.renderRoot.querySelector<HTMLElement>('h2, booking-confirmation');
  if (target instanceof LitElement) await target.updateComplete;
  target?.focus();
}
