// A server in a process of its own that is killed around its first commit. Prints its address when it listens.
import { startBackend } from './backend.js';

const [url = '', moment = ''] = process.argv.slice(2);

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

const backend = await startBackend(url, {
  around: async (functionName, call) => {
    if (functionName !== 'commit_booking') return call();
    if (moment === 'before the commit') return die();
    const committing = call();
    if (moment === 'during the commit') {
      // The statement is on its way, and its transaction is made to take longer than this.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return die();
    }
    await committing;
    return die();
  },
});
process.stdout.write(`${backend.origin}\n`);
