/**
 * What each ground may refuse, set down a second time as one plain list: the ground, under which laws, which kinds of
 * request (or a group of them), and its terms. It was taken from the rows as they stood, so it holds what may not
 * change unseen, and is no second reading of the laws.
 *
 * text      the officer has to say what the case is
 * part      part of the answer may be withheld while the rest is given
 * unknown   nobody could make sure who asks, so that it may be used before anybody did
 * paused    only while the person is asked for something
 * no-right  only where the law gives no such right
 */
const copies = 'access,access-categories,portability,third-party-list';
const explained = `${copies},ai-explanation`;
const decided = `${explained},human-review,rectification,erasure`;
const groups: Readonly<Record<string, string>> = {
  copies,
  explained,
  european: `${decided},restriction,objection`,
  californian: `${decided},sensitive-accuracy-check`,
  'opt-outs': 'optout-sale-share,optout-profiling',
  all:
    `${decided},restriction,objection,sensitive-accuracy-check,optout-sale-share,optout-profiling,` +
    'limit-sensitive,optout-admt,dsr-appeal,complaint',
};

const rows = `
art11-unidentifiable|EU,UK|explained,rectification,erasure,restriction|unknown
art12-5-unfounded|EU|european|text
art12-5-excessive|EU|european|text
art12-5-fee|EU,UK|european|text
art12-6-identity-not-resolved|EU,UK|european|unknown
art23-national-restriction|EU|european|text,part
uk-12-5-unfounded-or-excessive|UK|european|text
uk-12a-no-clarification|UK|european|text,unknown,paused
uk-exemption|UK|european|text,part
uk-reasonable-proportionate-search|UK|explained|text,part
art15-4-rights-of-others|EU,UK|explained|part
trade-secret-balance|EU,UK|access,ai-explanation|text,part
accurate-data|EU,UK|rectification|text,part
art17-no-ground|EU,UK|erasure|part
art17-3-a-expression|EU,UK|erasure|text,part
art17-3-b-legal-obligation|EU,UK|erasure|text,part
art17-3-c-public-health|EU,UK|erasure|text,part
art17-3-d-archiving-research|EU,UK|erasure|text,part
art17-3-e-legal-claims|EU,UK|erasure|text,part
art18-no-ground|EU,UK|restriction|-
art20-not-provided-by-subject|EU,UK|portability|part
art20-wrong-basis|EU,UK|portability|part
art20-not-automated|EU,UK|portability|part
art21-compelling-grounds|EU,UK|objection|text
art21-legal-claims|EU,UK|objection|text
art21-6-research-public-interest|EU,UK|objection|text
art22-not-solely-automated|EU|human-review,ai-explanation|part
art22-no-significant-effect|EU|human-review|-
not-solely-automated|UK|human-review|-
no-significant-effect|UK|human-review|-
ai-act-86-2-exception|EU|ai-explanation|text,part
ai-act-86-3-other-union-right|EU|ai-explanation|part
ca-unverified|US-CA|californian|unknown
ca-fraud-belief|US-CA|californian,optout-sale-share,limit-sensitive,optout-admt|text,unknown
ca-not-consumer|US-CA|all|unknown
ca-twice-in-12-months|US-CA|copies|-
ca-exempt-145|US-CA|all|text,part
ca-never-disclose|US-CA|explained|part
ca-disproportionate-effort|US-CA|copies,rectification,erasure|text,part
ca-unfounded-excessive|US-CA|californian|text
ca-del-transaction|US-CA|erasure|text,part
ca-del-security|US-CA|erasure|text,part
ca-del-debug|US-CA|erasure|text,part
ca-del-speech|US-CA|erasure|text,part
ca-del-calecpa|US-CA|erasure|text,part
ca-del-research|US-CA|erasure|text,part
ca-del-internal-aligned|US-CA|erasure|text,part
ca-del-legal-obligation|US-CA|erasure|text,part
ca-correct-accurate-totality|US-CA|rectification,sensitive-accuracy-check|text,part
ca-correct-repeat-6-months|US-CA|rectification|-
ca-correct-fraud|US-CA|rectification|text,unknown
ca-admt-human-appeal|US-CA|optout-admt|text
ca-admt-hiring-admission|US-CA|optout-admt|text
ca-admt-work-allocation|US-CA|optout-admt|text
ca-not-significant-decision|US-CA|ai-explanation,human-review,optout-admt|-
ca-not-admt-human-involved|US-CA|ai-explanation,optout-admt|-
ca-limit-permitted-purpose|US-CA|limit-sensitive|text,part
us-unauthenticated|US but US-CA|explained,human-review,rectification,erasure,dsr-appeal|unknown
us-unfounded-excessive-repetitive|US but US-CA|explained,opt-outs,human-review,rectification,erasure,dsr-appeal|text
us-exempt-entity|US but US-CA|all|text
us-exempt-data|US but US-CA|all|text,part
us-trade-secret|US but US-CA|explained|text,part
us-pseudonymous-separate|US but US-CA|explained,rectification,erasure|part
us-legal-claims|US but US-CA|explained,opt-outs,human-review,rectification,erasure,dsr-appeal|text,part
us-internal-ops|US but US-CA|erasure,optout-profiling|text,part
co-human-involved|US-CO|optout-profiling|text
co-not-commercially-reasonable|US-CO|human-review|text
national-exemption|BR,CA,CA-QC,CH,IN|all|text,part
right-not-in-regime|*|all|text,no-right`;

export interface WrittenGround {
  readonly code: string;
  readonly regimes: readonly string[];
  readonly except: readonly string[];
  readonly kinds: readonly string[];
  readonly terms: readonly string[];
}

const listOf = (text: string): readonly string[] => (text === '' ? [] : text.split(','));

export const writtenGrounds: readonly WrittenGround[] = rows
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', where = '', kinds = '', terms = ''] = line.split('|');
    const [regimes = '', except = ''] = where.split(' but ');
    return {
      code,
      regimes: listOf(regimes),
      except: listOf(except),
      kinds: listOf(kinds)
        .flatMap((kind) => listOf(groups[kind] ?? kind))
        .sort(),
      terms: terms === '-' ? [] : listOf(terms),
    };
  });
