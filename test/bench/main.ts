// The benchmark: `npm run bench [-- SCENARIO...] [--json OUT]`. Times are this machine's; ratios, taken within
// one run, are what can be compared. Nothing here fails because it is slow.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { findChromium } from '../browser/chromium.ts';
import type { Figures, Scenario } from './measure.ts';

/** Every scenario, by the name of its file; loaded when it is its turn. */
const SCENARIOS: Readonly<Record<string, () => Promise<Scenario>>> = {
  counting: async () => (await import('./counting.ts')).counting,
  opening: async () => (await import('./opening.ts')).opening,
  surface: async () => (await import('./surface.ts')).surface,
  reconstruction: async () => (await import('./reconstruction.ts')).reconstruction,
  'pseudo-dice': async () => (await import('./pseudo-dice.ts')).pseudoDice,
  cohort: async () => (await import('./cohort.ts')).cohort,
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string', default: 'bench-result.json' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(SCENARIOS);
  const unknown = names.filter((name) => !Object.hasOwn(SCENARIOS, name));
  if (unknown.length > 0) {
    console.error(`No scenario ${unknown.join(', ')}; there are: ${Object.keys(SCENARIOS).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const scenarios: Record<string, Figures> = {};
  for (const name of names) {
    console.log(`\n${name}`);
    scenarios[name] = await (await SCENARIOS[name]())();
    print(scenarios[name]);
  }
  const result = { schema: 'dicelens/bench@1', machine: machine(), scenarios };
  writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nWritten to ${values.json}`);
}

function print({ times, ratios }: Figures): void {
  const note = (low: number | undefined, high: number | undefined, aim: string | undefined) =>
    [low === undefined ? '' : `${low.toFixed(2)} to ${high?.toFixed(2)}`, aim ? `aim ${aim}` : '']
      .filter((part) => part !== '')
      .join(', ');
  const rows = Object.entries(times).map(([name, { medianMs, lowMs, highMs, aim }]) => [
    name,
    `${medianMs.toFixed(2)} ms`,
    note(lowMs, highMs, aim),
  ]);
  rows.push(
    ...ratios.map(({ name, value, unit = 'x', low, high, aim }) => [
      name,
      `${value.toFixed(2)} ${unit}`,
      note(low, high, aim),
    ]),
  );
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value, remark] of rows)
    console.log(`  ${name.padEnd(width)}  ${value.padStart(12)}  ${remark}`);
}

function machine() {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const chromium = findChromium();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
    v8: process.versions.v8,
    chromium: chromium ? versionOf(chromium) : null,
    dicelens: version,
    taken: new Date().toISOString(),
  };
}

function versionOf(program: string): string {
  try {
    return execFileSync(program, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}

await main();
