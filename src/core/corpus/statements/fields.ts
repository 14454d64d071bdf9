/** Values of one kind of which a report gives one: two articles on one event that give two contradict each other. */
export interface Field {
  /** The question, for people. */
  readonly name: string;
  /** How alike the words around must be (cosine), where each of the two articles names one value only. */
  readonly least: number;
  /** A word that must stand in the sentence. */
  readonly cue?: RegExp;
  /** True where the value says something of the noun behind it: a white van and a red van, not a red hat. */
  readonly ofNoun?: true;
  /** True where the values say themselves what is denied ("not a cent"). */
  readonly denies?: true;
  /**
   * Words and phrases by value; all forms that differ by more than an "s" are listed. `*` stands for any one word.
   * What is too general to exclude another value ("gun", "vehicle") is not listed.
   */
  readonly values: Readonly<Record<string, string>>;
}

/** Common words of English by field, those that news uses; phrases are parted by commas. */
export const FIELDS: readonly Field[] = [
  {
    name: 'weapon',
    least: 0,
    values: {
      rifle: 'rifle, carbine, kalashnikov, ak-47, hunting gun',
      pistol: 'pistol, handgun, revolver, sidearm',
      shotgun: 'shotgun, sawn-off',
      'machine gun': 'machine gun, machine-gun, submachine gun, machine pistol',
      knife: 'knife, knives, dagger, penknife, stiletto, box cutter, boxcutter, razor',
      machete: 'machete, cutlass',
      sword: 'sword, sabre, katana',
      axe: 'axe, hatchet',
      hammer: 'hammer, sledgehammer, mallet',
      bar: 'crowbar, iron bar, metal bar, tyre iron',
      club: 'truncheon, cudgel, baseball bat, wooden club',
      explosives: 'bomb, grenade, explosives, explosive belt, dynamite, explosive device, molotov cocktail, petrol bomb',
      crossbow: 'crossbow, longbow, bow and arrow',
      acid: 'acid',
      toy: 'toy gun, toy pistol, replica gun, imitation firearm, fake gun, water pistol',
    },
  },
  {
    name: 'how it ended',
    least: 0,
    values: {
      surrendered:
        'surrendered, surrender, gave himself up, gave herself up, gave themselves up, given himself up, given herself up, given themselves up, giving himself up, turned himself in, turned herself in, turned themselves in, came out with his hands, came out with her hands, came out with their hands, walked out with his hands, walked out with her hands, laid down his weapons, laid down their weapons, laid down his arms, laid down their arms',
      overpowered:
        'overpowered, overpowering, overwhelmed, stormed, storming, subdued, wrestled to the ground, pinned down, pinned to the ground, commandos storm, police storm, troops storm, soldiers storm, officers storm, commandos burst, police burst, officers burst',
      'shot dead': 'shot dead, gunned down, shot and killed, killed in a shootout, killed by police',
      escaped: 'gave police the slip, slipped away, vanished without trace, managed to flee, managed to escape, escaped on foot, fled on foot',
      'killed himself':
        'took his own life, took her own life, taken his own life, taken her own life, killed himself, killed herself, shot himself, shot herself, hanged himself, hanged herself',
    },
  },
  {
    name: 'cause',
    least: 0,
    cue: /^(?:caus\p{L}*|blam\p{L}*|trigger\p{L}*|spark\p{L}*|start\p{L}*|ignit\p{L}*|due|because|faults?|reasons?|results?|origin\p{L}*|led|fail\p{L}*|investigat\p{L}*|believ\p{L}*|suspect\p{L}*|finding|found|report|concluded?|followed|lit|behind|attributed|responsible|down|set|ran)$/u,
    values: {
      'an electrical fault':
        'short circuit, short-circuit, electrical fault, electrical failure, electric fault, faulty wiring, wiring, power surge, electrical, faulty cable, faulty socket',
      'a battery': 'battery, batteries, charger, power bank',
      gas: 'gas leak, methane, propane, firedamp, gas explosion, gas cylinder, gas bottle, gas pipe, leaking gas',
      arson:
        'arson, arsonist, set alight, deliberately, petrol bomb, sabotage, saboteur, firebomb, started on purpose, set on purpose',
      lightning: 'lightning, thunderbolt',
      smoking: 'cigarette, cigarettes, cigar, smoker, smokers',
      welding: 'welding, welder, blowtorch, angle grinder, soldering, hot work',
      'a mechanical fault':
        'mechanical failure, mechanical fault, brake failure, brakes failed, faulty brakes, engine failure, engine trouble, gearbox, technical failure, technical fault, overheated, overheating, ran hot, burst tyre, tyre burst, blown tyre, steering failure, pump failure',
      'human error':
        'human error, pilot error, driver error, operator error, crew error, fell asleep, asleep at the wheel, asleep at the helm, mobile phone, wrong button, misread, miscalculated, misjudged',
      speed: 'excessive speed, speeding, too fast, high speed',
      fog: 'fog, mist, poor visibility',
      ice: 'black ice, ice, icy, icing',
      wind: 'gust, gusts, crosswind, high winds, strong winds, strong wind, turbulence',
      rain: 'heavy rain, heavy rains, torrential rain, rainfall, downpour',
      animals: 'bird strike, birds, deer, rats, mice, moose, stray dog',
      corrosion: 'corrosion, corroded, rust, rusted, rusty, metal fatigue, hairline crack, fatigue crack',
      overload: 'overload, overloaded, overloading, overcrowded, overcrowding, too heavy',
      alcohol: 'drunk, drunken, alcohol, intoxicated, drink-driving',
      illness: 'heart attack, stroke, epileptic seizure, fainted, diabetic',
      'an attack': 'missile, drone strike, shot down, torpedo, naval mine, sea mine, planted bomb',
      software: 'software, computer error, computer fault, cyberattack, cyber attack, hackers',
      landslide: 'landslide, mudslide, rockfall, avalanche',
    },
  },
  {
    name: 'illness',
    least: 0,
    values: {
      salmonella: 'salmonella, salmonellosis',
      listeria: 'listeria, listeriosis',
      norovirus: 'norovirus, noroviruses',
      'e. coli': 'e. coli, e coli, ehec',
      campylobacter: 'campylobacter',
      rotavirus: 'rotavirus',
      cholera: 'cholera',
      typhoid: 'typhoid',
      dysentery: 'dysentery, shigella',
      hepatitis: 'hepatitis',
      legionella: "legionella, legionnaires'",
      measles: 'measles',
      mumps: 'mumps',
      rubella: 'rubella',
      influenza: 'influenza, flu, bird flu, swine flu',
      covid: 'covid, covid-19, coronavirus',
      meningitis: 'meningitis',
      botulism: 'botulism',
      anthrax: 'anthrax',
      plague: 'plague, bubonic plague',
      dengue: 'dengue',
      malaria: 'malaria',
      ebola: 'ebola',
      diphtheria: 'diphtheria',
      tuberculosis: 'tuberculosis',
      polio: 'polio, poliomyelitis',
      chickenpox: 'chickenpox',
      scabies: 'scabies',
    },
  },
  {
    name: 'substance',
    least: 0,
    values: {
      chlorine: 'chlorine',
      'hydrogen chloride': 'hydrogen chloride, hydrochloric acid',
      ammonia: 'ammonia, ammoniac',
      'carbon monoxide': 'carbon monoxide',
      'carbon dioxide': 'carbon dioxide',
      'sulphur dioxide': 'sulphur dioxide, sulfur dioxide',
      'sulphuric acid': 'sulphuric acid, sulfuric acid',
      'nitric acid': 'nitric acid',
      'hydrogen sulphide': 'hydrogen sulphide, hydrogen sulfide',
      benzene: 'benzene',
      toluene: 'toluene',
      styrene: 'styrene',
      phosgene: 'phosgene',
      phosphorus: 'phosphorus, white phosphorus',
      mercury: 'mercury',
      cyanide: 'cyanide',
      arsenic: 'arsenic',
      asbestos: 'asbestos',
      methanol: 'methanol',
      ethanol: 'ethanol',
      'ammonium nitrate': 'ammonium nitrate',
      formaldehyde: 'formaldehyde',
      'nerve agent': 'sarin, novichok, nerve agent, nerve gas',
      strychnine: 'strychnine',
      polonium: 'polonium',
      thallium: 'thallium',
      ricin: 'ricin',
    },
  },
  {
    name: 'load',
    least: 0,
    cue: /^(?:carry\p{L}*|carri\p{L}*|cargo|load\p{L}*|laden|lad(?:ed|ing)|spill\p{L}*|spilt|leak\p{L}*|tank\p{L}*|aboard|board|freight|oil|slick|escaped|shipment|transport\p{L}*|haul\p{L}*|cannibali[sz]ed|holds?)$/u,
    values: {
      crude: 'crude, crude oil',
      diesel: 'diesel, gas oil, marine diesel',
      petrol: 'petrol, gasoline',
      kerosene: 'kerosene, jet fuel, paraffin, aviation fuel',
      'fuel oil': 'fuel oil, bunker oil, bunker fuel, heavy oil, heavy fuel',
      'vegetable oil': 'palm oil, vegetable oil, sunflower oil, olive oil, soybean oil, rapeseed oil',
      gas: 'lng, liquefied gas, liquefied natural gas, lpg, propane, butane',
      coal: 'coal, coke',
      grain: 'grain, wheat, maize, barley, corn',
      rice: 'rice',
      soya: 'soya, soybeans, soybean',
      timber: 'timber, logs, lumber, wood chips',
      ore: 'iron ore, ore, bauxite',
      cement: 'cement, clinker',
      fertiliser: 'fertiliser, fertilizer, fertilisers, fertilizers, ammonium nitrate, urea, potash',
      sugar: 'sugar',
      livestock: 'livestock, cattle, sheep',
      cars: 'new cars, passenger cars',
      scrap: 'scrap, scrap metal',
    },
  },
  {
    name: 'vessel',
    least: 0.08,
    values: {
      tanker: 'tanker, oil tanker',
      'container ship': 'container ship, containership, container vessel',
      'bulk carrier': 'bulk carrier, bulker',
      freighter: 'freighter, cargo ship, cargo vessel, coaster',
      trawler: 'trawler, fishing boat, fishing vessel',
      ferry: 'ferry, ferries',
      'cruise ship': 'cruise ship, cruise liner',
      yacht: 'yacht, sailing boat, sailboat, catamaran',
      barge: 'barge, lighter',
      tug: 'tug, tugboat',
      dinghy: 'dinghy, dinghies, inflatable boat, rubber boat',
      speedboat: 'speedboat, motorboat, powerboat',
      warship: 'warship, frigate, destroyer, corvette',
      submarine: 'submarine',
    },
  },
  {
    name: 'vehicle',
    least: 0.15,
    values: {
      car: 'car, saloon, sedan, hatchback, estate car, limousine',
      van: 'van, minivan, delivery van, transporter',
      truck: 'truck, lorry, lorries, articulated lorry',
      pickup: 'pickup, pick-up, jeep',
      motorcycle: 'motorcycle, motorbike, motorcyclist',
      scooter: 'scooter, moped, electric scooter, e-scooter',
      bicycle: 'bicycle, bike, bicycles, cyclist, e-bike',
      bus: 'bus, buses, coach, minibus',
      taxi: 'taxi, cab',
      tractor: 'tractor, combine harvester',
      ambulance: 'ambulance',
      helicopter: 'helicopter, chopper',
      plane: 'plane, aeroplane, airplane, light aircraft',
      train: 'train, locomotive',
      tram: 'tram, streetcar',
      horse: 'on horseback',
      'on foot': 'on foot',
      boat: 'by boat, rowing boat, speedboat, motorboat, dinghy',
    },
  },
  {
    name: 'way in',
    least: 0,
    cue: /^(?:enter\p{L}*|entry|entrance|broken?|breaking|climb\p{L}*|smash\p{L}*|forc\p{L}*|got|gain\p{L}*|came|through|via|prised?|pried|cut|lowered|abseil\p{L}*|dug|drill\p{L}*|unlock\p{L}*|keys?)$/u,
    values: {
      window: 'window, window pane, shop window',
      skylight: 'skylight, roof light, rooflight, dome',
      roof: 'roof, rooftop',
      'side door': 'side door, side entrance',
      'back door': 'back door, rear door, rear entrance, service entrance, tradesmen entrance, delivery entrance',
      'front door': 'front door, main door, main entrance, front entrance, main gate',
      'fire exit': 'fire exit, emergency exit, fire escape, fire door, emergency door',
      cellar: 'cellar, basement',
      tunnel: 'tunnel, sewer, drain',
      wall: 'hole in the wall, through the wall, through a wall',
      shaft: 'ventilation shaft, air vent, lift shaft, elevator shaft, air duct',
      key: 'with a key, with keys, stolen key, spare key, copied key, duplicate key',
    },
  },
  {
    name: 'illness or injury',
    least: 0.1,
    cue: /^(?:broken?|broke|fractured?|fractures|shot|hit|stabbed|injur\p{L}*|wound\p{L}*|hurt|amputated|struck|torn|tore|ruptured?|sprained|bruised|operat\p{L}*|bitten|burn\p{L}*|cut)$/u,
    values: {
      leg: 'leg, thigh, shin, tibia, calf',
      arm: 'arm, forearm, elbow',
      shoulder: 'shoulder, collarbone',
      hand: 'hand, finger, thumb',
      wrist: 'wrist',
      knee: 'knee, cruciate ligament, meniscus',
      ankle: 'ankle, achilles tendon',
      foot: 'foot, toe, heel',
      hip: 'hip, pelvis',
      groin: 'groin, hamstring, adductor',
      back: 'spine, vertebra, vertebrae',
      head: 'head, skull, concussion',
      face: 'cheekbone, jaw, nose, eye socket',
      neck: 'neck, throat',
      chest: 'chest, rib, ribs, lung',
      stomach: 'stomach, abdomen, belly',
    },
  },
  {
    name: 'criminal record',
    least: 0,
    denies: true,
    values: {
      none: 'no criminal record, no police record, no record, no previous convictions, no prior convictions, no previous offences, not known to police, not known to the police, unknown to police, unknown to the police, clean record, spotless record, never been in trouble',
      known:
        'known to police, known to the police, previous convictions, previous conviction, prior convictions, prior conviction, repeat offender, already been convicted, been convicted before, served time, suspended sentence, criminal past, was on parole, was on probation, earlier conviction, previously convicted',
    },
  },
  {
    name: 'price',
    least: 0.1,
    denies: true,
    values: {
      free: 'be free, are free, is free, free of charge, for free, no charge, at no cost, for nothing',
      halved: 'halved, halve, cut in half, half price, half fare, half-price',
      doubled: 'doubled, double, doubling, twice as much, twice as expensive',
      tripled: 'tripled, triple, three times as much',
      unchanged: 'unchanged, stay the same, remain the same, price freeze, frozen at',
      scrapped: 'scrapped, abolished, done away with',
    },
  },
  {
    name: 'payment',
    least: 0.06,
    denies: true,
    cue: /^(?:pay|pays|paid|payments?|wages?|salar(?:y|ies)|bonus(?:es)?|pensions?|rent|debts?|invoices?|refund\p{L}*|compensation|fees?|bills?)$/u,
    values: {
      'in full': 'in full, paid on time, been paid, were paid, fully paid, to the last cent',
      'not at all':
        'unpaid, not a cent, seen a cent, not a penny, seen a penny, a cent of, a penny of, not been paid, never been paid, never paid, not paid, went unpaid, without pay, still waiting for, still owed, paid nothing, paid him nothing, paid her nothing, paid them nothing',
      'in part': 'half of their, part of their, half the wages, half their wages, in part, in instalments',
    },
  },
  {
    name: 'how many of them',
    least: 0.15,
    denies: true,
    values: {
      all: 'each and every, every single, every one of, all of the, all of its, all of them, without exception',
      most: 'most of the, the majority of, most of them, more than half, over half, two thirds, two-thirds, three quarters, almost all, nearly all',
      few: 'fewer than half, less than half, under half, a minority of, only a few, only some, a handful of, barely half, hardly any, very few, a third of, a quarter of',
      none: 'none of the, none of them, not one of, not a single one',
    },
  },
  {
    name: 'colour',
    least: 0,
    ofNoun: true,
    values: oneEach('white black red blue green yellow orange brown pink purple silver beige', {
      grey: 'grey, gray',
    }),
  },
  {
    name: 'nationality',
    least: 0,
    ofNoun: true,
    values: oneEach(
      'afghan albanian algerian american angolan armenian australian austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch egyptian eritrean estonian ethiopian filipino finnish french georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan kuwaiti latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian singaporean slovak somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean',
      { argentine: 'argentine, argentinian', nepalese: 'nepalese, nepali', slovenian: 'slovenian, slovene' },
    ),
  },
  {
    name: 'side',
    least: 0,
    ofNoun: true,
    values: oneEach('left right'),
  },
  {
    name: 'material',
    least: 0,
    ofNoun: true,
    values: oneEach('silver bronze copper iron lead marble ivory clay wooden ceramic leather plastic', {
      gold: 'gold, golden',
      stone: 'stone, granite, limestone, sandstone',
    }),
  },
  {
    name: 'period',
    least: 0,
    ofNoun: true,
    values: oneEach(
      'roman viking celtic mesolithic neolithic medieval byzantine carolingian merovingian hellenistic etruscan phoenician',
      {
        'bronze age': 'bronze age, bronze-age',
        'iron age': 'iron age, iron-age',
        'stone age': 'stone age, stone-age',
        'anglo-saxon': 'anglo-saxon, saxon',
      },
    ),
  },
];

/** Values that are told by one word each, and others. */
function oneEach(words: string, others: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(words.split(' ').map((word) => [word, word])), ...others };
}
