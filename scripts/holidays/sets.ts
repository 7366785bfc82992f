/**
 * The sets of public holidays, whose deadlines each moves, and the law that makes its days.
 * Flow:    write-holidays.ts, text.ts → here.
 * Promise: one file of snapshots holds what is looked over together.
 */

interface HolidaySource {
  /** Whose law of deadlines takes these days; a set of one Member State serves the whole Union (decision 0112). */
  readonly regime: string;
  readonly source: string;
}

const land = (code: string, source: string): readonly [string, HolidaySource] => [
  `DE-${code}`,
  { regime: 'EU-DE', source },
];

const lands = Object.fromEntries([
  land('BW', 'Feiertagsgesetz (FTG) of Baden-Württemberg'),
  land('BY', 'Feiertagsgesetz (FTG) of Bavaria, without days of single communes'),
  land('BE', 'Gesetz über die Sonn- und Feiertage of Berlin, with its days of 2025 and 2028'),
  land('BB', 'Feiertagsgesetz (FTG) of Brandenburg'),
  land('HB', 'Gesetz über die Sonn- und Feiertage of Bremen'),
  land('HH', 'Feiertagsgesetz of Hamburg'),
  land('HE', 'Hessisches Feiertagsgesetz (HFeiertagsG)'),
  land('MV', 'Feiertagsgesetz Mecklenburg-Vorpommern (FTG M-V)'),
  land('NI', 'Niedersächsisches Feiertagsgesetz (NFeiertagsG)'),
  land('NW', 'Feiertagsgesetz NW of North Rhine-Westphalia'),
  land('RP', 'Landesgesetz über den Schutz der Sonn- und Feiertage (LFtG) of Rhineland-Palatinate'),
  land('SL', 'Gesetz Nr. 1040 (SFG) of Saarland'),
  land('SN', 'Sächsisches Feiertagsgesetz (SächsSFG), without days of single communes'),
  land('ST', 'Feiertagsgesetz of Saxony-Anhalt (FeiertG LSA)'),
  land('SH', 'Gesetz über Sonn- und Feiertage (SFTG) of Schleswig-Holstein'),
  land('TH', 'Thüringer Feiertagsgesetz (ThürFGtG), without days of single communes'),
]);

/** Which file holds which sets: `src/law/holidays/<file>.ts`. */
export const files: Readonly<Record<string, Readonly<Record<string, HolidaySource>>>> = {
  germany: {
    DE: { regime: 'EU-DE', source: 'the days that every Land has; Einigungsvertrag Art 2(2)' },
    ...lands,
  },
  europe: {
    AT: { regime: 'EU-AT', source: 'Feiertagsruhegesetz 1957; Arbeitsruhegesetz' },
    BE: { regime: 'EU-BE', source: 'Arrêté royal of 18 April 1974' },
    CH: {
      regime: 'CH',
      source: 'Bundesverfassung 110(3) and the laws of the cantons',
    },
    ES: { regime: 'EU-ES', source: 'Estatuto de los Trabajadores 37(2); days of the whole country' },
    FR: { regime: 'EU-FR', source: 'Code du travail L3133-1; without Alsace and Moselle' },
    IE: { regime: 'EU-IE', source: 'Organisation of Working Time Act 1997, second schedule' },
    IT: { regime: 'EU-IT', source: 'Legge 260/1949; Legge 151/2025 for 4 October' },
    NL: {
      regime: 'EU-NL',
      source: 'Algemene termijnenwet 3; Good Friday and 5 May, which many work on, left out',
    },
    PL: { regime: 'EU-PL', source: 'Ustawa o dniach wolnych od pracy of 18 January 1951' },
  },
  britain: {
    'GB-EAW': { regime: 'UK', source: 'gov.uk/bank-holidays, England and Wales' },
    'GB-NIR': { regime: 'UK', source: 'gov.uk/bank-holidays, Northern Ireland' },
    'GB-SCT': { regime: 'UK', source: 'gov.uk/bank-holidays, Scotland' },
  },
  americas: {
    US: {
      regime: 'US',
      source: '5 U.S.C. 6103; opm.gov federal holidays',
    },
    'US-CA': {
      regime: 'US-CA',
      source: 'California Government Code 6700, 6701',
    },
    BR: { regime: 'BR', source: 'Lei 662/1949; Lei 6.802/1980; Lei 14.759/2023; Lei 9.093/1995' },
    CA: { regime: 'CA', source: 'days that every province has' },
    'CA-QC': {
      regime: 'CA-QC',
      source: 'Act respecting labour standards 60; National Holiday Act',
    },
  },
};
