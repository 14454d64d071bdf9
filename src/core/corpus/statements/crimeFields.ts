import type { Field } from './field.ts';

/** What reports tell of crimes, courts, people and money. */
export const CRIME_FIELDS: readonly Field[] = [
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
      explosives:
        'bomb, grenade, explosives, explosive belt, dynamite, explosive device, molotov cocktail, petrol bomb',
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
      escaped:
        'gave police the slip, slipped away, vanished without trace, managed to flee, managed to escape, escaped on foot, fled on foot',
      'killed himself':
        'took his own life, took her own life, taken his own life, taken her own life, killed himself, killed herself, shot himself, shot herself, hanged himself, hanged herself',
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
    name: 'motive',
    least: 0,
    cue: /^(?:motive|motives|because|reason|wanted|demand\p{L}*|revenge|believed|suspected|acted|out|over)$/u,
    values: {
      ransom: 'ransom, ransom demand',
      revenge: 'revenge, vengeance, retaliation',
      jealousy: 'jealousy, jealous',
      debts: 'debt, gambling debt, gambling debts, unpaid wages',
      insurance: 'insurance fraud, insurance money',
      politics: 'political motive, politically motivated, terrorism, terrorist, extremist',
      religion: 'religious motive, religiously motivated, islamist, jihadist',
      'a family matter': 'custody dispute, family dispute, family feud, divorce',
      illness: 'mental illness, mentally ill, psychosis, psychotic, depression',
    },
  },
  {
    name: 'charge',
    least: 0.05,
    cue: /^(?:charge[ds]?|charges|convicted|accused|guilty|trial|suspicion|suspected|indicted|sentenced|tried|pleaded)$/,
    values: {
      murder: 'murder',
      manslaughter: 'manslaughter, culpable homicide, negligent homicide, negligent killing',
      'attempted murder': 'attempted murder, attempted homicide',
      robbery: 'robbery, armed robbery',
      burglary: 'burglary',
      theft: 'theft, larceny, stealing',
      fraud: 'fraud, forgery',
      embezzlement: 'embezzlement, misappropriation, breach of trust',
      arson: 'arson',
      kidnapping: 'kidnapping, hostage-taking, abduction, false imprisonment',
      negligence: 'negligence, gross negligence, endangerment',
      bribery: 'bribery, corruption',
      'tax evasion': 'tax evasion, tax fraud',
      'money laundering': 'money laundering, money-laundering',
      espionage: 'espionage, spying',
      treason: 'treason, sedition',
      assault: 'assault, grievous bodily harm, bodily harm',
      blackmail: 'blackmail, extortion',
      smuggling: 'smuggling, trafficking',
      'insider trading': 'insider trading, insider dealing',
    },
  },
];
