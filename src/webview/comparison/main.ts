import type { HostMessage, Picture } from '../../core/present/comparisonMessages.ts';
import type { ShownComparison } from '../../core/present/comparisonView.ts';
import { WORST_FIRST } from '../../core/present/worstFirst.ts';
import { element } from './dom.ts';
import { host, onMessage } from './host.ts';
import { NetworkTab } from './networkTab.ts';
import { type PageState, readState, TABS, type Tab } from './pageState.ts';
import { Passages } from './passages.ts';
import { pngBase64, svgText } from './pictureExport.ts';
import { TableTab } from './tableTab.ts';
import { TimelineTab } from './timelineTab.ts';
import './comparison.css';

const TAB_WORDS: Readonly<Record<Tab, string>> = { table: 'Table', timeline: 'Timeline', network: 'Network' };

let state: PageState = readState(host.getState());
let shown: ShownComparison | null = null;
let revision = 0;

function keep(change: Partial<PageState>): void {
  state = { ...state, ...change };
  host.setState(state);
}

const open = (statement: number) => host.postMessage({ type: 'open', revision, statement });
const passages = new Passages(open);
const shared = { state: () => state, keep, open, passages };
const count = element('span', { class: 'count', role: 'status' });
const table = new TableTab({
  ...shared,
  count: (some, all) => {
    count.textContent = some === all ? `${all} questions` : `${some} of ${all} questions`;
  },
});
const views = { table, timeline: new TimelineTab(shared), network: new NetworkTab(shared) };

const button = (words: string, act: () => void, label?: string) =>
  element('button', { class: 'tool', onclick: act, ...(label ? { 'aria-label': label, title: label } : {}) }, words);

const search = element('input', {
  type: 'search',
  placeholder: 'Filter questions',
  'aria-label': 'Filter questions by words',
  oninput: () => filter({ words: search.value }),
});
const relation = element(
  'select',
  {
    'aria-label': 'Filter by relation',
    onchange: () => filter({ relation: WORST_FIRST.find((one) => one === relation.value) ?? null }),
  },
  element('option', { value: '' }, 'All relations'),
  ...WORST_FIRST.map((one) => element('option', { value: one }, one)),
);
const family = element('select', {
  'aria-label': 'Filter by kind of question',
  onchange: () => filter({ family: family.value || null }),
});
const entities = element('input', {
  type: 'checkbox',
  onchange: () => {
    keep({ entities: entities.checked });
    views.network.draw();
  },
});
const tools: Readonly<Record<Tab, HTMLElement>> = {
  table: element(
    'div',
    { class: 'tools' },
    search,
    relation,
    family,
    count,
    button('Export CSV', () => host.postMessage({ type: 'saveTable', revision, rows: table.shownRows() })),
  ),
  timeline: element('div', { class: 'tools' }, ...pictureTools('timeline')),
  network: element(
    'div',
    { class: 'tools' },
    element('label', {}, entities, ' Who and what they speak of'),
    element('span', { class: 'remarks' }, '■ source  ● quoted  ◆ spoken of'),
    ...pictureTools('network'),
  ),
};
const tabs = TABS.map((tab) =>
  element(
    'button',
    { role: 'tab', id: `tab-${tab}`, 'aria-controls': `panel-${tab}`, onclick: () => choose(tab) },
    TAB_WORDS[tab],
  ),
);
const panels = TABS.map((tab) =>
  element(
    'section',
    { role: 'tabpanel', id: `panel-${tab}`, 'aria-labelledby': `tab-${tab}` },
    tools[tab],
    views[tab].element,
  ),
);
const status = element('div', { class: 'status', role: 'status', hidden: true });
const notices = element('div', { class: 'notices' });
const tabList = element('div', { role: 'tablist', 'aria-label': 'Views of the comparison' }, ...tabs);
const content = element('main', { hidden: true }, tabList, notices, ...panels, passages.element);

function pictureTools(picture: Picture): HTMLElement[] {
  const save = async (format: 'svg' | 'png') => {
    const { svg } = views[picture];
    if (!svg) return;
    const drawn = format === 'svg' ? svgText(svg) : await pngBase64(svg);
    host.postMessage({ type: 'savePicture', picture, format, content: drawn });
  };
  const savePng = () => {
    save('png').catch(() => say('The picture could not be drawn as PNG; SVG works.', []));
  };
  return [
    button('+', () => views[picture].zoomBy(1.5), 'Zoom in'),
    button('−', () => views[picture].zoomBy(1 / 1.5), 'Zoom out'),
    button('Reset', () => views[picture].resetZoom(), 'Reset zoom'),
    button('Export SVG', () => void save('svg')),
    button('Export PNG', savePng),
  ];
}

function filter(change: Partial<PageState['filter']>): void {
  keep({ filter: { ...state.filter, ...change } });
  table.filter();
}

function choose(tab: Tab): void {
  if (tab !== state.tab) passages.hide();
  keep({ tab });
  for (const [at, name] of TABS.entries()) {
    const selected = name === tab;
    tabs[at]?.setAttribute('aria-selected', String(selected));
    tabs[at]?.setAttribute('tabindex', selected ? '0' : '-1');
    const panel = panels[at];
    if (panel) panel.hidden = !selected;
  }
  // A view is drawn for the room that it has, so only while it is seen.
  if (shown) views[tab].show(shown);
}

tabList.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const next = TABS[(TABS.indexOf(state.tab) + step + TABS.length) % TABS.length] as Tab;
  choose(next);
  tabs[TABS.indexOf(next)]?.focus();
});

/** Shows a line above the views, or alone where there are none. */
function say(words: string, acts: readonly HTMLElement[]): void {
  status.hidden = false;
  status.replaceChildren(element('span', {}, words), ...acts);
}

function fillFamilies({ rows }: ShownComparison): void {
  const families = [...new Set(rows.map((row) => row.family))].sort();
  if (state.filter.family !== null && !families.includes(state.filter.family)) families.push(state.filter.family);
  family.replaceChildren(
    element('option', { value: '' }, 'All kinds'),
    ...families.map((one) => element('option', { value: one }, one)),
  );
  family.value = state.filter.family ?? '';
}

function receive(message: HostMessage): void {
  const chooseOthers = () => button('Choose Articles...', () => host.postMessage({ type: 'choose' }));
  const again = () => button('Compare Again', () => host.postMessage({ type: 'again' }));
  switch (message.type) {
    case 'progress': {
      const { words, done, total } = message;
      const bar = element('progress', {
        max: total,
        'aria-label': 'Articles read',
        ...(done < total ? { value: done } : {}),
      });
      say(`${words} (${Math.min(done + 1, total)} of ${total})`, [
        bar,
        button('Cancel', () => host.postMessage({ type: 'cancel' })),
      ]);
      break;
    }
    case 'nothing':
      shown = null;
      content.hidden = true;
      say(message.words, [chooseOthers(), again()]);
      break;
    case 'comparison': {
      status.hidden = true;
      const fresh = message.revision !== revision || !shown;
      revision = message.revision;
      shown = message.shown;
      content.hidden = false;
      notices.replaceChildren(...message.notices.map((notice) => element('p', {}, notice)));
      if (shown.rows.length === 0) {
        say('No two statements of these articles answer one question. Timeline and network show what each says.', [
          chooseOthers(),
        ]);
      }
      fillFamilies(shown);
      if (fresh) choose(state.tab);
    }
  }
}

search.value = state.filter.words;
relation.value = state.filter.relation ?? '';
entities.checked = state.entities;
document.body.append(status, content);
say('Opening...', []);
onMessage(receive);
new ResizeObserver(() => {
  if (shown && state.tab !== 'table') views[state.tab].draw();
}).observe(document.body);
host.postMessage({ type: 'ready' });
