/** Verbs of saying, as lemmas; others that report tell what somebody thinks, wants or shows. */
const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `say tell add report claim announce state write note explain argue warn according ask deny confirm insist accuse
  suggest reveal acknowledge admit allege assert assure declare describe disclose mention quote recall remark reply
  respond comment conclude stress emphasize emphasise maintain testify tweet post indicate blame criticize criticise call
  promise vow pledge urge predict estimate complain concede joke observe answer boast caution charge contend continue
  counter deplore dispute exclaim inform interject lament mutter proclaim protest reiterate relate repeat retort shout
  signal swear threaten underline underscore voice whisper`.split(/\s+/),
);

const LEAST_OF_SPEECH = 0.38;
const LEAST_OF_MIND = 0.62;

/** The least score of a reading: verbs of mind and will describe as often as they report, so they need to be surer. */
export function leastScore(lemma: string): number {
  return SPEECH_VERBS.has(lemma) ? LEAST_OF_SPEECH : LEAST_OF_MIND;
}
