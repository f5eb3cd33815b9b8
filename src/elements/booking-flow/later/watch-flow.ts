import { recall } from './pending.js';
import { watchPage, type Watch } from './watch-page.js';

/** As `watchPage`, for a flow that books: goes on with what was sent before a reload, and holds nothing in a closed dialog. */
export const watchFlow: Watch = (host, flow) => {
  const stop = watchPage(host, flow);
  const controller = new AbortController();
  const { signal } = controller;
  const attempt = recall(flow.state?.coachId);
  if (attempt) flow.send({ type: 'resume', attempt });
  host.closest('dialog')?.addEventListener('close', () => flow.send({ type: 'leave' }), { signal });
  // Opened again.
  host.addEventListener('focusin', () => flow.state?.hold?.parked && flow.send({ type: 'return' }), { signal });
  return () => {
    controller.abort();
    stop();
  };
};
