import type { Block } from './blocks.ts';
import { endsSentence } from './blocks.ts';

const AGENCIES =
  'AFP|AP|Reuters|EFE|EPA|ANSA|DPA|PA|PTI|TASS|Xinhua|Getty(?: Images)?|Shutterstock|iStock|Alamy|Bloomberg|Associated Press|Press Association|Agence France-Presse|NurPhoto|Anadolu(?: Agency)?|Sputnik|Europa Press|Wikimedia(?: Commons)?|Flickr|Unsplash|Pixabay|NASA|NOAA';
const MEDIA =
  'handout|screen(?:grab|shot)|supplied|archives?|file(?: photo)?|courtesy photo|agencies|(?:(?:social|communication) (?:media|networks|(?:networking )?sites))';
const CREDIT_END = new RegExp(
  `\\((?:(?:photo|image|picture|credit|source|file|video)s?\\b[^()]{0,60}|(?:[^()]{0,40}[\\s/,])?(?:${AGENCIES})(?:[\\s/,][^()]{0,40})?|(?:[^()]{0,40}[\\s/,])?(?:${MEDIA}))\\)[.\\s]*$`,
  'i',
);
/** "(Ann Lee/Harbour Post)" behind a caption. */
const NAME_AND_MEDIUM = /\(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3} ?\/ ?\p{Lu}[^()]{1,40}\)[.\s]*$/u;
/** "... on Tuesday. Photo: Ann Lee / Agency": a caption with its credit. */
const CREDITED =
  /[.)\]|–—-]\s*(?:file |archive )?(?:photo(?:graph)?|picture|image|credit|foto)s?(?: credit| by|graph)?(?:\s?[:/]|(?<= by)(?=\s))\s?\S(?:[^.!?]|(?<=\b\p{L})\.|\.(?=\p{Ll})){0,70}\.?$|\.\s?©\s?\S[^.!?]{0,50}$/iu;
/** The same behind a caption without a full stop: "The old bridge in 1930 Image: Town Archive." */
const CREDITED_OPEN =
  /\s(?:Photo(?:graph)?|Picture|Image|Credit)s?(?: credit| by)?: ?\p{Lu}(?:[^.!?]|(?<=\b\p{L})\.|\.(?=\p{Ll})){0,70}\.?$/u;
const CREDIT_LINE = new RegExp(
  `^(?:(?:photo|image|picture|credit|file photo|video)s?(?: (?:by|credit|from|courtesy|caption|source))?\\s*[:©/|]?\\s*)?[©\\s]*(?:(?:${AGENCIES})[\\s./|,©]*){1,3}$`,
  'i',
);
const LABEL_LINE =
  /^(?:(?:image|photo|picture|media|video|figure)s? (?:caption|credit|source|by|courtesy)\b|(?:image|photo|picture|credits?|photo credits?|file photo|caption|source|sources|tags?|topics?|filed under|copyright|©|\(c\)\s|all rights reserved|related|share (?:this|on|via)|follow (?:us|@)|subscribe|sign up|newsletter|log ?in|advertisement|sponsored|continue reading|read (?:more|also|next|the full|it later|in app)|also read|see also|see more|see:|watch(?: more| also| live| the video)?\s*:|listen(?: to this)?\s*:|more (?:on|from|about|stories|news)\b[^.]{0,60}$|click here|print this|email this|save this|comments?\s*(?:\(\d+\)|:|$)|leave a (?:reply|comment)|previous (?:article|post|story)|next (?:article|post|story)|home\s*[>»/]|skip to|cookie|we use cookies|this article (?:was|is) (?:originally|first)|don.t miss|most (?:read|popular|viewed)|trending|recommended|you (?:may|might) (?:also )?(?:be interested|like)|what to read next|latest news|breaking news\s*[:|]?$|last updated?|updated?(?: on| at)?\s*[:\d](?!-)|published(?: on| at)?\s*[:\d]|posted (?:on|by|at)\b|first published)|[\d.,]+ ?(?:shares|views|comments|likes|min(?:ute)?s? read)\b)/i;
/** "Sources close to the club say ...": the subject of a sentence rather than a label. */
const SOURCES_SAY = /^sources?\s+(?!by\b|courtesy\b)[a-z]/i;
/** What the editors say of the article. */
const OF_THE_ARTICLE =
  /^(?:this|an? (?:earlier|previous) version of this) (?:article|story|report|post|page|text) (?:was|is|has been|originally|incorrectly|misstated|gave|said|first) ?(?:amended|updated|corrected|edited|translated|first|originally|published|produced|the|that|how)?/i;
const CORRECTION = /^[[(*]?\s?(?:corrections?|clarifications?|editors?['’]s? note)\s?[:(–—]/i;
/** Who paid for it and who helped. */
const HELP =
  /^[Tt]his (?:investigation|reporting|project|series|story|article|report|work) (?:was|is|has been) (?:\p{Ll}+ )?(?:supported|funded|financed|made possible|co-?published)\b|^\p{Lu}[^.;:]{3,90} contributed (?:reporting|research|to (?:this|the) (?:report|story|article|investigation))\b[^.]{0,60}\.?$/u;
const NAMES = "\\p{Lu}[\\p{L}.'’-]*(?:(?:,| and| in| &)? \\(?\\p{Lu}[\\p{L}.'’-]*\\)?){0,12}";
/** "Additional reporting: Ann Lee (Harbour Post). Editing by Mark Tully." */
const WORK_BY = new RegExp(
  `^[([]?(?:(?:[Aa]dditional|[Ff]urther|[Ww]ith additional) )?(?:[Rr]eporting|[Rr]esearch|[Ff]act[- ]?check(?:ing|ed)|[Ee]dit(?:ing|ed)|[Tt]ranslat(?:ion|ed)|[Ii]llustrations?|[Gg]raphics?|[Pp]hotography|[Tt]ext|[Ww]ords|[Ww]riting|[Pp]roduction)(?: and \\p{Ll}+)?(?: by |: ?)${NAMES}(?:[.)\\];]|$)`,
  'u',
);
const REACH_THE_AUTHOR =
  /(?:^|[.!?] )(?:Reach|Contact|Follow|E-?mail|Write to) (?:her|him|them|the (?:author|writer|reporter))\b/;
/** "City Council @citycouncil · Jun 2": a post shown in the article. */
const POST = /^\p{Lu}[^@.!?]{1,40} @\w{2,30} [·•]\s/u;
const INBOX = /\b(?:in|to|into) your (?:e-?mail )?inbox\b/i;
const NAMES_AND_PLACES =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:(?:,| and| in| for| of|,? and in)(?: \p{Lu}[\p{L}.'’-]+){1,4}){1,5}$/u;
const STAFF =
  /\b(?:[Cc]orrespondents?|[Rr]eporters?|[Ss]taff|[Ss]pecial to|[Nn]ewsroom|[Nn]ews [Dd]esk|[Aa]gencies|[Ee]ditorial [Tt]eam)\b/;
/** A small word that no line of names and their posts has. */
const PROSE_WORD =
  /(?:^|\s)(?!(?:of|in|for|at|the|and|from|to|with|our|by|correspondents?|reporters?|staff|writers?|agencies|newsroom|desk|own|special)\b)\p{Ll}/u;
/** Heads of boxes after which, near the end, nothing of the article follows. */
const END_MARKER =
  /^(?:recommended|related|more (?:on|from|stories|news|about|like this|(?:\p{L}+ )?(?:news|stories|headlines)$)|keep reading$|also on|read (?:also|more|next)$|key moments|explore more|you (?:may|might)|most (?:read|popular|viewed)|trending|previous (?:article|post)|next (?:article|post)|share (?:this|on)|comments?\b|leave a (?:reply|comment)|tags?\s*:|sources?$|references$|external links|sister links|subscribe|sign up|newsletter|what to read next|latest (?:news|stories)|don.t miss|popular (?:now|stories))/iu;
const BYLINE =
  /^(?:[Bb]y|BY|[Ff]rom|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Ww]ords by)\s+\p{Lu}[\p{L}.'’-]*(?:[\s,|&]+(?:and\s+)?\p{Lu}[\p{L}.'’-]*){0,9}$/u;
const SOCIAL =
  /^(?:facebook|twitter|whatsapp|linkedin|telegram|pinterest|e-?mail|print|reddit|copy link|share|tweet|menu|search|home|news|login|register)(?:[\s|,/·•]+\p{L}+){0,8}$/iu;
const LABEL = /^(\p{Lu}[\p{L}\s]{1,22}?)\s?:\s/u;

const DATE_WORDS =
  /^(?:\d{1,4}(?:st|nd|rd|th|am|pm)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|at|on|am|pm|[a-z]{2,4}|updated|published|posted|last|gmt|utc|\d{1,2}:\d{2}(?::\d{2})?|of|the)$/i;

/** True for a line that holds a date, perhaps with a time of day and a label, and nothing else. */
export function isDateLine(text: string): boolean {
  if (text.length > 60 || !/\d/.test(text)) return false;
  const words = text.split(/[\s,.|/–—()-]+/).filter((w) => w !== '' && w !== ':');
  return (
    words.length >= 2 &&
    words.every((w) => DATE_WORDS.test(w.replace(/:$/, ''))) &&
    /\b(?:19|20)\d\d\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text)
  );
}

/** True for a line that is no prose by its own look: credits, captions with credits, boxes, links, bylines. */
export function looksLikeFurniture(block: Block): boolean {
  const { words } = block;
  if (words > 60) return false;
  const text = block.text.replace(/^[[(*–—]\s?(?=\p{Lu})/u, '');
  if (isDateLine(text)) return true;
  if (!/\p{L}/u.test(text)) return true;
  if (HELP.test(text) || WORK_BY.test(text)) return true;
  if (OF_THE_ARTICLE.test(text) || REACH_THE_AUTHOR.test(text) || INBOX.test(text) || POST.test(text)) return true;
  if (CREDIT_END.test(text) || NAME_AND_MEDIUM.test(text) || CREDITED.test(text) || CREDITED_OPEN.test(text))
    return true;
  if (words <= 8 && CREDIT_LINE.test(text)) return true;
  if (words <= 40 && LABEL_LINE.test(text) && !(endsSentence(text) && (words > 14 || SOURCES_SAY.test(text))))
    return true;
  if (words <= 12 && text.length < 120 && (BYLINE.test(text) || SOCIAL.test(text))) return true;
  if (/^(?:https?:\/\/|www\.)\S+$/.test(text)) return true;
  return text.includes(' | ') && !endsSentence(text) && words <= 30;
}

/** "Ann Lee in Oslo and Mark Tully in Arvik", "Oslo – Our Correspondents": who wrote it, where the line stands below a headline. */
export function isNamesAndPlaces({ text, words }: Block): boolean {
  if (words > 14) return false;
  return NAMES_AND_PLACES.test(text) || (STAFF.test(text) && !PROSE_WORD.test(text) && !endsSentence(text));
}

/** What the editors put right: it says what the article no longer claims. */
export function isCorrection({ text, words }: Block): boolean {
  return words <= 60 && CORRECTION.test(text);
}

export function isEndMarker(text: string): boolean {
  return text.length < 90 && END_MARKER.test(text);
}

/** The label before a colon at the start of a line ("Watch: ..."), lower-cased. */
export function labelOf(text: string): string | null {
  return LABEL.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Who is named in a byline ("By Ada Lovelace"); null for any other line. */
export function authorOf(text: string): string | null {
  if (text.length >= 120 || !BYLINE.test(text)) return null;
  return /^(?:(?:written|reported|story|words) )?by\s+(.*)$/i.exec(text)?.[1] ?? null;
}
