import type { Page } from 'playwright';
import { settled } from './case-page.ts';

/** A file as it comes out of a folder that was chosen. */
export interface FolderFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Opens files with the folders that they lie in, as a chosen or dropped folder gives them, and stays on the page. */
export async function openFolderOnPage(page: Page, files: readonly FolderFile[]): Promise<void> {
  const plain = files.map(({ path, content }) => ({ path, base64: Buffer.from(content).toString('base64') }));
  await page.evaluate((list) => {
    const chosen = list.map(({ path, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const file = new File([bytes], path.split('/').at(-1)!);
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    });
    const input = document
      .querySelector('dl-app')!
      .shadowRoot!.querySelector<HTMLInputElement>('#open-files')!;
    Object.defineProperty(input, 'files', { value: chosen, configurable: true });
    input.dispatchEvent(new Event('change'));
    delete (input as { files?: unknown }).files;
  }, plain);
  await settled(page);
}
