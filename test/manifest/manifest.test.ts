import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import strings from '../../package.nls.json';

const ROOT = path.resolve(__dirname, '../..');
const { contributes } = manifest;
const source = fs
  .readdirSync(path.join(ROOT, 'src/editor'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => fs.readFileSync(path.join(ROOT, 'src/editor', file), 'utf8'))
  .join('\n');
const whole = JSON.stringify(manifest);
const commands = new Set(contributes.commands.map(({ command }) => command));

/** Commands that only links, keys and quick fixes of the extension itself run; they stand in no menu. */
const INTERNAL = [
  'dossier.revealRecord',
  'dossier.removeLostAnnotation',
  'dossier.pressReviewKey',
  'dossier.vouchForAlias',
  'dossier.openSource',
  'dossier.openPassage',
  'dossier.removeJudgement',
];

describe('commands', () => {
  test('each contributed command is registered, and each registered one contributed', () => {
    const registered = new Set([...source.matchAll(/^ {2}'(dossier\.\w+)':/gm)].map(([, id]) => id));
    expect([...registered].filter((id) => !commands.has(id ?? '') && !INTERNAL.includes(id ?? ''))).toEqual([]);
    expect([...commands].filter((id) => !registered.has(id))).toEqual([]);
  });

  test('menus, keys and welcome texts name commands that exist', () => {
    const named = [
      ...`${whole}${JSON.stringify(strings)}`.matchAll(/"command":"(dossier\.\w+)"|command:(dossier\.\w+)/g),
    ].map((m) => m[1] ?? m[2]);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((id) => !commands.has(id ?? '') && !INTERNAL.includes(id ?? ''))).toEqual([]);
  });

  test('each has a category and a title in title case without the name of the extension', () => {
    for (const { command, title, category } of contributes.commands) {
      const words = strings[title.slice(1, -1) as keyof typeof strings];
      expect(category, command).toBe('Dossier');
      expect(words, command).toMatch(/^[A-Z]/);
      expect(words, command).not.toMatch(/Dossier:/);
    }
  });

  test('no key in a tree is a bare letter, and each says which view it is for', () => {
    const inTrees = contributes.keybindings.filter(({ when }) => /focusedView == /.test(when));
    expect(inTrees.length).toBeGreaterThan(4);
    for (const { key, when, args } of inTrees) {
      expect(key).toMatch(/\+|^f\d/);
      const view = /focusedView == 'dossier\.(\w+)'/.exec(when)?.[1];
      expect(JSON.stringify(args), key).toContain(`{"view":"${view}"}`);
    }
  });

  test('the keys of the review act only where the reviewed text has the focus, and the README tells of each', () => {
    const keys = contributes.keybindings.filter(({ command }) => command === 'dossier.pressReviewKey');
    expect(keys.length).toBeGreaterThan(30);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    for (const { when, args } of keys) {
      expect(when).toMatch(/^dossier\.reviewing && editorTextFocus/);
      const [group, name = group] = String(args).split('.');
      expect(source, String(args)).toMatch(new RegExp(`^ {2}'?(${args}|${name})'?: \\{ ?|\\b${group}\\.\\$\\{`, 'm'));
    }
  });

  test('every key binding is bound to a context', () => {
    for (const { key, when } of contributes.keybindings) expect(when, key).toMatch(/dossier/);
  });
});

describe('strings', () => {
  const used = new Set([...whole.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
  test('every key that the manifest uses is there', () => {
    expect([...used].filter((key) => !(key! in strings))).toEqual([]);
  });
  test('every string is used', () => {
    expect(Object.keys(strings).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('settings', () => {
  const { properties } = contributes.configuration;
  test('there are at most fifteen, ordered, each with a scope and a default', () => {
    const all = Object.entries(properties);
    expect(all.length).toBeLessThanOrEqual(15);
    expect(all.map(([, { order }]) => order)).toEqual(all.map((_, i) => i + 1));
    for (const [key, schema] of all) expect([schema.scope, 'default' in schema], key).toEqual(['resource', true]);
  });
  test('the code reads exactly the contributed ones', () => {
    const block = /interface Settings \{([^}]*)\}/.exec(source)?.[1] ?? '';
    const read = [...block.matchAll(/readonly '?([\w.]+)'?:/g)].map(([, key]) => `dossier.${key}`);
    expect(new Set(read)).toEqual(new Set(Object.keys(properties)));
  });
});

describe('views and colours', () => {
  test('every colour has the four defaults', () => {
    for (const { id, defaults } of contributes.colors) {
      expect(Object.keys(defaults).sort(), id).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
    }
  });
  test('every context key of a when clause is set by the code', () => {
    const keys = new Set([...whole.matchAll(/dossier\.(\w+)(?= (?:==|&&|\|\|)|"|\))/g)].map(([, key]) => key));
    for (const key of ['articleActive', 'hasArticle', 'canUndo', 'canRedo', 'emptiness']) {
      expect(keys).toContain(key);
      expect(source).toMatch(new RegExp(`'(dossier\\.)?${key}'`));
    }
  });
  test('every picture is there', () => {
    const pictures = [...whole.matchAll(/"(media\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(pictures.length).toBeGreaterThan(4);
    expect(pictures.filter((file) => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  });
  test('the causes of emptiness that welcomes name are those that the code tells, for both views', () => {
    const told = [...(/type Emptiness = ([^;]+);/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
      ([, cause]) => cause,
    );
    expect(told.length).toBeGreaterThan(4);
    for (const view of ['dossier.entities', 'dossier.claims']) {
      const clauses = contributes.viewsWelcome.filter((welcome) => welcome.view === view).map(({ when }) => when);
      const named = [...clauses.join('\n').matchAll(/dossier\.emptiness == (\w+)/g)].map(([, cause]) => cause);
      expect(new Set(named), view).toEqual(new Set(told));
    }
  });
  test('every cause of emptiness has a welcome with a way out', () => {
    for (const cause of ['none', 'nothing', 'failed']) {
      const texts = contributes.viewsWelcome.filter(
        ({ view, when }) => view === 'dossier.entities' && when.includes(`== ${cause}`),
      );
      expect(texts, cause).toHaveLength(1);
      expect(strings[texts[0]!.contents.slice(1, -1) as keyof typeof strings], cause).toMatch(/\]\(command:/);
    }
  });
});

test('nothing starts at start-up', () => {
  expect(manifest.activationEvents.filter((event) => /^\*$|onStartup|workspaceContains/.test(event))).toEqual([]);
});

test('the extension runs where a workspace is not trusted or not on disk', () => {
  expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});

describe('the README', () => {
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  test('tells of every command', () => {
    const titles = contributes.commands.map(({ title }) => strings[title.slice(1, -1) as keyof typeof strings]);
    expect(titles.filter((title) => !readme.includes(title))).toEqual([]);
  });
  test('tells of every setting', () => {
    expect(Object.keys(contributes.configuration.properties).filter((key) => !readme.includes(`\`${key}\``))).toEqual(
      [],
    );
  });
  test('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((file) => !fs.existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});
