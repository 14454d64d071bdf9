/** States that exclude each other. */
export const STATES: readonly Readonly<Record<string, string>>[] = [
  {
    open: 'open, unlocked, ajar, wide open',
    closed: 'closed, shut, locked, chained, blocked, sealed off, barred, bolted',
  },
  {
    intact:
      'intact, left intact, undamaged, unharmed, unscathed, unbroken, untouched, still standing, left standing, survived',
    destroyed:
      'destroyed, burned down, burnt down, collapsed, ruined, flattened, in ruins, demolished, gutted, wrecked, shattered, reduced to ashes, burned, burnt, burning, torched, set ablaze, set on fire',
  },
  {
    working:
      'worked, working, functioned, functioning, in working order, operated normally, worked perfectly, in order, switched on, turned on, up and running',
    'not working':
      'failed, broken, defective, faulty, out of order, switched off, turned off, out of service, out of action, disabled, disconnected, disarmed, stayed silent, remained silent, was silent',
  },
  {
    accepted:
      'accepted, approved, granted, passed, backed, ratified, endorsed, gave the green light, signed off, gave permission',
    rejected: 'rejected, refused, turned down, voted down, vetoed, dismissed, thrown out, threw out, blocked, withheld',
  },
  {
    welcomed: 'welcomed, praised, supported, supports, backed, applauded, hailed, in favour of',
    opposed:
      'condemned, opposed, opposes, criticised, criticized, denounced, slammed, withdrawn, protested, objected, called for its withdrawal, against the plan',
  },
  {
    up: 'rose, risen, rises, increased, grew, grown, climbed, jumped, gained, went up, improved, soared',
    down: 'fell, fallen, falls, dropped, declined, decreased, shrank, sank, slipped, went down, worsened, plunged, lost',
  },
  {
    'in hand':
      'retook, retaken, recaptured, regained control, regain control, regaining control, back in control, in full control, under full control',
    lost: 'lost control, out of control, fled the town, fled the city, abandoned the town, abandoned the city',
  },
  { guilty: 'guilty, convicted', innocent: 'acquitted, innocent, cleared, not guilty, exonerated' },
  { sober: 'sober', drunk: 'drunk, intoxicated, over the limit, smelled of alcohol' },
  {
    empty: 'empty, deserted, half-empty, unoccupied, vacant',
    full: 'full, crowded, packed, sold out, overcrowded, fully occupied, fully booked',
  },
  {
    deliberate: 'deliberate, deliberately, intentional, intentionally, on purpose',
    accidental: 'accidental, accidentally, accident, by mistake, inadvertently, unintentional',
  },
  { insured: 'insured, covered by insurance', uninsured: 'uninsured, not insured, no insurance, without insurance' },
  {
    alone: 'alone, on his own, on her own, by himself, by herself, single-handed, lone, acted alone',
    together: 'with accomplices, accomplice, with a companion, together with, with others, with two others',
  },
  { armed: 'armed', unarmed: 'unarmed' },
  {
    masked: 'masked, hooded, in balaclavas, wearing masks',
    unmasked: 'unmasked, bare-faced, without masks, faces uncovered',
  },
  { awake: 'awake, on patrol, at his post, at her post', asleep: 'asleep, sleeping, dozing' },
  {
    found: 'recovered, found again, has been found, returned, turned up',
    lost: 'still missing, remains missing, never found, not been found, no trace, vanished',
  },
  {
    stopped: 'halted, stopped, suspended, abandoned, broken off, called off, cancelled, discontinued, terminated',
    'going on':
      'continues, continue, continued, goes on, going ahead, resumed, ongoing, carried on, to the end, as planned',
  },
  {
    agreed: 'deal reached, reached a deal, reached an agreement, agreed on, agreement was reached, struck a deal',
    failed:
      'talks collapsed, talks broke down, talks failed, without agreement, no agreement, ended without a result, deadlock',
  },
  {
    warned: 'warned, had warned, warnings, been informed, was informed, were informed, notified, were told, was told',
    unwarned:
      'without warning, not warned, no warning, never warned, not informed, never told, not been told, were not told, was not told, learned from the news, by surprise',
  },
  { new: 'brand-new, brand new', old: 'second-hand, used, ageing, decades-old' },
  {
    legal: 'legal, lawful, licensed, with a licence, with a permit, had a permit',
    illegal: 'illegal, unlawful, unlicensed, without a licence, without a permit, had no permit',
  },
  { conscious: 'conscious, responsive', unconscious: 'unconscious, in a coma, unresponsive' },
  {
    voluntary: 'voluntary, voluntarily, of his own accord, of her own accord, willingly',
    forced: 'forced, against his will, against her will, sacked, fired, dismissed, pushed out',
  },
  {
    'in office': 'kept his job, kept her job, stays in office, remains in office',
    gone: 'stepped down, resigned, quit, lost his job, lost her job',
  },
  {
    safe: 'safe, harmless, no danger, no risk, well tolerated',
    dangerous: 'unsafe, dangerous, harmful, toxic, contaminated, serious side effects',
  },
  {
    first: 'for the first time, unprecedented, never happened before',
    again: 'once again, not the first time, for the second time, for the third time',
  },
  { secret: 'in secret, behind closed doors, secretly, in private', public: 'in public, publicly, televised' },
  {
    unanimous: 'unanimously, unanimous, without dissent, with no votes against',
    split: 'narrowly, by a narrow margin, split vote, by one vote, by a majority, by a slim majority',
  },
  {
    'above expectations':
      'beat expectations, above expectations, better than expected, exceeded expectations, beat forecasts, more than expected',
    'below expectations':
      'missed expectations, below expectations, worse than expected, fell short, missed forecasts, less than expected, disappointed',
  },
  {
    early: 'ahead of schedule, ahead of time, earlier than planned',
    punctual: 'on time, on schedule, as scheduled',
    late: 'behind schedule, later than planned, with a delay, belatedly',
  },
  {
    'in the budget': 'within budget, under budget, on budget',
    'over the budget': 'over budget, cost overrun, exceeded its budget, more expensive than planned',
  },
  {
    married: 'married',
    single: 'unmarried, bachelor',
    divorced: 'divorced, separated, ex-wife, ex-husband, former wife, former husband',
    widowed: 'widowed, widow, widower',
  },
  {
    admitted: 'admitted, admits, confessed, pleaded guilty, made a confession',
    denied:
      'pleaded not guilty, denied the charge, denied the charges, denies the charges, protested his innocence, protested her innocence, maintains his innocence, maintains her innocence',
  },
  {
    claimed: 'claimed responsibility',
    unclaimed:
      'no group claimed, no one claimed, nobody claimed, denied responsibility, denied involvement, denied any involvement',
  },
  {
    'reached the top': 'reached the summit, reached the top, stood on the summit, summited',
    'turned back': 'turned back, short of the summit, gave up',
  },
  {
    temporary: 'temporary, temporarily, interim, provisional',
    permanent: 'permanent, permanently, for good, definitive',
  },
  {
    private: 'privately owned, private company, family-owned',
    state: 'state-owned, publicly owned, nationalised, nationalized',
  },
  { wet: 'flooded, under water, submerged', dry: 'stayed dry, remained dry, was dry' },
  {
    real: 'genuine, authentic, real gun, live ammunition',
    fake: 'fake, forgery, counterfeit, replica, blanks, blank cartridges, toy',
  },
  {
    paid: 'ransom was paid, paid the ransom, paid a ransom',
    unpaid: 'no ransom, refused to pay, without paying, not a cent was paid',
  },
];
