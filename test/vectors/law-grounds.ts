/**
 * What each ground may refuse, read in the laws and written down as one plain list that is never made from src/law: the
 * ground, under which laws, which requests, on which terms, where it stands, and what that place says. The requests
 * are named by the right that they use, as the law counts them.
 *
 * text      the officer has to say what the case is
 * part      part of the answer may be withheld while the rest is given
 * unknown   nobody could make sure who asks, so that it may be used before anybody did
 * paused    only while the person is asked for something
 * no-right  only where the law gives no such right
 *
 * Source:  decision 0132.
 */
const rights: Readonly<Record<string, string>> = {
  // The GDPR and the UK GDPR, by article. Article 15 is asked for whole or in parts; 22 is the person who looks again.
  15: 'access,access-categories,third-party-list,ai-explanation',
  16: 'rectification',
  17: 'erasure',
  18: 'restriction',
  20: 'portability',
  21: 'objection',
  22: 'human-review',
  '15-21':
    'access,access-categories,third-party-list,ai-explanation,rectification,erasure,restriction,portability,objection',
  // Title 1.81.5 of the Civil Code of California with its regulations.
  know: 'access,access-categories,portability,third-party-list',
  consumer: 'access,access-categories,portability,third-party-list,ai-explanation,human-review,rectification,erasure',
  correct: 'rectification',
  check: 'sensitive-accuracy-check',
  delete: 'erasure',
  logic: 'ai-explanation',
  appeal: 'human-review',
  sale: 'optout-sale-share',
  limit: 'limit-sensitive',
  admt: 'optout-admt',
  // What the acts of the other states call the rights of a consumer, and what is asked when one was refused.
  profiling: 'optout-profiling',
  again: 'dsr-appeal',
  // Everything that can be refused at all: a consent is withdrawn and advertising is stopped without a ground.
  all:
    'access,access-categories,ai-explanation,human-review,rectification,erasure,restriction,portability,objection,' +
    'optout-sale-share,limit-sensitive,optout-admt,optout-profiling,third-party-list,dsr-appeal,complaint,' +
    'sensitive-accuracy-check',
};

const rows = `
art11-unidentifiable|EU,UK|15,16,17,18,20|unknown|GDPR 11(2)|they rest until details show whose data it is
art12-5-unfounded|EU|15-21,22|text|GDPR 12(5)|what is plainly without a basis may be refused, and the refuser proves it
art12-5-excessive|EU|15-21,22|text|GDPR 12(5); C-526/24|even the first one, where an intent to abuse is proved
art12-5-fee|EU,UK|15-21,22|text|GDPR 12(5)(a)|the costs may be asked for instead
art12-6-identity-not-resolved|EU,UK|15-21,22|unknown|GDPR 12(6)|for 15 to 21; 22 is ours: no stranger sees a decision
art23-national-restriction|EU|15-21,22|text,part|GDPR 23|a law of the Union or of a state may narrow 12 to 22
uk-12-5-unfounded-or-excessive|UK|15-21,22|text|UK GDPR 12(5)|one test for both
uk-12a-no-clarification|UK|15|text,unknown,paused|UK GDPR 12A|for 15 alone one may ask which data is meant
uk-exemption|UK|15-21|text,part|DPA 2018 Sch 2|the listed provisions end with 21(1)
uk-reasonable-proportionate-search|UK|15|text,part|UK GDPR 15(1A)|what 15 owes is what such a search finds
art15-4-rights-of-others|EU,UK|15,20|part|GDPR 15(4); 20(4)|a copy, and what is taken along, may not harm others
trade-secret-balance|EU,UK|access,ai-explanation|text,part|C-203/22|an authority or a court weighs it
accurate-data|EU,UK|16|text,part|GDPR 16|only what is not right is put right
art17-no-ground|EU,UK|17|part|GDPR 17(1)|six grounds, and none of them is there
art17-3-a-expression|EU,UK|17|text,part|GDPR 17(3)(a)|expression and information
art17-3-b-legal-obligation|EU,UK|17|text,part|GDPR 17(3)(b)|a duty under law
art17-3-c-public-health|EU,UK|17|text,part|GDPR 17(3)(c)|public health
art17-3-d-archiving-research|EU,UK|17|text,part|GDPR 17(3)(d)|archives, research, statistics
art17-3-e-legal-claims|EU,UK|17|text,part|GDPR 17(3)(e)|claims
art18-no-ground|EU,UK|18|-|GDPR 18(1)|four cases, and none of them is there
art20-not-provided-by-subject|EU,UK|20|part|GDPR 20(1)|only what the person gave
art20-wrong-basis|EU,UK|20|part|GDPR 20(1)(a)|only on a consent or a contract
art20-not-automated|EU,UK|20|part|GDPR 20(1)(b)|only what machines handle
art21-compelling-grounds|EU,UK|21|text|GDPR 21(1)|grounds that weigh more
art21-legal-claims|EU,UK|21|text|GDPR 21(1)|or claims
art21-6-research-public-interest|EU,UK|21|text|GDPR 21(6)|research for a task of public interest goes on
art22-not-solely-automated|EU|22,ai-explanation|part|GDPR 22(1)|only decisions of a machine alone; what it did is told
art22-no-significant-effect|EU|22|-|GDPR 22(1)|only decisions with an effect in law or as strong
not-solely-automated|UK|22|-|UK GDPR 22A(1)(a)|a person had a real part in it
no-significant-effect|UK|22|-|UK GDPR 22A(1)(b)|no effect in law or as strong
ai-act-86-2-exception|EU|ai-explanation|text,part|AI Act 86(2)|where law takes the use out or limits the duty
ai-act-86-3-other-union-right|EU|ai-explanation|part|AI Act 86(3)|only where no other law of the Union gives it
ca-unverified|US-CA|consumer,check|unknown|11 CCR 7060|whoever asks is verified, but for an opt-out
ca-fraud-belief|US-CA|consumer,check,sale,limit,admt|text,unknown|11 CCR 7026(e); 7221(g)|a reasoned belief in fraud
ca-not-consumer|US-CA|all|unknown|Cal. Civ. Code 1798.140(i)|a consumer is a resident
ca-twice-in-12-months|US-CA|know|-|Cal. Civ. Code 1798.130(b)|no more than two in twelve months
ca-exempt-145|US-CA|all|text,part|Cal. Civ. Code 1798.145|data that other law has the say about
ca-never-disclose|US-CA|know,logic|part|11 CCR 7024(d)|numbers, passwords and body data are named and never sent
ca-disproportionate-effort|US-CA|know,correct,delete|text,part|11 CCR 7001; 7022|told in detail
ca-unfounded-excessive|US-CA|consumer,check|text|Cal. Civ. Code 1798.145(h)(3)|without a basis, or again and again
ca-del-transaction|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(1)|to do what was ordered
ca-del-security|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(2)|security and integrity
ca-del-debug|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(3)|errors
ca-del-speech|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(4)|free speech
ca-del-calecpa|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(5)|the act on electronic communications
ca-del-research|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(6)|research that the person agreed to
ca-del-internal-aligned|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(7)|inside only, as one would expect
ca-del-legal-obligation|US-CA|delete|text,part|Cal. Civ. Code 1798.105(d)(8)|a duty under law
ca-correct-accurate-totality|US-CA|correct|text,part|11 CCR 7023(b)|all in all more likely right than wrong
ca-correct-repeat-6-months|US-CA|correct|-|11 CCR 7023(g)|the same was refused within six months
ca-correct-fraud|US-CA|correct|text,unknown|11 CCR 7023(h)|a belief in fraud or abuse
ca-admt-human-appeal|US-CA|admt|text|11 CCR 7221(b)(1)|one who may change the outcome hears an appeal
ca-admt-hiring-admission|US-CA|admt|text|11 CCR 7221(b)(2)|taking somebody on, for work or for study
ca-admt-work-allocation|US-CA|admt|text|11 CCR 7221(b)(3)|sharing out work and pay
ca-not-significant-decision|US-CA|logic,appeal,admt|-|11 CCR 7001(ddd)|money, housing, education, work, health
ca-not-admt-human-involved|US-CA|logic,admt|-|11 CCR 7001(e)|somebody who knows, looks further and may change it
ca-limit-permitted-purpose|US-CA|limit|text,part|11 CCR 7027(m)|the purposes that stay
us-unauthenticated|US but US-CA|consumer,again|unknown|state acts|an opt-out needs no proof of who asks, the rest does
us-unfounded-excessive-repetitive|US but US-CA|consumer,sale,profiling,again|text|state acts|the refuser proves it
us-exempt-entity|US but US-CA|all|text|state acts|banks, public bodies and others
us-exempt-data|US but US-CA|all|text,part|state acts|health, credit and other data
us-trade-secret|US but US-CA|know,logic|text,part|state acts|no secret has to be told
us-pseudonymous-separate|US but US-CA|know,logic,correct,delete|part|state acts|what names the person lies apart
us-legal-claims|US but US-CA|consumer,sale,profiling,again|text,part|state acts|no act keeps anybody from a claim
us-internal-ops|US but US-CA|delete,profiling|text,part|state acts|inside only, as one would expect
co-human-involved|US-CO|profiling|text|4 CCR 904-3-9.04|a person was involved, and how is told
co-not-commercially-reasonable|US-CO|appeal|text|C.R.S. 6-1-1705|as far as it is reasonable in trade
national-exemption|BR,CA,CA-QC,CH,IN|all|text,part|national provision|each law has its own
right-not-in-regime|*|all|text,no-right|no such right|nothing to refuse`;

export interface WrittenGround {
  readonly code: string;
  readonly regimes: readonly string[];
  readonly except: readonly string[];
  readonly kinds: readonly string[];
  readonly terms: readonly string[];
  /** Where it stands, each place as the law counts it. */
  readonly places: readonly string[];
}

const listOf = (text: string): readonly string[] => (text === '' ? [] : text.split(','));

export const writtenGrounds: readonly WrittenGround[] = rows
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', where = '', kinds = '', terms = '', places = ''] = line.split('|');
    const [regimes = '', except = ''] = where.split(' but ');
    return {
      code,
      regimes: listOf(regimes),
      except: listOf(except),
      kinds: listOf(kinds)
        .flatMap((kind) => listOf(rights[kind] ?? kind))
        .sort(),
      terms: terms === '-' ? [] : listOf(terms),
      places: places.split('; '),
    };
  });
