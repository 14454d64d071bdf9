/** Stems that speak for a topic; the topic with the most hits wins, the earlier on a tie. */
const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['casualties', /\b(?:kill|dead\b|death|die[sd]?\b|dying|injur|wound|casualt|fatalit|victim|toll|massacre|bodies)/g],
  [
    'responsibility',
    /\b(?:responsib|perpetrat|behind (?:the|it|them)|blame|accus|culprit|suspect|claimed by|carried out)/g,
  ],
  [
    'attack',
    /\b(?:attack|bomb|blast|explo|shoot|shot\b|gunm|strike|raid|assault|militant|terror|hostage|ambush|detonat|stab)/g,
  ],
  ['origin', /\b(?:found(?:ed|ing|er)|form(?:ed|ation)|born in|establish|creat|emerged|origin|split from|offshoot)/g],
  ['strength', /\b(?:fighters?|troops|strength|members|manpower|militiam|recruit|number of|soldiers)/g],
  [
    'finance',
    /\b(?:financ|fund|money|cost|price|dollar|euro|budget|bank|invest|econom|trade|tax|market|revenue|income|debt|sanction|traffick)/g,
  ],
  ['negotiation', /\b(?:negotiat|deal\b|agreement|talks|treaty|ceasefire|truce|accord|peace)/g],
  [
    'relations',
    /\b(?:all(?:y|ies|ied)|enem|link|relation|rival|oppos|affiliat|associat|differenc|clash|cooperat|part of|support)/g,
  ],
  ['warning', /\b(?:warn|threat|alert|alarm|risk|danger|fear)/g],
  ['leadership', /\b(?:leader|head of|chief|command|led by|in charge|appoint|resign|successor|elected)/g],
  ['role', /\b(?:director|correspondent|analyst|researcher|spokes|minister|president|general|professor|secretary)/g],
  ['response', /\b(?:respon[ds]|retaliat|forgive|hunt|pledge|promis|address|order(?:ed|s)|authori[sz])/g],
  [
    'military',
    /\b(?:militar|army|force|war\b|weapon|missile|defen[cs]e|defeat|guerrilla|front|battle|offensive|troop)/g,
  ],
  ['evacuation', /\b(?:evacuat|flee|fled|refugee|displac|escape|migrant|leave the)/g],
  [
    'law',
    /\b(?:court|judge|trial|law|legal|convict|sentenc|charg|arrest|prison|police|crime|jury|lawsuit|ban(?:ned)?\b|rule[ds]?\b)/g,
  ],
  ['health', /\b(?:health|hospital|disease|virus|vaccin|patient|doctor|medic|covid|infect|pandemic)/g],
  [
    'disaster',
    /\b(?:earthquake|flood|storm|hurricane|fire|wildfire|crash|accident|collaps|tsunami|erupt|derail|rescue)/g,
  ],
  [
    'politics',
    /\b(?:government|elect|vote|party|parliament|senat|congress|minister|president|coalition|policy|campaign|reform|power)/g,
  ],
  ['science', /\b(?:research|study|scien|space|planet|species|discover|experiment|universit|climate|orbit|satellite)/g],
  ['sport', /\b(?:match|game|team|player|coach|league|cup\b|goal|score|champion|olympic|tournament|season)/g],
  [
    'location',
    /\b(?:located|based in|border|region|province|headquarter|territor|operat(?:es|ing) in|situated|north|south|east|west)/g,
  ],
];

/** The topic of a claim by its words, or `other`. */
export function topicOf(text: string): string {
  const lower = text.toLowerCase();
  let best = 'other';
  let most = 0;
  for (const [topic, pattern] of TOPICS) {
    const hits = lower.match(pattern)?.length ?? 0;
    if (hits > most) {
      most = hits;
      best = topic;
    }
  }
  return best;
}
