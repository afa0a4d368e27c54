// Gestures on boards for `pages-adapter.mjs`: what a hand does, and when the other browser has drawn it.

export const CARD = '[data-card]';
const COLUMN = '[data-column]';

/** The first card of one column dropped on the first of another; until the other browser has drawn it there. */
export async function dragLatency({ doc, tools, reps, users }) {
  const browsers = [await tools.launch(), await tools.launch()];
  const pages = [];
  for (const [index, user] of ['a', 'b'].entries()) {
    const context = await tools.context(browsers[index], users[user].state);
    const page = await context.newPage();
    await page.goto(doc.url);
    await page.waitForSelector(CARD, { timeout: 60_000 });
    await page.waitForTimeout(2_500);
    pages.push(page);
  }
  const [here, there] = pages;
  const others = [];
  const own = [];
  const frames = [];
  try {
    await here.evaluate(() => {
      const at = (event) => {
        window.__up = performance.timeOrigin + event.timeStamp;
      };
      window.addEventListener('drop', at, true);
      window.addEventListener('mouseup', at, true);
    });
    for (let turn = 0; turn < reps; turn++) {
      const from = here.locator(COLUMN).nth(turn % 2);
      const to = here.locator(COLUMN).nth((turn + 1) % 2);
      const card = from.locator(CARD).first();
      const id = await card.getAttribute('data-card');
      const start = await card.boundingBox();
      const end = await to.locator(CARD).first().boundingBox();
      for (const page of pages)
        await page.evaluate(
          ([cardId, index, column]) => {
            window.__seen = 0;
            const look = () => {
              if (document.querySelectorAll(column)[index]?.querySelector(`[data-card="${cardId}"]`))
                window.__seen = performance.timeOrigin + performance.now();
              else requestAnimationFrame(look);
            };
            look();
          },
          [id, (turn + 1) % 2, COLUMN],
        );
      await here.evaluate(() => {
        window.__frames = [];
        window.__going = true;
        let last = performance.now();
        const frame = () => {
          const now = performance.now();
          window.__frames.push(now - last);
          last = now;
          if (window.__going) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      await here.mouse.move(start.x + 60, start.y + 15);
      await here.mouse.down();
      await here.mouse.move(start.x + 72, start.y + 22, { steps: 4 });
      await here.mouse.move(end.x + 60, end.y + 6, { steps: 25 });
      await here.waitForTimeout(250);
      await here.mouse.up();
      frames.push(
        ...(await here.evaluate(() => {
          window.__going = false;
          return window.__frames;
        })),
      );
      await there.waitForFunction(() => window.__seen > 0, null, { timeout: 15_000 });
      const up = await here.evaluate(() => window.__up);
      others.push((await there.evaluate(() => window.__seen)) - up);
      own.push((await here.evaluate(() => window.__seen)) - up);
      await here.waitForTimeout(600);
    }
  } finally {
    for (const browser of browsers) await browser.close();
  }
  const { median, pct, r1 } = tools;
  return {
    n: others.length,
    otherP50: r1(median(others)),
    otherP95: r1(pct(others, 95)),
    ownP50: r1(median(own)),
    frameP50: r1(pct(frames, 50)),
    frameP95: r1(pct(frames, 95)),
    frameMax: r1(Math.max(...frames)),
  };
}

/** From the top of the page by Tab to a card, then one column to the right. */
export async function keyboard({ doc, browser, tools, user }) {
  const { context, sleep } = tools;
  const opened = await context(browser, user.state);
  const page = await opened.newPage();
  await page.goto(doc.url);
  await page.waitForSelector(CARD);
  await page.waitForTimeout(1_500);
  let stops = 0;
  let focused = null;
  while (!focused && stops++ < 80) {
    await page.keyboard.press('Tab');
    focused = await page.evaluate(
      (s) => document.activeElement?.closest(s)?.getAttribute('data-card') ?? null,
      CARD,
    );
  }
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return `${outlineStyle} ${outlineWidth} / shadow ${boxShadow}`;
  });
  const place = () =>
    page.evaluate(
      ([column, id]) =>
        [...document.querySelectorAll(column)].findIndex((one) => one.querySelector(`[data-card="${id}"]`)),
      [COLUMN, focused],
    );
  const before = await place();
  await page.keyboard.press('Shift+ArrowRight');
  await sleep(1_200);
  const after = await place();
  const announcement = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-live]')].map((one) => one.textContent).join('|'),
  );
  const address = page.url();
  await page.keyboard.press('Enter');
  await sleep(800);
  const enterOpensCard = page.url() !== address;
  await opened.close();
  return {
    tabStopsToFirstCard: focused ? stops : null,
    focusIndicator: outline,
    movedByKeyboard: before !== after,
    from: before,
    to: after,
    announcement,
    enterOpensCard,
  };
}
