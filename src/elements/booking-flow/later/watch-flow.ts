import { checkTheme } from './check-theme.js';
import { recall } from './pending.js';
import { watchPage, type Watch } from './watch-page.js';

/** Telling the developer does not delay what the visitor waits for. */
const THEME_AFTER_MS = 1000;

/** As `watchPage`, for a flow that books: goes on with what was sent before a reload, and holds nothing in a closed dialog. */
export const watchFlow: Watch = (host, flow) => {
  const stop = watchPage(host, flow);
  if (!flow.state && 'coachId' in host && !host.coachId && !('demo' in host && host.demo)) {
    console.error(`<${host.localName}>: no coach. Set its "coach-id" attribute.`);
  }
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
