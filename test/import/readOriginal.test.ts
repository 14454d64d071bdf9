import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../src/import/readOriginal.ts';
import { makeDocx, makePdf, type PdfLine, paragraph } from './makeFiles.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(name: string, content: string | Uint8Array) {
  const read = await readOriginal({ name, bytes: typeof content === 'string' ? bytesOf(content) : content });
  if (!read.ok) throw new Error(read.error);
  return { ...read.value, lines: read.value.text.split('\n').filter(Boolean) };
}
async function problem(name: string, content: string | Uint8Array) {
  const read = await readOriginal({ name, bytes: typeof content === 'string' ? bytesOf(content) : content });
  return read.ok ? null : read.error;
}

const LONG =
  'Ada Lovelace, the mayor of Northport, said on Monday that at least 60 houses were destroyed, that the water rose by two metres in one night, and that nobody knew when it would fall again.';
const PAGE = `<!doctype html><html lang="en"><head><title>Mayor calls for calm | Herald</title>
<meta property="og:site_name" content="Herald"><meta property="article:published_time" content="2021-08-26T10:00:00Z">
<script>globalThis.ran = true</script></head><body onload="globalThis.ran = true">
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Mayor calls for calm</h1><p class="byline">By Ada Writer</p>
<p>${LONG} <a href="https://evil.example/x">The group</a> needs food.</p><h2>What is needed</h2><p>${LONG} ${LONG}</p>
<img src="https://evil.example/pixel.png"><table><tr><th>Town</th><th>Houses</th></tr><tr><td>Northport</td><td>60</td></tr></table>
<ul><li>One thing</li><li>Another thing</li></ul><p>${LONG}</p></article>
<footer>All rights reserved</footer><iframe src="https://evil.example"></iframe></body></html>`;

describe('a web page', () => {
  test('is its article: headings, rows of tables, items and the words of links, without what stands around', async () => {
    const { lines, card, notices } = await read('a.html', PAGE);
    expect(lines).toEqual([
      'Mayor calls for calm',
      `${LONG} The group needs food.`,
      'What is needed',
      `${LONG} ${LONG}`,
      'Town | Houses',
      'Northport | 60',
      '- One thing',
      '- Another thing',
      LONG,
    ]);
    expect(card).toEqual({
      title: 'Mayor calls for calm',
      author: 'Ada Writer',
      publisher: 'Herald',
      published: '2021-08-26',
      language: 'en',
    });
    expect(notices).toEqual([]);
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('is read in the encoding that it has', async () => {
    const latin = Uint8Array.from('<html><body><p>Caf\u00e9 na\u00efve</p></body></html>', (c) => c.charCodeAt(0));
    expect((await read('a.htm', latin)).lines).toEqual(['Café naïve']);
    const named = Uint8Array.from('<html><meta charset="windows-1251"><body><p>\xcc\xe8\xf0</p></body></html>', (c) =>
      c.charCodeAt(0),
    );
    expect((await read('a.htm', named)).lines).toEqual(['Мир']);
  });

  test('that lays itself out in tables gives its paragraphs', async () => {
    const mail = '<table><tr><td><table><tr><td><p>One two.</p><p>Three four.</p></td></tr></table></td></tr></table>';
    expect((await read('a.html', mail)).lines).toEqual(['One two.', 'Three four.']);
  });
});

describe('an e-mail', () => {
  const mail = (body: string) =>
    `From: "Ada Writer" <ada@example.org>\r\nSubject: =?utf-8?Q?Flood_in_Northport=2C_60_lost?=\r\nDate: Thu, 26 Aug 2021 23:10:00 -0400\r\nMIME-Version: 1.0\r\n${body}`;

  test('has its subject, sender and day in the card, and its broken lines joined', async () => {
    const plain =
      'Content-Type: text/plain\r\n\r\nAda Lovelace, the mayor of Northport, said on Monday that at\r\nleast 60 houses were destroyed.\r\n\r\nThe end.\r\n';
    const { lines, card } = await read('a.eml', mail(plain));
    expect(card).toEqual({ title: 'Flood in Northport, 60 lost', author: 'Ada Writer', published: '2021-08-26' });
    expect(lines.slice(1)).toEqual([
      'Ada Lovelace, the mayor of Northport, said on Monday that at least 60 houses were destroyed.',
      'The end.',
    ]);
  });

  test('is read from its rich part where the plain one only points to it', async () => {
    const both = `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the HTML.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${LONG}</p>\r\n--b--\r\n`;
    expect((await read('a.eml', mail(both))).lines.slice(1)).toEqual([LONG]);
  });
});

describe('a Word document', () => {
  test('keeps headings and tables, and tells its title', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const body = `${paragraph('Heading', 'Heading1')}${paragraph('Sixty houses &amp; more.')}<w:tbl>${row('Town', 'Houses')}${row('Northport', '60')}</w:tbl>`;
    const core =
      '<cp:coreProperties xmlns:dc="d"><dc:title>The flood</dc:title><dc:creator>Ada Writer</dc:creator></cp:coreProperties>';
    const { lines, card } = await read('a.docx', await makeDocx(body, { 'docProps/core.xml': core }));
    expect(lines).toEqual(['The flood', 'Heading', 'Sixty houses & more.', 'Town | Houses', 'Northport | 60']);
    expect(card).toEqual({ title: 'The flood', author: 'Ada Writer' });
  });

  test('that unpacks to far more than it is, is left alone', async () => {
    const bomb = await makeDocx(paragraph('x'), { 'word/bomb.xml': ' '.repeat(101_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await problem('a.docx', bomb)).toMatch(/unpacks to more than 100 MB/);
  });

  test('reads no entity from outside or inside', async () => {
    const zip = await makeDocx('', {
      'word/document.xml': `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbbb">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('Words &a; &b;')}</w:body></w:document>`,
    });
    const result = await readOriginal({ name: 'a.docx', bytes: zip });
    expect(result.ok ? result.value.text : '').not.toMatch(/bbbb|localhost/);
  });
});

describe('a PDF', () => {
  const column = (lines: readonly string[], top = 700): PdfLine[] => lines.map((words, i) => [50, top - i * 12, words]);
  const edges = (page: number): PdfLine[] => [
    [50, 800, 'The Northport Herald'],
    [280, 30, `Page ${page} of 2`],
  ];

  test('has its lines joined to paragraphs over lines and pages, hyphens mended, headers and footers left out', async () => {
    const first = [
      ...edges(1),
      [50, 740, 'Mayor calls for calm', 18] as const,
      ...column([
        'Ada Lovelace, the mayor of Northport, said on Monday that at least sixty houses were des-',
        'troyed, and that the well-known Red Aid group has twelve trucks on the way from the well-',
        'known capital.',
        'A new paragraph begins after a short line, and goes on and on until the page comes to its',
        'end, which is not the end of the',
      ]),
    ];
    const second = [...edges(2), ...column(['sentence.', 'Northport was flooded in 1997 as well.'])];
    const { lines, card } = await read('a.pdf', makePdf([first, second], '/Title(Flood report)/Author(Ada Writer)'));
    expect(card).toEqual({ title: 'Flood report', author: 'Ada Writer' });
    expect(lines).toEqual([
      'Flood report',
      'Mayor calls for calm',
      'Ada Lovelace, the mayor of Northport, said on Monday that at least sixty houses were destroyed, and that the well-known Red Aid group has twelve trucks on the way from the well-known capital.',
      'A new paragraph begins after a short line, and goes on and on until the page comes to its end, which is not the end of the sentence.',
      'Northport was flooded in 1997 as well.',
    ]);
  });

  test('of pictures alone asks for text recognition', async () => {
    expect(await problem('scan.pdf', makePdf([[]]))).toMatch(/OCR/);
  });
});

describe('a file that cannot be read ends with a sentence that says what to do', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
  test.each([
    ['an unknown ending', 'a.xyz', bytesOf('x'), /Only \.html/],
    ['a name of the prototype', 'a.constructor', bytesOf('x'), /Only \.html/],
    ['nothing', 'a.html', new Uint8Array(), /empty/],
    ['noise as PDF', 'a.pdf', noise, /save or print it again/],
    ['half a PDF', 'a.pdf', makePdf([[[50, 700, 'Words']]]).subarray(0, 60), /PDF/],
    ['noise as Word', 'a.docx', noise, /save it again as \.docx/],
    ['noise as e-mail', 'a.eml', bytesOf('no header here'), /e-mail/],
    ['a page without words', 'a.html', bytesOf('<html><script>x</script></html>'), /no text/],
  ])('%s', async (_, name, bytes, words) => {
    expect(await problem(name, bytes)).toMatch(words);
  });

  test('a page too large', async () => {
    expect(await problem('a.html', new Uint8Array(50_000_001))).toMatch(/larger than 50 MB/);
  });

  test.each([
    ['deep elements', `<html><body>${'<div>'.repeat(100)}word`],
    ['deep tables', `<html><body>${'<table><tr><td>'.repeat(40)}word`],
    ['an open comment', `<html><body><p>word</p><!--${'-'.repeat(100_000)}`],
    ['open attributes', `<html><body><p>word</p><p ${'a="'.repeat(50_000)}`],
  ])('hostile page: %s', async (_, html) => {
    const result = await readOriginal({ name: 'a.html', bytes: bytesOf(html) });
    expect(result.ok ? result.value.text : result.error).toMatch(/word|Open it in its own program|no text/);
  });
});
