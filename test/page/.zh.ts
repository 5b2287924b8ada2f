import { openApp } from './app.ts';
const app = await openApp({ width: 1280, height: 720 });
await app.page.waitForSelector('body[data-busy=false]', { state: 'attached' });
await app.page.getByRole('button', { name: /中文/ }).click();
await app.page.waitForTimeout(400);
await app.page.screenshot({ path: '/tmp/zh.png' });
await app.page.locator('#case-button').click();
await app.page.waitForTimeout(400);
await app.page.screenshot({ path: '/tmp/files.png' });
console.log(app.consoleErrors.join('\n'));
await app.close();
const b = await openApp({ width: 1280, height: 720 });
await b.page.waitForSelector('body[data-busy=false]', { state: 'attached' });
await b.page.getByLabel('Open files').setInputFiles('/work/shared/data/glioma-regions/dataset.json');
await b.page.waitForTimeout(800);
await b.page.screenshot({ path: '/tmp/empty.png' });
await b.page
  .getByLabel('Open files')
  .setInputFiles([
    '/work/shared/data/odd-files/pair-shape/reference.nii.gz',
    '/work/shared/data/odd-files/pair-shape/prediction.nii.gz',
  ]);
await b.page.waitForTimeout(1200);
await b.page.screenshot({ path: '/tmp/err.png' });
await b.close();
