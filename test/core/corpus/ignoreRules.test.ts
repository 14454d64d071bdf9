import { describe, expect, it } from 'vitest';
import { IgnoreRules } from '../../../src/core/corpus/ignoreRules.ts';

const rules = new IgnoreRules();
rules.set('/home/case', 'drafts/\n*.old.txt\n!keep.old.txt\n/notes.txt\n');
rules.set('/home/case/sources', '!special.old.txt\n*.md\n');

describe('git ignores', () => {
  it.each([
    ['a file of an ignored folder', '/home/case/drafts/one.txt', true],
    ['a file deep below one', '/home/case/sources/drafts/2024/one.txt', true],
    ['what a pattern names', '/home/case/sources/one.old.txt', true],
    ['not what is taken out again', '/home/case/keep.old.txt', false],
    ['not what a deeper folder takes out again', '/home/case/sources/special.old.txt', false],
    ['what the deeper folder names', '/home/case/sources/one.md', true],
    ['not the same elsewhere', '/home/case/one.md', false],
    ['what stands at the top', '/home/case/notes.txt', true],
    ['not its namesake below', '/home/case/sources/notes.txt', false],
    ['not what nobody named', '/home/case/sources/one.txt', false],
    ['nothing outside', '/home/other/one.old.txt', false],
    ['no folder by a part of its name', '/home/case2/drafts/one.txt', false],
    ['letter by letter', '/home/case/Drafts/one.txt', false],
  ])('%s', (_, path, ignored) => {
    expect(rules.ignores(path)).toBe(ignored);
  });

  it('a file is no folder', () => {
    expect(rules.ignores('/home/case/drafts')).toBe(false);
    expect(rules.ignores('/home/case/drafts', true)).toBe(true);
  });

  it('by what the rules are now', () => {
    const changing = new IgnoreRules();
    changing.set('', 'a.txt');
    changing.set('', 'b.txt');
    expect(['/a.txt', '/b.txt'].map((path) => changing.ignores(path))).toEqual([false, true]);
  });
});
