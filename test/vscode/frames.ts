import type { Page } from 'playwright-core';

/** What a window has really shown, frame by frame. */

/** A part of the window, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frames that were painted while something was done, as PNG in base64. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const frames: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data);
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act();
  await session.send('Page.stopScreencast');
  await session.detach();
  return frames;
}

/** Of each frame, the height of the highest stretch of the area in which nothing but the background is seen. */
export async function emptyHeights(page: Page, frames: readonly string[], area: Area): Promise<readonly number[]> {
  // A page of its own: what may be loaded into the window itself is restricted.
  const blank = await page.context().newPage();
  const heights: number[] = [];
  for (const frame of frames)
    heights.push(
      await blank.evaluate(`(async () => {
        const { x, y, width, height } = ${JSON.stringify(area)};
        const image = new Image();
        image.src = 'data:image/png;base64,${frame}';
        await image.decode();
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        canvas.drawImage(image, -x, -y);
        const { data } = canvas.getImageData(0, 0, width, height);
        const background = data.slice(0, 3);
        const isEmpty = row => {
          for (let at = row * width * 4; at < (row + 1) * width * 4; at += 4)
            for (let part = 0; part < 3; part++) if (Math.abs(data[at + part] - background[part]) > 40) return false;
          return true;
        };
        let [longest, run] = [0, 0];
        for (let row = 0; row < height; row++) {
          run = isEmpty(row) ? run + 1 : 0;
          longest = Math.max(longest, run);
        }
        return longest;
      })()`),
    );
  await blank.close();
  return heights;
}
