import { addTo } from '../../util/groupBy.ts';
import { OFFICES, ORGANISATION_NOUNS, PERSON_NOUNS } from '../entities/nouns.ts';
import type { Cue } from './cuePoints.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PERSONS: ReadonlySet<string> = new Set([
  ...OFFICES,
  ...PERSON_NOUNS,
  ...words(
    'aide accountant advocate agronomist anthropologist archaeologist architect astronomer astronaut baker biologist boxer broker brother builder buyer caretaker chemist chef choreographer clerk client climatologist comedian composer conductor consultant councillor councilman councilwoman counsel counsellor curator cyclist daughter dealer delegate dentist deputy designer detective developer dissident donor driller ecologist electrician epidemiologist farmer father fighter filmmaker firefighter fisherman footballer foreman forester geologist goalkeeper grandfather grandmother guard guide guitarist hairdresser herder hostage housewife hunter husband hydrologist inspector intern investigator investor jurist labourer laborer landlord lecturer librarian lieutenant linguist mathematician mechanic meteorologist midwife migrant miner monk mother mp neighbour neighbor nephew niece novelist nun nurse nutritionist ombudsman organiser organizer paediatrician painter paramedic passenger pastor pathologist pensioner pharmacist philosopher photographer physicist pianist pilot playwright plumber poet policeman policewoman postdoc postman practitioner preacher presenter priest principal prisoner producer programmer psychiatrist psychologist publicist ranger rapper receptionist rector referee refugee registrar resident retiree rival runner sailor seismologist sergeant shepherd shopkeeper shopper sister skipper sociologist solicitor son specialist statistician strategist striker supervisor surgeon surveyor survivor swimmer tailor technician tenant therapist trader trainer translator treasurer trustee tycoon veteran veterinarian vet volcanologist volunteer waiter waitress warden welder whistleblower widow widower wife winemaker witness worker wrestler zoologist virologist toxicologist mufti patriarch cleric cfo coo chair chairperson midfielder defender winger batsman bowler pitcher quarterback sprinter jockey golfer',
  ),
]);
const BODIES: ReadonlySet<string> = new Set([
  ...ORGANISATION_NOUNS,
  ...words(
    'directorate secretariat inspectorate tribunal brewer builder carmaker chipmaker chain conglomerate consortium consultancy contractor cooperative developer distributor drugmaker exporter fund giant grocer hospital importer insurer laboratory lender maker miner ngo operator producer provider publisher refiner shipbuilder shipper website steelmaker subsidiary supermarket supplier syndicate tabloid trader utility weekly wholesaler brand carrier chemist shipowner shipyard studio lab label platform portal station clinic faction insurgency',
  ),
]);
const PLACES = words(
  'area beach borough bay canal canyon capital cape city coast commune county creek crossing dam delta desert district divide enclave estuary forest glacier governorate gulf hamlet harbour harbor highlands hill hills island islands isle isthmus lagoon lake locality municipality mountain mountains oasis oblast parish peak peninsula plain plateau port prefecture province quarter rapids reef region reservoir resort ridge river settlement shore sound state steppe strait suburb territory town township valley village volcano wetlands',
);
const VESSELS =
  'ferry tanker ship vessel yacht trawler frigate destroyer submarine freighter warship corvette icebreaker tugboat steamer liner schooner barge spacecraft';
const THINGS = words(
  `${VESSELS} drone missile rocket aircraft helicopter jet bomber warplane rifle howitzer launcher tank torpedo airliner satellite`,
);
/** Last words of the names of companies, which are called by what stands before them too. */
export const COMPANY_ENDS = words(
  'airlines airways bancorp biosciences biotech capital consulting diagnostics electronics energy engineering enterprises entertainment events financial foods gold group health healthcare holding holdings industries infrastructure insurance labs laboratories lines logistics metals mills minerals mining motors partners petroleum pharma pharmaceuticals properties radio refining resources retail robotics securities semiconductors software solutions supermarkets systems technologies telecom therapeutics tv ventures',
);
/** Last words of the names of bodies that stand behind a word of any kind. */
export const BODY_ENDS: ReadonlySet<string> = new Set([
  ...COMPANY_ENDS,
  ...words(
    'agency alliance army association authority bank board brewery broadcasting bureau chronicle club coalition commission committee company co-operative corporation council courier daily department dispatch evening federation firm force forces foundation front gazette herald initiative institute insider inquirer international journal league ledger magazine media messenger ministry monitor movement network networks news newspaper observatory observer office oil organisation organization party police post records register reporter review school sentinel services shipping society telegraph television times tribune trust utilities watch water works',
  ),
]);
/** Legal forms behind the names of companies, in many countries. */
const LEGAL_FORM =
  /^(?:Inc|Corp|Corporation|Ltd|Limited|LLC|LLP|[Pp]lc|PLC|AG|GmbH|ASA|AS|AB|ApS|Oyj?|Pty|Pte|Bhd|Ltda|OOO|PAO|JSC|PJSC|Kft|Zrt|Nyrt|EOOD|SpA|Srl|SARL|SAS|SA|NV|BV|S\.A\.?|B\.V\.?|N\.V\.?|S\.p\.A\.?|S\.r\.l\.?|S\.A\.S\.?|S\.L\.?|A\.S\.?|A\.Ş\.?|K\.K\.?|doo|d\.o\.o\.?|a\.s\.?)\.?$/;
/** The words of a name before its legal form and the comma or full stop beside that; all words where none would be left. */
export function withoutLegalForm(words: readonly string[]): readonly string[] {
  let end = words.length;
  let legal = false;
  for (; end > 1; end--) {
    const word = words[end - 1] as string;
    if (LEGAL_FORM.test(word)) legal = true;
    else if (!/^[,.]$/.test(word)) break;
  }
  return legal ? words.slice(0, end) : words;
}
export const ARTICLES = words('a an the one its their his her another');

type Kind = 'person' | 'organization' | 'location' | 'product';

/** A trader or builder may be a person or a company. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...[...THINGS].map((noun) => [noun, 'product'] as const),
  ...[...PLACES].map((noun) => [noun, 'location'] as const),
  ...[...BODIES].filter((noun) => !PERSONS.has(noun)).map((noun) => [noun, 'organization'] as const),
  ...[...PERSONS].filter((noun) => !BODIES.has(noun)).map((noun) => [noun, 'person'] as const),
]);

/** What a noun in lower case says that something is. */
export function kindOf(noun: string): Kind | undefined {
  return KINDS.get(noun);
}

type CueTable = ReadonlyMap<string, readonly Cue[]>;

function cueTable(lists: { readonly [cue in Cue]?: string }): CueTable {
  const table = new Map<string, Cue[]>();
  for (const [cue, list] of Object.entries(lists)) for (const word of list.split(' ')) addTo(table, word, cue as Cue);
  return table;
}

/** Right before a name, or before its article. */
export const BEFORE = cueTable({
  'person:honorific':
    'mr mrs ms miss mx dr prof sir dame lord lady madam sheikh mullah ayatollah rev fr sen rep gov gen col maj capt lt sgt',
  'product:role': `${VESSELS} aboard mv ms ss uss hms`,
  'organization:told': 'told',
  'organization:copyright': '© copyright',
  'organization:role': 'acronym',
  'location:in': 'in',
  'location:near': 'near outside across throughout around toward towards off',
});
/** What a name has: "Acme's shares". */
export const OWNED = cueTable({
  'person:owns':
    'wife husband widow widower mother father brother sister son sons daughter daughters uncle aunt cousin nephew niece grandfather grandmother parents relatives lawyer lawyers attorney attorneys body arrest death birth biography childhood mother-in-law fiancée fiance girlfriend boyfriend hometown memoir memoirs career predecessor trial conviction sentence testimony remarks coffin funeral mandate',
  'organization:owns':
    'shares share stock shareholder shareholders subsidiary subsidiaries board ceo cfo headquarters management earnings profit profits revenue revenues sales employees staff customers clients passengers lenders creditors bondholders investors spokesman spokeswoman spokesperson branch branches website brand products product factory factories plants stores outlets fleet pilots workers journalists reporters correspondent correspondents newsroom editor editors members membership leadership executives executive workforce bankruptcy takeover merger acquisition auditors chairman chairwoman chairperson analyst analysts economist strategist bosses fighters militants gunmen commanders licence',
  'location:owns':
    'mayor capital population coast coastline airport harbour harbor port outskirts suburbs parliament economy residents citizens government governor neighbourhood neighbourhoods downtown streets inhabitants borders border ambassador embassy president army east west north south',
});
/** Right behind a name. */
export const BEHIND = cueTable({
  'organization:behind':
    'shares stock shareholders spokesman spokeswoman spokesperson ceo cfo executive executives employees analyst analysts economist headquarters subsidiary board members journalist journalists reporter reporters correspondent radio tv television lawyers staff fighters militants gunmen customers passengers bonds',
  'location:behind':
    'province region district governorate oblast county residents city village town river valley island islands peninsula airport prison border coast suburb municipality harbour harbor',
  'location:facility':
    'mine dam refinery reservoir checkpoint crossing camp stadium neighbourhood neighborhood provinces regions districts road highway street bridge square lake forest pass',
  'person:subject':
    'died arrested sentenced jailed imprisoned married hospitalised hospitalized detained wounded handcuffed buried testified pleaded resigned retired swore smiled laughed wept cried nodded shrugged joked graduated recalled thinks believes wore',
  'person:says':
    'said says added insisted denied recalled explained told admitted argued wrote claimed promised warned tweeted posted',
  'product:sailed': 'capsized sank docked sailed moored',
  'organization:reported': 'reported reports',
});
/** Behind a name and "is" or "was". */
export const PASSIVE = words(
  'born arrested sentenced jailed imprisoned married hospitalised hospitalized detained wounded handcuffed buried',
);
/** Behind a name and "to", in headlines. */
export const PLANNED = words(
  'close shut cut lay acquire buy sell spin list float recall merge build invest hire launch slash axe scrap',
);
/** Behind a name and a hyphen. */
export const HYPHENED = cueTable({
  'organization:hyphen': 'owned backed run operated made controlled affiliated linked',
  'location:based': 'based',
});
/** Before a preposition and a name, by the preposition. */
export const BEFORE_PREPOSITION: ReadonlyMap<string, CueTable> = new Map(
  Object.entries({
    of: cueTable({
      'location:of':
        'city town village province region district county state island islands port capital mayor governor residents people citizens streets outskirts suburb suburbs south north east west coast kilometres kilometers miles km centre center kingdom republic municipality commune government parliament inhabitants parts',
      'organization:of':
        'president secretary-general shares stake subsidiary unit branch arm member members employee employees chairman chairwoman ceo executive customers shareholders founder co-founder acquisition takeover management board owner director spokesman spokeswoman headquarters leader leaders part',
      'person:of':
        'body arrest murder killing assassination widow wife husband son daughter father mother brother sister resignation testimony lawyer lawyers portrait conviction remains death',
    }),
    at: cueTable({
      'organization:at':
        'analyst analysts economist economists researcher professor strategist lecturer director worker workers employee employees engineer scientist manager spokesman spokeswoman spokesperson executive works worked working job jobs editor reporter expert fellow partner consultant head counsel lawyer',
    }),
    for: cueTable({
      'organization:for': 'spokesman spokeswoman spokesperson works worked working correspondent reporter',
    }),
    by: cueTable({
      'organization:by': 'owned operated acquired published manufactured produced built made commissioned',
      'organization:seen-by': 'seen reviewed obtained interviewed consulted verified quoted cited contacted',
    }),
    to: cueTable({ 'organization:told': 'told spoke spoken speaking interview' }),
    in: cueTable({ 'organization:in-shares': 'share shares stake investor investors shareholder shareholders' }),
  }),
);
