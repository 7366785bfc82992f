/**
 * The protecting headers of every answer: made once by helmet, then only copied.
 * Flow:    app (start) → here → send.
 * Promise: no page may load, frame or send anything elsewhere; nothing inline runs, except the styles of /docs.
 * Source:  docs/design.md 12 (content-security policy); ASVS 5.0 chapter 3.
 */
import helmet from 'helmet';

type HeaderSet = Readonly<Record<string, string>>;
/** `shared` is what pages elsewhere may load. */
export type HeaderKind = 'api' | 'page' | 'docs' | 'shared';

const none = ["'none'"];
const self = ["'self'"];
const closed = { defaultSrc: none, baseUri: none, frameAncestors: none };

const policies = {
  api: { ...closed, formAction: none },
  page: {
    ...closed,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:'],
    fontSrc: self,
    connectSrc: self,
    formAction: self,
    requireTrustedTypesFor: ["'script'"],
  },
  docs: {
    ...closed,
    scriptSrc: self,
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: self,
    formAction: none,
  },
} as const satisfies Record<Exclude<HeaderKind, 'shared'>, Readonly<Record<string, readonly string[]>>>;

const permissions = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Lets helmet write its headers into a map instead of a response, so that a request pays for a copy only. */
function madeByHelmet(
  directives: Readonly<Record<string, readonly string[]>>,
  referrer: 'no-referrer' | 'same-origin',
): HeaderSet {
  const made: Record<string, string> = {};
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(directives).map(([name, sources]) => [name, [...sources]])),
    },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
    referrerPolicy: { policy: referrer },
    xFrameOptions: { action: 'deny' },
    // For browsers that are gone; every byte is paid on every check.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  const response = {
    setHeader: (name: string, value: string) => Object.assign(made, { [name]: value }),
    removeHeader: () => undefined,
  };
  // Helmet sets headers and reads nothing of a request; what it is given here is all that it uses.
  protect({} as never, response as never, (fault?: unknown) => {
    if (fault !== undefined) throw fault;
  });
  return Object.freeze({ ...made, 'Permissions-Policy': permissions });
}

const api = madeByHelmet(policies.api, 'no-referrer');

export const headerSets: Readonly<Record<HeaderKind, HeaderSet>> = {
  api,
  // With no-referrer a browser sends `Origin: null` even with our own forms.
  page: madeByHelmet(policies.page, 'same-origin'),
  docs: madeByHelmet(policies.docs, 'no-referrer'),
  shared: { ...api, 'Cross-Origin-Resource-Policy': 'cross-origin' },
};

const flat = (set: HeaderSet): readonly string[] => Object.freeze(Object.entries(set).flat());

/** The same as a list of names and values, which is what node writes fastest. */
export const headerLists: Readonly<Record<HeaderKind, readonly string[]>> = {
  api: flat(headerSets.api),
  page: flat(headerSets.page),
  docs: flat(headerSets.docs),
  shared: flat(headerSets.shared),
};
