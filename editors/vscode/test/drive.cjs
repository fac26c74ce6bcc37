// What a person does with the extension, one step after the other; each step says what it saw.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { chromium } = require('playwright-core');

const [address, workspace, pictures] = process.argv.slice(2);
const PATIENCE = Number(process.env.HEFU_TEST_PATIENCE ?? 60) * 1000;

let page;
let passed = 0;
const failed = [];

// HEFU_TEST_ONLY='colours|hover' takes only those steps.
const only = new RegExp(process.env.HEFU_TEST_ONLY || '.');

async function step(name, work) {
  if (!only.test(name)) {
    return;
  }
  const began = Date.now();
  try {
    await work();
    passed++;
    console.log(`✓ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed.push(name);
    console.log(`✗ ${name}: ${String(error.message).split('\n').slice(0, 4).join(' ')}`);
  }
  await page.screenshot({ path: join(pictures, `${name.replace(/[^a-z]+/gi, '-')}.png`) });
}

const text = (name) => readFileSync(join(workspace, name), 'utf8');

async function until(claim, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  while (!(await claim())) {
    if (Date.now() > end) {
      throw new Error(`did not come to pass: ${what}`);
    }
    await page.waitForTimeout(150);
  }
}

const seen = (selector, options = {}) => page.locator(selector, options).first().waitFor({ state: 'visible', timeout: PATIENCE });

async function command(name) {
  await page.keyboard.press('F1');
  await seen('.quick-input-widget input');
  await page.keyboard.insertText(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click({ timeout: PATIENCE });
}

async function open(file) {
  await page.keyboard.press('Control+P');
  await seen('.quick-input-widget input');
  await page.keyboard.insertText(file);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().click({ timeout: PATIENCE });
  await seen(`.tabs-container .tab.active[data-resource-name="${file}"]`);
}

async function line(number, column = 1) {
  await page.keyboard.press('Control+G');
  await seen('.quick-input-widget input');
  await page.keyboard.insertText(`${number}:${column}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
}

const lineOf = (file, part) => text(file).split('\n').findIndex((each) => each.includes(part)) + 1;

async function save() {
  await page.keyboard.press('Control+S');
  await page.waitForTimeout(500);
}

// Saves until the file says what it should: what was asked for may come late.
async function saved(claim, what) {
  await until(async () => {
    await save();
    return claim();
  }, what);
}

async function main() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1500, height: 950 }, locale: 'en-US' });
  await page.goto(address);
  await seen('.monaco-workbench', {});
  await page.waitForTimeout(2000);

  await step('colours', async () => {
    await open('policy.hefu');
    await until(async () => (await page.locator('.view-line span[class*="mtk"]').count()) > 60, 'coloured words');
  });

  await step('squiggle', async () => {
    await line(lineOf('policy.hefu', 'when needs_signature'), 8);
    await page.keyboard.insertText('x');
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached', timeout: PATIENCE });
  });

  await step('problems', async () => {
    await page.keyboard.press('Control+Shift+M');
    await seen('.markers-panel .monaco-list-row', { hasText: 'xneeds_signature' });
    await seen('.markers-panel .monaco-list-row', { hasText: 'unknown-name' });
    await page.keyboard.press('Control+J');
    await open('policy.hefu');
    await line(lineOf('policy.hefu', 'when needs_signature'), 8);
    await page.keyboard.press('Delete');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached', timeout: PATIENCE });
  });

  await step('hover', async () => {
    await line(lineOf('policy.hefu', 'when needs_signature'), 10);
    await command('Show or Focus Hover');
    await until(
      async () => (await page.locator('.monaco-hover:visible').allInnerTexts()).join().includes('needs a signature'),
      'the label in the hover',
    );
    await page.screenshot({ path: join(pictures, 'hover-open.png') });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await step('lenses', async () => {
    await seen('.codelens-decoration a', { hasText: 'debug' });
  });

  await step('completion', async () => {
    await line(lineOf('policy.hefu', 'when needs_signature'), 100);
    await page.keyboard.press('End');
    await page.keyboard.type(' and data.', { delay: 30 });
    await page.keyboard.press('Control+Space');
    await seen('.suggest-widget .monaco-list-row', { hasText: 'anonymised' });
    await page.screenshot({ path: join(pictures, 'completion-open.png') });
    await page.keyboard.type('anony');
    await seen('.suggest-widget .monaco-list-row.focused', { hasText: 'anonymised' });
    await page.keyboard.press('Enter');
    await save();
    await until(() => text('policy.hefu').includes('when needs_signature and data.anonymised'), 'the completed name');
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Control+Z');
    }
    await line(lineOf('policy.hefu', 'when needs_signature'), 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.insertText('when needs_signature');
    await save();
  });

  await step('format', async () => {
    await line(lineOf('policy.hefu', 'when needs_signature'), 1);
    await page.keyboard.insertText('          ');
    await command('Format Document');
    await saved(() => /\n  when needs_signature\n/.test(text('policy.hefu')), 'the line as hefu fmt lays it out');
  });

  await step('rename', async () => {
    await line(lineOf('policy.hefu', 'when needs_signature'), 10);
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input').first();
    // It is seen before keys go to it; until then they would go into the text.
    await until(async () => (await box.isVisible()) && (await box.inputValue()) === 'needs_signature', 'the old name in the box');
    await box.fill('must_be_signed');
    await box.press('Enter');
    await saved(
      () => (text('policy.hefu').match(/must_be_signed/g) ?? []).length === 2 && !text('policy.hefu').includes('needs_signature'),
      'the new name in both places',
    );
  });

  await step('run a scenario', async () => {
    await open('policy.hefu');
    await line(lineOf('policy.hefu', 'scenario "signed"'), 1);
    await command('Hefu: Run a Scenario of This File');
    await seen('.quick-input-list .monaco-list-row', { hasText: 'not signed' });
    await page.keyboard.press('Enter');
    await until(async () => (await page.locator('.codicon-testing-passed-icon, .testing-run-glyph.codicon-testing-passed-icon').count()) > 0, 'a passed scenario');
  });

  await step('tests', async () => {
    await command('Test: Run All Tests');
    await until(async () => (await page.locator('.codicon-testing-failed-icon').count()) > 0, 'the failed scenario');
    await command('Testing: Focus on Test Explorer View');
    await seen('.test-explorer .monaco-list-row', { hasText: 'policy.hefu' });
  });

  await step('breakpoint', async () => {
    await open('policy.hefu');
    await line(lineOf('policy.hefu', 'and not data.anonymised'), 5);
    await page.keyboard.press('F9');
    await seen('.codicon-debug-breakpoint, .codicon-debug-breakpoint-unverified');
    await line(lineOf('policy.hefu', 'scenario "signed"'), 1);
    await command('Hefu: Debug a Scenario of This File');
    await seen('.quick-input-list .monaco-list-row', { hasText: 'not signed' });
    await page.keyboard.press('Enter');
    await seen('.debug-top-stack-frame-line', {});
    await seen('.debug-call-stack .monaco-list-row', { hasText: '负责人签字' });
    await page.locator('.debug-variables .monaco-list-row', { hasText: 'Block' }).first().click({ timeout: PATIENCE });
    await page.keyboard.press('ArrowRight');
    await seen('.debug-variables .monaco-list-row', { hasText: 'not data.anonymised' });
  });

  await step('variables and step', async () => {
    await until(
      async () => (await page.locator('.debug-variables .monaco-list-row').allInnerTexts()).some((row) => /must_be_signed/.test(row) && /true/.test(row)),
      'what the first element came to',
    );
    await page.keyboard.press('F10');
    await page.waitForTimeout(1000);
    await page.keyboard.press('F5');
    await page.locator('.debug-toolbar').first().waitFor({ state: 'hidden', timeout: PATIENCE });
  });

  await step('debug a flow by key', async () => {
    await open('flow.json');
    await page.keyboard.press('F5');
    await seen('.debug-top-stack-frame-line', {});
    await page.keyboard.press('F5');
    await page.locator('.debug-toolbar').first().waitFor({ state: 'hidden', timeout: PATIENCE });
  });

  await step('debug by lens', async () => {
    await open('policy.hefu');
    await line(lineOf('policy.hefu', 'scenario "signed"'), 1);
    await page.locator('.codelens-decoration a', { hasText: 'debug' }).first().click({ timeout: PATIENCE });
    await seen('.debug-top-stack-frame-line', {});
    await page.keyboard.press('F5');
    await page.locator('.debug-toolbar').first().waitFor({ state: 'hidden', timeout: PATIENCE });
  });

  await step('decision panel', async () => {
    await open('flow.json');
    await command('Hefu: Decide This Flow');
    const frames = () => page.frames().filter((frame) => frame !== page.mainFrame());
    await until(async () => {
      for (const frame of frames()) {
        const outcome = await frame.locator('.outcome.conditional').count().catch(() => 0);
        if (outcome > 0) {
          return true;
        }
      }
      return false;
    }, 'the decision, conditional');
    await page.waitForTimeout(800);
  });

  await step('keywords', async () => {
    await open('policy.hefu');
    await command('Hefu: Turn Keywords into the Other Language');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'zh' }).first().click({ timeout: PATIENCE });
    await saved(() => /^模块 skylark/.test(text('policy.hefu')) && !/^rule /m.test(text('policy.hefu')), 'Chinese keywords');
  });

  await step('chinese', async () => {
    mkdirSync(join(workspace, '.vscode'), { recursive: true });
    writeFileSync(join(workspace, '.vscode', 'settings.json'), '{ "hefu.language": "zh" }');
    await open('policy.hefu');
    await line(lineOf('policy.hefu', 'data.anonymised'), 1);
    await page.keyboard.press('End');
    await page.keyboard.insertText('x');
    await page.keyboard.press('Control+Shift+M');
    await seen('.markers-panel .monaco-list-row', { hasText: '这里没有' });
    await page.screenshot({ path: join(pictures, 'chinese-problem.png') });
    await page.keyboard.press('Control+J');
  });

  await browser.close();
  console.log(`${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
