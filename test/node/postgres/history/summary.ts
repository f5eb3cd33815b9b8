import { type History, isHost } from './history.js';

/** What happened, as a table: a row for each thing that was done, a column for each outcome. */
export function summaryOf(history: History): string {
  const table = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  for (const entry of history.entries) {
    const outcome = isHost(entry)
      ? (entry.code ?? 'ok')
      : entry.reply
        ? (entry.reply.code ?? 'ok')
        : (entry.fault ?? 'lost');
    columns.add(outcome);
    const row = table.get(entry.kind) ?? new Map<string, number>();
    table.set(entry.kind, row.set(outcome, (row.get(outcome) ?? 0) + 1));
  }
  const first = ['ok', 'slot_unavailable'].filter((name) => columns.delete(name));
  const names = [...first, ...[...columns].sort()];
  const rows = [...table].map(([kind, counts]) => {
    const cells = names.map((name) => `${name} ${String(counts.get(name) ?? 0)}`);
    return `  ${kind.padEnd(13)} ${cells.filter((cell) => !cell.endsWith(' 0')).join(', ')}`;
  });
  const sum = `${String(history.entries.length)} exchanges, ${String(history.terminated)} database connections ended`;
  return [`seed ${String(history.seed)}: ${sum}`, ...rows].join('\n');
}
