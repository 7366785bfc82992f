/**
 * English words that people should not have to look up, each with what to say instead.
 * Flow:    here → en.ts.
 * Promise: `say` can stand in a text as it is.
 * Source:  docs/plain-language.md; docs/law.md 10.9 and 11 CCR 7220(c)(1) (purposes that name none); plainlanguage.gov
 *          word list.
 */
import type { UnwantedWords } from '../tongue.ts';

export const englishUnwanted: UnwantedWords = {
  legal: [
    {
      pattern:
        'processing|process(?:es|ed)? (?:your |the |this |this personal |any |personal )?(?:data|information)|data (?:is|are|was|were|be) processed',
      say: 'use',
      meaning: 'anything done with data',
      plain: ['anything done with', 'anything we do with', 'what we do with'],
    },
    {
      pattern: '(?:data )?controllers?',
      say: 'we',
      meaning: 'the company that decides how data is used',
      plain: ['compan', 'decides why', 'that is us'],
    },
    {
      pattern: '(?:data |sub-?)processors?',
      say: 'a company that works with the data for us',
      plain: ['works for us', 'work for us', 'for us'],
    },
    {
      pattern: 'data subjects?',
      say: 'you',
      meaning: 'the people the data is about',
      plain: ['the person the data is about', 'that is you'],
    },
    {
      pattern: 'legitimate interests?',
      say: 'a good reason of our own, weighed against your interests',
      plain: ['good reason', 'weigh', 'own reason'],
    },
    {
      pattern: '(?:legal|lawful) bas[ei]s',
      say: 'what allows us to do this',
      plain: ['allows us', 'lets us', 'permits us'],
    },
    {
      pattern: 'profiling',
      say: 'guessing things about you from your data',
      plain: ['guess', 'conclusions about', 'picture of you'],
    },
    {
      pattern: 'automated (?:individual )?decision[- ]making(?: technolog(?:y|ies))?',
      say: 'decisions that a computer makes',
      plain: ['computer', 'machine', 'program'],
    },
    {
      pattern: String.raw`pseudonymi[sz]\w+`,
      say: 'kept under a code instead of your name',
      plain: ['code instead', 'without your name', 'instead of your name'],
    },
    {
      pattern: 'data portability|right to portability',
      say: 'taking your data to somebody else',
      plain: ['take', 'taking'],
    },
    {
      pattern: 'rectification|rectif(?:y|ied)',
      say: 'correction',
      meaning: 'putting wrong data right',
      plain: ['correct'],
    },
    {
      pattern: 'third[- ]part(?:y|ies)',
      say: 'other companies',
      meaning: 'other companies, such as a parcel service',
      plain: ['other compan', 'others', 'such as', 'namely'],
    },
    {
      pattern: 'special categor(?:y|ies)',
      say: 'especially sensitive data, such as data about health',
      plain: ['sensitive', 'health', 'such as'],
    },
    {
      pattern: 'algorithm(?:s|ic|ically)?',
      say: 'rules that a computer follows',
      plain: ['rule', 'computer', 'program', 'steps'],
    },
    { pattern: 'machine[- ]learning', say: 'a program that learns from examples', plain: ['learn', 'example'] },
    { pattern: 'counterfactuals?', say: 'what would have changed the result', plain: ['would have', 'changed'] },
    { pattern: 'inferences?', say: 'what we conclude about you', plain: ['conclude', 'guess'] },
    {
      pattern: 'GDPR|CCPA|CPRA|ADMT|DSARs?|PII|DPIA|FRIA',
      say: 'data protection law',
      meaning: 'a law that protects your data',
      plain: ['protection law', 'privacy law', 'copy of your data'],
    },
    {
      pattern: String.raw`Art(?:icle|\.) ?\d+`,
      say: 'what the rule says',
      plain: ['which says', 'says that', 'the rule that', 'the right to'],
    },
  ],
  stiff: [
    { pattern: 'pursuant to', say: 'under' },
    { pattern: 'here(?:in|inafter|by|under|to|with|of)', say: 'here' },
    { pattern: 'there(?:of|in|under|to|with|by|upon)', say: 'of it|in it' },
    { pattern: 'aforementioned|aforesaid|above-mentioned', say: 'this' },
    { pattern: 'notwithstanding', say: 'even if' },
    { pattern: 'in accordance with|in compliance with', say: 'as … says' },
    { pattern: 'in the event (?:of|that)', say: 'if' },
    { pattern: 'prior to', say: 'before' },
    { pattern: 'subsequent(?:ly)?(?: to)?', say: 'after' },
    { pattern: 'with (?:regard|respect) to|in respect of', say: 'about' },
    { pattern: 'for the purposes? of', say: 'to|for' },
    { pattern: 'utili[sz](?:e[sd]?|ing|ation)', say: 'use' },
    { pattern: 'commenc(?:e[sd]?|ing|ement)', say: 'start' },
    { pattern: 'facilitat(?:e[sd]?|ing|ion)', say: 'help' },
    { pattern: 'endeavou?r(?:s|ed|ing)?', say: 'try' },
    { pattern: 'shall', say: 'must|will' },
    { pattern: 'solely', say: 'only' },
    { pattern: 'inter alia|mutatis mutandis|ipso facto', say: 'among others' },
    { pattern: 'the provision of', say: 'giving' },
  ],
  generic: [
    {
      pattern: String.raw`(?:improv|enhanc|optimi[sz]|develop)\w* (?:(?:and|or) \w+ )?(?:our|the|your) (?:\w+ )?(?:services?|products?|offers?|offerings?|experience|business)`,
      say: 'to answer your messages faster',
    },
    {
      pattern: '(?:(?:legitimate |general |our )?business|various|analytics?|statistical) purposes?',
      say: 'to send you the bill',
    },
    { pattern: 'future research', say: 'to find out why loans are paid late' },
    { pattern: '(?:a better|the best(?: possible)?) (?:customer |user )?experience', say: 'so that you wait less' },
  ],
};
