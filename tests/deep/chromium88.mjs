// One page after another on a real Chromium 88: node chromium88.mjs <folder to unpack> <address> <single-file form>...
import { chmodSync, createReadStream, createWriteStream, existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const require = createRequire(import.meta.url);
const puppeteer = require("puppeteer-core");
const [folder, address, ...alone] = process.argv.slice(2);
const program = path.join(folder, "chromium");
const packed = path.join(path.dirname(require.resolve("chrome-aws-lambda/package.json")), "bin/chromium.br");
if (!existsSync(program)) {
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(program));
  chmodSync(program, 0o755);
}

const args = ["--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote"];
// This build runs in one process; on a busy machine it sometimes stands still for good, mostly as it
// starts. Then it is ended and another is started; what fails in any other way has failed.
const START = 30000;
const WALK = 240000;
const TRIES = 5;
const said = [];
const failed = [];
let version = "";

class StoodStill extends Error {}

async function within(time, work) {
  let watch;
  const late = new Promise((_, refuse) => {
    watch = setTimeout(() => refuse(new StoodStill("stood still")), time);
  });
  work.catch(() => {}); // a walk that was given up ends in its own way
  return Promise.race([work, late]).finally(() => clearTimeout(watch));
}

async function started() {
  for (let left = TRIES; ; left -= 1) {
    let browser;
    try {
      browser = await puppeteer.launch({ executablePath: program, args, headless: true, timeout: START });
      const [page] = await within(START, browser.pages());
      return { browser, page };
    } catch (error) {
      browser?.process().kill("SIGKILL");
      if (left === 1) throw error;
    }
  }
}

async function once(name, url, steps) {
  const { browser, page } = await started();
  page.setDefaultTimeout(60000);
  page.on("pageerror", (error) => said.push(`${name}: ${error.message}`));
  try {
    version = await within(START, browser.version());
    await within(WALK, page.goto(url).then(() => steps(page)));
  } finally {
    browser.process().kill("SIGKILL");
  }
}

async function on(name, url, steps) {
  try {
    await once(name, url, steps).catch((error) => {
      if (!(error instanceof StoodStill)) throw error;
      return once(name, url, steps);
    });
  } catch (error) {
    failed.push(`${name}: ${error.message}`);
  }
}

const seen = (page, selector) => page.waitForSelector(selector, { visible: true });
const click = (page, selector) => page.$eval(selector, (found) => found.click());

async function fill(page) {
  const kept = path.join(folder, `kept-${Date.now()}`);
  const session = await page.target().createCDPSession();
  await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: kept });
  await seen(page, ".desk");
  const go = await page.$("[data-act=go]");
  if (go && (await go.boundingBox())) await go.click();
  await seen(page, ".step .quest__in");
  await page.type(".step .quest__in", "甲乙");
  await click(page, "[data-act=check]");
  await seen(page, "#summary");
  await click(page, "[data-act=word]");
  for (let turn = 0; turn < 600; turn += 1) {
    if (existsSync(kept) && readdirSync(kept).some((name) => name.endsWith(".docx"))) return;
    await page.waitForTimeout(100);
  }
  throw new Error("no Word file");
}

await on("search", address, async (page) => {
  await click(page, "label.md-header__button[for=__search]");
  await seen(page, ".md-search__input");
  await page.type(".md-search__input", "专家复核");
  await seen(page, ".md-search-result__link");
});
for (const tool of ["navigator", "deadlines", "obligations"]) {
  await on(tool, `${address}tools/${tool}/`, (page) => seen(page, `#tool-${tool} button`));
}
for (const form of ["pilot-plan", "review-application"]) await on(form, `${address}forms/${form}/`, fill);
for (const file of alone) await on(path.basename(file), `file://${file}`, fill);
process.stdout.write(JSON.stringify({ version, said, failed }), () => process.exit());
