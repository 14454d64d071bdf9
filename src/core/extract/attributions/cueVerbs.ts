/**
 * What a verb may govern when it signals a statement:
 * c clause, q quotation, n noun phrase, t "to" and infinitive, o an addressee in between, w question word,
 * f "of", "for", "about" and its noun phrase, g gerund, x "X Y" or "X as Y", a attitude towards a noun phrase.
 */
const VERBS =
  'rule:cf suspect:cn plead:n continue:q read:qc desire:tn insinuate:c recount:cn narrate:q decree:cn warn:cqofn object:c schedule:t order:ont consider:xncg charge:x allow:x sue:x say:cq tell:cqotwf state:cqn announce:cqnw declare:cqnx report:cqnx claim:cqnt write:cq tweet:cqn post:q note:cqn add:cq confirm:cqnw deny:cnqg explain:cqwn reveal:cqnw ' +
  'indicate:cqnw suggest:cqng believe:cqxn think:cqf know:cwf find:cxn show:cn estimate:cn argue:cqf insist:cqf warn:cqofn describe:xnw call:xnf cite:n mention:cn remark:cq comment:cqf ' +
  'observe:cq conclude:cq predict:cqn allege:cqn assert:cqn stress:cqn emphasize:cqn emphasise:cqn underline:cqn highlight:cn acknowledge:cqng admit:cqnfg concede:cqn maintain:cq contend:cq ' +
  'reiterate:cqn disclose:cn recall:cqng reply:cq respond:cq answer:cq caution:cqof testify:cqf reckon:cq feel:cq hope:ctf fear:cn expect:cto understand:cw assume:c guess:c ' +
  'realize:cw realise:cw forecast:cn recommend:cnqg propose:cngqt imply:cn mean:c hint:cf speculate:cf joke:cq boast:cqf complain:cqf lament:cqn ' +
  'ask:qwtofn question:wnq wonder:wq inquire:wq promise:cqntfo vow:cqt pledge:cqnt threaten:tqc agree:ctf refuse:t decide:ctw decline:t offer:tn demand:cnqt urge:oqtnc order:ont request:nto ' +
  'encourage:otn advise:octqn invite:otn instruct:otn want:tno wish:tc plan:tn intend:t aim:t seek:tn prefer:tn attribute:n blame:xn accuse:xo quote:n attest:c certify:c guarantee:cn notify:oc ' +
  'inform:ocf remind:oc assure:ocq ensure:c convince:oc persuade:oct concur:cq retort:q exclaim:q declare:cq shout:q chant:q whisper:q quip:q muse:q ' +
  'document:cn determine:cw discover:c learn:cf hear:cf doubt:cn dispute:nc reject:a dismiss:x refute:n rebut:n counter:cq elaborate:qf clarify:cn signal:cn specify:cnw deem:xn consider:xncg ' +
  'characterize:x characterise:x label:x regard:x view:x see:x denounce:ax brand:x dub:x nickname:x hail:ax name:x identify:x ' +
  'praise:a condemn:a criticize:a criticise:a oppose:a support:a welcome:a thank:a congratulate:a appreciate:a endorse:a defend:a mourn:a regret:a slam:a blast:a apologize:f apologise:f favor:a favour:a back:a ' +
  'denounce:a applaud:a commend:a object:f disagree:f protest:a love:a hate:a respect:a tout:a decry:a lambast:a honor:a honour:a credit:a';

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said',
  read: 'read',
  plead: 'pleaded pled',
  tell: 'told',
  write: 'wrote written',
  think: 'thought',
  know: 'knew known',
  find: 'found',
  show: 'showed shown',
  feel: 'felt',
  understand: 'understood',
  mean: 'meant',
  hear: 'heard',
  see: 'saw seen',
  seek: 'sought',
  forecast: 'forecast',
  deny: 'denied',
  reply: 'replied',
  imply: 'implied',
  testify: 'testified',
  certify: 'certified',
  notify: 'notified',
  specify: 'specified',
  clarify: 'clarified',
  identify: 'identified',
  decry: 'decried',
  admit: 'admitted',
  rebut: 'rebutted',
  prefer: 'preferred',
  dub: 'dubbed',
  plan: 'planned',
  slam: 'slammed',
  label: 'labeled labelled',
  signal: 'signaled signalled',
  concur: 'concurred',
  quip: 'quipped',
  regret: 'regretted',
  refer: 'referred',
  learn: 'learned learnt',
};
const DOUBLED = /^(?:admit|rebut|prefer|dub|plan|slam|concur|quip|regret|refer)$/;

export type CueForm = 'base' | 'third' | 'past' | 'gerund';

export interface CueVerb {
  readonly lemma: string;
  readonly form: CueForm;
  readonly frames: string;
}

/** The inflected forms of the verbs that can signal a statement. */
export const CUE_VERBS: ReadonlyMap<string, CueVerb> = buildForms();

function buildForms(): Map<string, CueVerb> {
  const forms = new Map<string, CueVerb>();
  for (const entry of VERBS.split(' ')) {
    const [lemma = '', flags = ''] = entry.split(':');
    const frames = (forms.get(lemma)?.frames ?? '') + flags;
    const put = (word: string, form: CueForm) => forms.set(word, { lemma, form, frames });
    const yStem = /[^aeiou]y$/.test(lemma);
    const silent = lemma.endsWith('e') && !lemma.endsWith('ee');
    put(lemma, 'base');
    put(yStem ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, 'third');
    const past = IRREGULAR[lemma]?.split(' ') ?? [silent || lemma.endsWith('ee') ? `${lemma}d` : `${lemma}ed`];
    for (const p of past) put(p, 'past');
    const stem = silent ? lemma.slice(0, -1) : DOUBLED.test(lemma) ? lemma + lemma.at(-1) : lemma;
    put(`${stem}ing`, 'gerund');
    if (lemma === 'label' || lemma === 'signal') put(`${lemma}ling`, 'gerund');
  }
  return forms;
}
