/** What is used of a node of the document. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  /** Of an element. */
  querySelector?(selector: string): unknown;
}

const TEXT = 3;
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'AUDIO BUTTON CANVAS HEAD IFRAME INPUT MAP MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
);

/** A row with one of these lays out a page; it holds no data. */
const LAYOUT = 'table, h1, h2, h3, h4, ul, ol, p ~ p, div ~ div, br ~ br';

/**
 * The text of a document, each block a line: paragraphs, headings, list items with a dash, table rows with bars between
 * their cells. The text of links stays, their addresses go. Without recursion: pages can be nested as deep as they like.
 */
export function blockLines(root: PageNode): string[] {
  const lines: string[] = [];
  let words: string[] = [];
  /** The row of a table whose cells are read. */
  let row: PageNode | null = null;
  const close = () => {
    const line = words.join('').replace(/\s+/g, ' ').trim();
    words = [];
    if (/[^\s|-]/.test(line)) lines.push(line);
  };
  const enter = (node: PageNode, name: string) => {
    const cell = name === 'TD' || name === 'TH';
    if (row) words.push(cell ? (words.some((word) => word.trim()) ? ' | ' : '') : BLOCKS.has(name) ? ' ' : '');
    else if (BLOCKS.has(name) || cell) close();
    if (name === 'TR' && !row && !node.querySelector?.(LAYOUT)) row = node;
    if (name === 'LI') words.push('- ');
  };
  const leave = (node: PageNode) => {
    if (node === row) row = null;
    if (!row && BLOCKS.has(node.nodeName.toUpperCase())) close();
  };
  let node: PageNode | null = root;
  while (node) {
    const name: string = node.nodeName.toUpperCase();
    if (node.nodeType === TEXT) words.push(node.nodeValue ?? '');
    else enter(node, name);
    if (node.firstChild && !UNSEEN.has(name)) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      leave(node);
      node = node.parentNode;
    }
    if (!node || node === root) break;
    leave(node);
    node = node.nextSibling;
  }
  close();
  return lines;
}
