import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, openFiles, settled } from './case-page.ts';
import { goldenCase, readSummary, temporaryFolder } from './golden-files.ts';

/** Runs in the worker before anything else: the device is destroyed at the next submits, as often as is asked for. */
const DESTROYS_DEVICES = `
  self.losses = 0;
  const requestDevice = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...asked) {
    const device = await requestDevice.apply(this, asked);
    const { queue } = device;
    const submit = queue.submit.bind(queue);
    queue.submit = (buffers) => {
      if (self.losses-- > 0) device.destroy();
      submit(buffers);
    };
    return device;
  };
`;

const folder = temporaryFolder();
let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.page.route('**/case.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: DESTROYS_DEVICES + (await response.text()) });
  });
  await app.page.goto(`${app.address}/?engine=gpu`);
  await settled(app.page);
});
afterAll(() => app?.close());

const loseDevice = async (times: number) => {
  for (const worker of app.page.workers().filter((one) => one.url().includes('case.worker'))) {
    await worker.evaluate((losses) => Object.assign(self, { losses }), times);
  }
};
const lossesLeft = async () => {
  const workers = app.page.workers().filter((one) => one.url().includes('case.worker'));
  return Math.max(
    ...(await Promise.all(
      workers.map((one) => one.evaluate(() => (self as { losses?: number }).losses ?? 1)),
    )),
  );
};
const footer = () => app.page.locator('dl-footer .engine .cut').innerText();

async function expectGolden(index: number): Promise<void> {
  const { reference, prediction, dataset } = goldenCase(folder, index);
  await openFiles(app.page, reference, prediction, dataset);
  const { regions, labels } = await exportCase(app.page);
  for (const [scores, name] of [
    [regions, 'summary_regions.json'],
    [labels, 'summary_labels.json'],
  ] as const) {
    for (const [key, { TP, FP, FN, TN }] of Object.entries(readSummary(name)[index])) {
      expect(scores[key], key).toMatchObject({ tp: TP, fp: FP, fn: FN, tn: TN });
    }
  }
  expect(await alerts(app.page)).toEqual([]);
}

test('a device lost in the middle of counting is opened once more: same numbers, still the GPU', async () => {
  expect(await footer()).toMatch(/^Counted on the GPU/);
  await loseDevice(1);
  await expectGolden(0);
  expect(await lossesLeft()).toBeLessThan(1);
  expect(await footer()).toMatch(/^Counted on the GPU/);
});

test('a device lost again and again leaves the count to the CPU: same numbers, and the footer says why', async () => {
  await loseDevice(1000);
  await expectGolden(3);
  expect(await footer()).toMatch(/^Counted on the CPU: .*lost/);
  await expectGolden(1);
});
