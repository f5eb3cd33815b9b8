// A web-test-runner reporter that writes { engine: { passed, failed, skipped: [titles] } } for the whole-run script.
import { writeFileSync } from 'node:fs';

const nameOf = (browser) =>
  browser.name === 'WebKit' ? 'webkit' : /firefox/i.test(browser.name) ? 'firefox' : 'chromium';

function count(suite, total, path = []) {
  for (const test of suite.tests ?? []) {
    if (test.skipped) total.skipped.push([...path, test.name].join(' › '));
    else if (test.passed) total.passed++;
    else total.failed++;
  }
  for (const child of suite.suites ?? []) count(child, total, [...path, child.name]);
}

export function summaryReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      if (!file) return;
      const summary = {};
      for (const session of sessions) {
        const total = (summary[nameOf(session.browser)] ??= { passed: 0, failed: 0, skipped: [] });
        const before = total.failed;
        if (session.testResults) count(session.testResults, total);
        // A file that did not load, or an error outside any test, has no failed test of its own.
        if (!session.passed && total.failed === before) total.failed++;
      }
      writeFileSync(file, JSON.stringify(summary, null, 2));
    },
  };
}
