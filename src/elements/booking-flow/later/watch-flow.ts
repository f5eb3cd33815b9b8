import { checkTheme } from './check-theme.js';
import { recall } from './pending.js';
import { watchPage, type Watch } from './watch-page.js';

interface Host extends HTMLElement {
  readonly coachId?: string;
  readonly demo?: boolean;
}

/** Telling the developer does not delay what the visitor waits for. */
const THEME_AFTER_MS = 1000;

/**
 * As `watchPage`, for a flow that books: goes on with what was sent before a reload, holds nothing in a closed dialog, and tells
 * the developer when nobody can be booked.
 */
export const watchFlow: Watch = (host: Host, flow) => {
  if (!host.coachId && !host.demo) console.error(`<${host.localName}>: no coach. Set its "coach-id" attribute.`);
  const stop = watchPage(host, flow);
  const controller = new AbortController();
  const { signal } = controller;
  const check = setTimeout(checkTheme, THEME_AFTER_MS, host);
  const attempt = recall(flow.state?.coachId);
  if (attempt) flow.send({ type: 'resume', attempt });
  host.closest('dialog')?.addEventListener('close', () => flow.send({ type: 'leave' }), { signal });
  // Opened again.
  host.addEventListener('focusin', () => flow.state?.hold?.parked && flow.send({ type: 'return' }), { signal });
  return () => {
    clearTimeout(check);
    controller.abort();
    stop();
  };
};
