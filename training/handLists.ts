import type { WordFlag } from '../src/core/lexicon/wordFlags.ts';

/** Closed classes of English written down by us; underscores stand for spaces. */
export const HAND_LISTS: Partial<Record<WordFlag, string>> = {
  title:
    'mr mrs ms miss dr prof professor president vice-president premier chancellor senator sen rep congressman congresswoman governor gov mayor minister secretary ambassador king queen prince princess pope bishop archbishop cardinal father sister saint st imam sheikh sheik mullah ayatollah rabbi reverend rev general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal private admiral commander cmdr chief inspector constable judge justice attorney chairman chairwoman chair director sir dame lord lady baron count duke spokesman spokeswoman spokesperson detective officer coach hon honorable emir sultan',
  organizationWord:
    'inc corp corporation company co ltd limited llc plc gmbh ag sa bank group holdings university college institute school academy ministry department agency bureau commission committee council congress parliament senate assembly court party union federation association society foundation organization organisation network alliance coalition front army navy force forces police guard brigade corps authority administration office service services club fc team league times post news tribune herald journal gazette broadcasting television radio press airlines airways motors industries international partners center centre church museum library hospital laboratory trust fund board movement league studios records entertainment technologies systems media brotherhood militia command emirate caliphate',
  placeWord:
    'north south east west northern southern eastern western central upper lower river lake mount mountain mountains valley island islands bay gulf sea ocean strait peninsula coast beach desert forest park bridge street road avenue boulevard square airport station port harbor harbour province district county state states city town village region territory republic kingdom prison base border creek canyon cape hills plains canal stadium arena palace castle tower plaza',
  calendar:
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow ramadan',
  role: 'leader expert analyst researcher official lawyer author journalist reporter correspondent editor founder owner chief executive head deputy activist candidate lawmaker politician player scientist engineer teacher student soldier officer',
};
