import { dayNumber } from './calendar-day.js';

/**
 * The Vietnamese lunar calendar, from its astronomical definition: a month begins on the day of the new moon, month 11 holds the
 * winter solstice, and of the 13 months between two of those the first without a major solar term is the leap month. Days are
 * those of UTC+7, for which Vietnam's official calendar has been computed since 1968; earlier years are computed the same way,
 * although calendars printed then could follow UTC+8. Good for 1900 to 2100.
 *
 * New moons and the sun's longitude: J. Meeus, Astronomical Algorithms, 1998, chapters 49 and 25 (low accuracy, about a minute of
 * time and 0.01 degree).
 */
const ZONE = 7 / 24;
/** Julian day of 1970-01-01 0 h. */
const EPOCH = 2440587.5;
const SYNODIC = 29.530588861;
const RAD = Math.PI / 180;

export interface LunarMonth {
  readonly month: number;
  readonly leap: boolean;
  /** Day number of its first day, and how many days it has. */
  readonly first: number;
  readonly days: number;
}

/** The months of a lunar year, from the first day of Tết on. */
export function computeLunarYear(year: number): readonly LunarMonth[] {
  const winter = monthsFromWinter(year - 1);
  const next = monthsFromWinter(year);
  // Month 1 of `year` follows the solstice of the year before; months 11 and 12 are found after the next one.
  return [...winter.filter(m => m.month <= 10), ...next.filter(m => m.month >= 11)];
}

/** The months from the one that holds the winter solstice of `year` to the one before the next such month. */
function monthsFromWinter(year: number): LunarMonth[] {
  const from = winterMonth(year);
  const to = winterMonth(year + 1);
  const leapYear = to - from === 13;
  const months: LunarMonth[] = [];
  let leapDone = false;
  let number = 11;
  for (let k = from; k < to; k++) {
    const first = newMoonDay(k);
    const after = newMoonDay(k + 1);
    const leap = leapYear && !leapDone && k > from && majorTerm(first) === majorTerm(after);
    if (leap) leapDone = true;
    else if (k > from) number = (number % 12) + 1;
    months.push({ month: number, leap, first, days: after - first });
  }
  return months;
}

/** The index of the new moon that begins month 11 of a year. */
function winterMonth(year: number): number {
  const lastDay = dayNumber(year, 12, 31);
  let k = Math.floor((lastDay - newMoonEpoch) / SYNODIC) + 1;
  while (newMoonDay(k) > lastDay) k--;
  // The solstice (term 9, longitude 270°) must not have passed when the month begins.
  return majorTerm(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/** Which twelfth of the ecliptic the sun stands in when a day begins, 0 from the March equinox on. */
function majorTerm(day: number): number {
  return Math.floor(sunLongitude(day + EPOCH - ZONE) / 30);
}

/** The new moon of 6 January 2000, as a day number. */
const newMoonEpoch = 2451550.09766 - EPOCH;

/** The day (UTC+7) of the k-th new moon after that one. */
function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) - EPOCH + ZONE);
}

/** The k-th new moon as a Julian day in universal time. */
function newMoon(k: number): number {
  const T = k / 1236.85;
  const mean = 2451550.09766 + SYNODIC * k + T * T * (0.00015437 - 0.00000015 * T);
  const E = 1 - T * (0.002516 + 0.0000074 * T);
  const M = (2.5534 + 29.1053567 * k - 0.0000014 * T * T) * RAD;
  const m = (201.5643 + 385.81693528 * k + 0.0107582 * T * T) * RAD;
  const F = (160.7108 + 390.67050284 * k - 0.0016118 * T * T) * RAD;
  const O = (124.7746 - 1.56375588 * k + 0.0020672 * T * T) * RAD;
  const periodic =
    -0.4072 * Math.sin(m) +
    0.17241 * E * Math.sin(M) +
    0.01608 * Math.sin(2 * m) +
    0.01039 * Math.sin(2 * F) +
    0.00739 * E * Math.sin(m - M) -
    0.00514 * E * Math.sin(m + M) +
    0.00208 * E * E * Math.sin(2 * M) -
    0.00111 * Math.sin(m - 2 * F) -
    0.00057 * Math.sin(m + 2 * F) +
    0.00056 * E * Math.sin(2 * m + M) -
    0.00042 * Math.sin(3 * m) +
    0.00042 * E * Math.sin(M + 2 * F) +
    0.00038 * E * Math.sin(M - 2 * F) -
    0.00024 * E * Math.sin(2 * m - M) -
    0.00017 * Math.sin(O) -
    0.00007 * Math.sin(m + 2 * M) +
    0.00004 * Math.sin(2 * m - 2 * F) +
    0.00004 * Math.sin(3 * M) +
    0.00003 * Math.sin(m + M - 2 * F) +
    0.00003 * Math.sin(2 * m + 2 * F) -
    0.00003 * Math.sin(m + M + 2 * F) +
    0.00003 * Math.sin(m - M + 2 * F) -
    0.00002 * Math.sin(m - M - 2 * F) -
    0.00002 * Math.sin(3 * m + M) +
    0.00002 * Math.sin(4 * m);
  const planets =
    0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * T * T) +
    0.000165 * sine(251.88 + 0.016321 * k) +
    0.000164 * sine(251.83 + 26.651886 * k) +
    0.000126 * sine(349.42 + 36.412478 * k) +
    0.00011 * sine(84.66 + 18.206239 * k) +
    0.000062 * sine(141.74 + 53.303771 * k) +
    0.00006 * sine(207.14 + 2.453732 * k) +
    0.000056 * sine(154.84 + 7.30686 * k) +
    0.000047 * sine(34.52 + 27.261239 * k) +
    0.000042 * sine(207.19 + 0.121824 * k) +
    0.00004 * sine(291.34 + 1.844379 * k) +
    0.000037 * sine(161.72 + 24.198154 * k) +
    0.000035 * sine(239.56 + 25.513099 * k) +
    0.000023 * sine(331.55 + 3.592518 * k);
  const dynamical = mean + periodic + planets;
  return dynamical - deltaT(dynamical);
}

/** Dynamical minus universal time in days: a parabola through the twentieth century's values, within half a minute of them. */
function deltaT(julian: number): number {
  const year = 2000 + (julian - 2451545) / 365.25;
  const t = year - 2000;
  const seconds =
    year < 1920
      ? -2.79 + 1.494119 * (year - 1900) - 0.0598939 * (year - 1900) ** 2 + 0.0061966 * (year - 1900) ** 3 - 0.000197 * (year - 1900) ** 4
      : year < 1941
        ? 21.2 + 0.84493 * (year - 1920) - 0.0761 * (year - 1920) ** 2 + 0.0020936 * (year - 1920) ** 3
        : year < 1961
          ? 29.07 + 0.407 * (year - 1950) - (year - 1950) ** 2 / 233 + (year - 1950) ** 3 / 2547
          : year < 1986
            ? 45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260 - (year - 1975) ** 3 / 718
            : 63.86 + 0.3345 * t - 0.060374 * t * t * (year < 2005 ? 1 : 0) + (year < 2005 ? 0 : 0.005589 * t * t);
  return seconds / 86400;
}

/** The sun's apparent longitude in degrees, 0 to 360. */
function sunLongitude(julian: number): number {
  const T = (julian + deltaT(julian) - 2451545) / 36525;
  const mean = 280.46646 + 36000.76983 * T + 0.0003032 * T * T;
  const M = (357.52911 + 35999.05029 * T - 0.0001537 * T * T) * RAD;
  const centre =
    (1.914602 - 0.004817 * T - 0.000014 * T * T) * Math.sin(M) + (0.019993 - 0.000101 * T) * Math.sin(2 * M) + 0.000289 * Math.sin(3 * M);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * T);
  return ((apparent % 360) + 360) % 360;
}

function sine(degrees: number): number {
  return Math.sin(degrees * RAD);
}
